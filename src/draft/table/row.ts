import { BUILT_IN_UNITS } from '../../domain/unit.ts';
import type { Column } from '../../domain/issue.ts';
import { sameQuantity } from '../../domain/quantity.ts';
import { halfWidth, lookup } from '../../ingest/text/letters.ts';
import { withoutName } from '../../ingest/table/comparison-row.ts';
import type { Registry } from '../../ingest/table/registry.ts';
import { splitTwo } from '../../ingest/table/role.ts';
import { isRefusal } from '../../ingest/value/refusal.ts';
import { readValue, type NumericValue, type Value } from '../../ingest/value/value.ts';
import type { Decision } from '../decision.ts';
import { mentions } from '../facts/mention.ts';
import { isRoles, type Field, type Header, type Heading } from './heading.ts';

type Role = Column['role'];
type Remark = readonly [kind: Decision['kind'], message: string];

/** A row of a comparison to be. */
export interface DraftRow {
  readonly group: string;
  readonly ordinal: string;
  readonly name: string;
  readonly unit: string;
  readonly level: string;
  readonly area: string;
  /** One for each role column of its table. */
  readonly values: readonly string[];
  readonly rank: string;
  readonly place: string;
  readonly note: string;
  /** 一级指标, for the registry. */
  readonly parent: string;
  readonly decisions: readonly Remark[];
}

/** What the rows of a table share. */
export interface RowsOf {
  readonly header: Header;
  readonly group: string;
  readonly registry: Registry;
  /** The indicator of all rows where these are areas; null where each row names its own. */
  readonly measure: { readonly name: string; readonly unit: string } | null;
}

interface ReadCell {
  readonly role: Role;
  readonly text: string;
  readonly read: Value | undefined;
}

/** What reading a row leaves to be noted or decided. */
interface Remarks {
  readonly notes: string[];
  readonly decisions: Remark[];
}

/** A printed line to a row in the one-role-a-column form. */
export function draftRow(
  cells: readonly string[],
  { header, group, registry, measure }: RowsOf,
  turn: number,
): DraftRow {
  const { headings, texts } = header;
  const under = (field: Field): string => cells[headings.indexOf(field)] ?? '';
  const printed = measure?.name ?? tight(under('指标'));
  const indicator = registry.find(printed);
  const name = indicator?.name ?? printed;
  const number = /^\d+$/.exec(halfWidth(under('序号')))?.[0] ?? String(turn);
  const remarks: Remarks = { notes: [under('备注')].filter(Boolean), decisions: [] };
  const unit = indicator?.unit ?? measure?.unit ?? unitOfRow(under('单位'), cells, headings);
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
    area: tight(under('地区')),
    values: written,
    rank: under('排名'),
    place: `${group}第${number}行`,
    note: [...new Set(remarks.notes)].join('；'),
    parent: tight(under('一级指标')),
    decisions: remarks.decisions,
  };
}

/** A space stays only between two words in Latin letters. */
export const tight = (text: string): string => text.replace(/(?<=[^ -~])\s+|\s+(?=[^ -~])/g, '');

const unitOfRow = (printed: string, cells: readonly string[], headings: readonly Heading[]): string =>
  printed || unitIn(cells, headings);

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
): { level: string; written: string[] } {
  const numeric = values.filter((v) => v.read?.kind === 'number');
  const ours = numeric.filter((v) => v.role !== 'frontier');
  const levels = [...new Set(ours.map((v) => v.read!.level))];
  const shared = levels.length === 1 ? levels[0]! : null;
  const written = values.map((v) =>
    v.read?.kind === 'number' ? worded(v.text, v.read, shared, unit, v.role) : v.text,
  );
  if (levels.length > 1) {
    const shown = written.filter((_, i) => values[i]!.role !== 'frontier' && values[i]!.read?.kind === 'number');
    const quoted = shown.map((text) => `“${text}”`).join('');
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
