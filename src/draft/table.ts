import { BUILT_IN_UNITS } from '../domain/unit.ts';
import type { Column } from '../domain/issue.ts';
import { sameQuantity } from '../domain/quantity.ts';
import { halfWidth, lookup } from '../ingest/text/letters.ts';
import type { Decision } from './decision.ts';
import { withoutName } from '../ingest/table/comparison-row.ts';
import type { Table } from './word/html.ts';
import { mentions } from './mention.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { rolesOf, splitTwo } from '../ingest/table/role.ts';
import { isRefusal } from '../ingest/value/refusal.ts';
import { readValue, type NumericValue, type Value } from '../ingest/value/value.ts';

type Role = Column['role'];

/** A row of `comparison.csv` to be. */
export interface DraftRow {
  readonly group: string;
  readonly ordinal: string;
  readonly name: string;
  readonly unit: string;
  readonly level: string;
  readonly cells: Readonly<Partial<Record<Role, string>>>;
  readonly place: string;
  readonly note: string;
  readonly decisions: readonly (readonly [Decision['kind'], string])[];
}

export interface DraftTable {
  readonly columns: readonly Column[];
  readonly rows: readonly DraftRow[];
  /** What of the table was not taken over. */
  readonly left: readonly string[];
}

/** A column of the printed table: number, name, unit or note of its row, one role, or two in one cell. */
type Heading = '序号' | '指标' | '单位' | '备注' | readonly Column[] | undefined;

const FIXED: readonly [Exclude<Heading, readonly Column[] | undefined>, RegExp][] = [
  ['序号', /^(?:序号|编号)$/],
  ['指标', /^(?:三级|二级|具体|评价)?(?:指标|项目|事项)(?:名称)?$/],
  ['单位', /^(?:计量)?单位$/],
  ['备注', /^(?:备注|说明)$/],
];

function headingOf(text: string): Heading {
  const plain = lookup(text).replace(/\([^)]*\)$/, '');
  return FIXED.find(([, pattern]) => pattern.test(plain))?.[0] ?? rolesOf(text);
}

/** The header may take two lines, of which the upper names what the lower divides. */
function header({
  rows,
}: Table): { headings: readonly Heading[]; texts: readonly string[]; height: number } | undefined {
  for (let height = 2; height >= 1; height -= 1) {
    const head = rows.slice(0, height);
    if (head.length < height) continue;
    const texts = head[0]!.map((cell, i) => [...new Set(head.map((row) => row[i] ?? ''))].join('') || cell);
    const headings = texts.map(headingOf);
    // A second line belongs to the header only where it names something under each heading, and no figure.
    if (
      height === 2 &&
      (head[1]!.some((cell, i) => cell !== head[0]![i] && /\d(?!\d*年)/.test(halfWidth(cell))) ||
        lookup(head[0]![0] ?? '') !== lookup(head[1]![0] ?? ''))
    )
      continue;
    if (headings.includes('指标') && headings.some(isRoles)) return { headings, texts, height };
  }
  return undefined;
}

/** Whether a table of the file is one that `comparison.csv` can hold. */
export const isComparison = (table: Table): boolean => header(table) !== undefined;

/** A printed table to rows in the one-role-a-column form. `name` is its group: 附表, 附表2. */
export function draftTable(table: Table, name: string, registry: Registry): DraftTable {
  const { headings, texts, height } = header(table)!;
  const columns = headings.flatMap((h) => (isRoles(h) ? h : []));
  const left = texts.filter((text, i) => headings[i] === undefined && text !== '').map((text) => `“${text}”一列`);
  const rows: DraftRow[] = [];
  for (const cells of table.rows.slice(height)) {
    const filled = cells.filter(Boolean);
    if (filled.length === 0) continue;
    if (new Set(filled).size === 1) {
      left.push(`表中的一行“${filled[0]!}”`);
      continue;
    }
    rows.push(draftRow(cells, { headings, texts }, name, rows.length + 1, registry));
  }
  return { columns, rows, left };
}

interface ReadCell {
  readonly role: Role;
  readonly text: string;
  readonly read: Value | undefined;
}

/** What reading a row leaves to be noted or decided. */
interface Remarks {
  readonly notes: string[];
  readonly decisions: [Decision['kind'], string][];
}

/** A header's headings, with their texts. */
interface Headings {
  readonly headings: readonly Heading[];
  readonly texts: readonly string[];
}

function draftRow(
  cells: readonly string[],
  { headings, texts }: Headings,
  group: string,
  ordinal: number,
  registry: Registry,
): DraftRow {
  const under = (heading: Heading): string => cells[headings.indexOf(heading)] ?? '';
  const printed = under('指标').replace(/(?<=[^ -~])\s+|\s+(?=[^ -~])/g, '');
  const indicator = registry.find(printed);
  const name = indicator?.name ?? printed;
  const number = /^\d+$/.exec(halfWidth(under('序号')))?.[0] ?? String(ordinal);
  const remarks: Remarks = { notes: under('备注') ? [under('备注')] : [], decisions: [] };
  const unit = indicator?.unit ?? (under('单位') || unitIn(cells, headings));
  const values = headings.flatMap((heading, i) =>
    isRoles(heading)
      ? rolesIn(cells[i] ?? '', texts[i]!, heading, [...new Set([printed, name])]).flatMap(
          ({ column, text, decisions }) => {
            remarks.decisions.push(...decisions);
            return [readCell(text, column, unit, remarks)];
          },
        )
      : [],
  );
  const { level, written } = levelled(values, unit, name, remarks);
  return {
    group,
    ordinal: number,
    name,
    unit,
    level,
    cells: Object.fromEntries(written),
    place: `${group}第${number}行`,
    note: [...new Set(remarks.notes)].join('；'),
    decisions: remarks.decisions,
  };
}

const isRoles = (heading: Heading): heading is readonly Column[] => Array.isArray(heading);

/** The unit that the first value of a row states. */
const unitIn = (cells: readonly string[], headings: readonly Heading[]): string =>
  cells.flatMap((cell, i) => (isRoles(headings[i]) ? mentions(cell, []).flatMap((m) => m.unit ?? []) : []))[0] ?? '';

/** The texts of a cell, one for each role of its column. */
function rolesIn(
  cell: string,
  heading: string,
  roles: readonly Column[],
  names: readonly string[],
): { column: Column; text: string; decisions: Remarks['decisions'] }[] {
  const decisions: Remarks['decisions'] = [];
  const bare = withoutName(cell, names);
  if (bare !== cell) decisions.push(['table', `“${cell}”里重复的指标名称已去掉，写作“${bare}”`]);
  const split = roles.length === 1 ? [bare] : splitTwo(bare);
  if (!split)
    decisions.push(['table', `“${heading}”一格“${cell}”看不出目标和达到水平各是多少，照原样写在目标列，请分开填`]);
  const texts = split ?? [bare];
  return roles.map((column, k) => ({ column, text: texts[k] ?? '', decisions: k === 0 ? decisions : [] }));
}

/** The row's one level, in a column of its own; levels that differ stay in their cells. */
function levelled(
  values: readonly ReadCell[],
  unit: string,
  name: string,
  { decisions }: Remarks,
): { level: string; written: [Role, string][] } {
  const numeric = values.filter((v) => v.read?.kind === 'number');
  const ours = numeric.filter((v) => v.role !== 'frontier');
  const levels = [...new Set(ours.map((v) => v.read!.level))];
  const shared = levels.length === 1 ? levels[0]! : null;
  const written = values.map((v): [Role, string] => [
    v.role,
    v.read?.kind === 'number' ? worded(v.text, v.read, shared, unit, v.role) : v.text,
  ]);
  if (levels.length > 1) {
    const shown = written.filter(([role], i) => role !== 'frontier' && values[i]!.read?.kind === 'number');
    const quoted = shown.map(([, text]) => `“${text}”`).join('');
    decisions.push(['level', `“${name}”有的格写了层级，有的没有写或不同，分别写在格里：${quoted}，“层级”列空着`]);
  }
  return { level: shared ?? '', written };
}

const known = (unit: string): string | null => BUILT_IN_UNITS.find(unit)?.name ?? null;

/** A gap becomes its word, a long statement `地区：内容`; the printed words go to the note. */
function readCell(text: string, column: Column, unit: string, { notes, decisions }: Remarks): ReadCell {
  const { role, label } = column;
  const got = readValue(text, { unit: known(unit), role });
  // What cannot be read is kept as printed: the check names it.
  if (isRefusal(got)) return { role, text, read: undefined };
  if (got.kind === 'gap') {
    if (got.reason !== null) notes.push(text);
    return { role, text: got.word, read: got };
  }
  const short = got.kind === 'statement' ? `${got.area ?? ''}：${got.text}` : text;
  if (got.kind === 'statement' && lookup(short) !== lookup(text)) {
    notes.push(`${label}的通报原文：${text}`);
    decisions.push(['table', `${label}的原文很长，写作“${short}”，全文照录在备注`]);
  }
  return { role, text: short, read: got };
}

/** The words of a cell without its level, which stands in a column of its own where the whole row has one. */
function worded(text: string, read: NumericValue, shared: string | null, unit: string, role: Role): string {
  if (read.level === null || role === 'frontier') return text;
  const bare = withoutLevel(text, read, unit, role);
  return shared !== null ? bare : `${read.level} ${bare}`;
}

/** Letters are dropped from the front until what is left says the same number without a level. */
function withoutLevel(text: string, whole: NumericValue, unit: string, role: Role): string {
  for (let from = 1; from < text.length; from += 1) {
    const rest = text.slice(from).trimStart();
    const got = readValue(rest, { unit: known(unit), role });
    if (got.kind !== 'number' || got.level !== null) continue;
    if (got.status === whole.status && sameQuantity(got.quantity, whole.quantity))
      return rest.replace(/(?<=\d)\s+/g, '');
  }
  return text;
}
