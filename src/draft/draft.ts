import type { Registry } from '../ingest/table/registry.ts';
import { bodyOf, type Tags } from './body.ts';
import { decision, type Decision } from './decision.ts';
import type { DraftFact } from './facts/facts.ts';
import { neededNames, properNames } from './facts/proper-names.ts';
import { unstated, type Stated } from './facts/unstated.ts';
import { factsSheet } from './facts/sheet.ts';
import { mdx, pathsOf, tableCsv, tag } from './files.ts';
import { formOf, type Form } from './form.ts';
import { frontOf } from './front.ts';
import { leftovers } from './leftover.ts';
import { completed, newIndicators, rowsIn, withAliases, type NewIndicator } from './registered.ts';
import { repairs } from './repair.ts';
import { SCORES, type Scores } from './scores.ts';
import { timesOf } from './shape.ts';
import type { DraftRow } from './table/row.ts';
import type { Sheet } from './table/sheet.ts';
import { isModelled, tablesOf, type Tables } from './table/tables.ts';
import type { Asked } from './template.ts';
import type { Table, Word } from './word/html.ts';
import { outline, type Outline } from './word/outline.ts';

/** A bulletin's files by path, and everything a person must decide before they may be published. */
export interface Draft {
  readonly files: ReadonlyMap<string, string>;
  readonly decisions: readonly Decision[];
  /** Headings that tell the times of comparison.csv; none where the bulletin has no table without a name of its own. */
  readonly times: readonly string[];
  /** Indicators that the registry is still to have. */
  readonly indicators: readonly NewIndicator[];
}

/** Why nothing can be drafted. */
export interface Refused {
  readonly reason: string;
}

/**
 * A Word file of the series to the draft of a bulletin. `given` overrides what the file says. Whatever the check would
 * still refuse in the draft, once the registry has its new indicators, is among its decisions.
 */
export function draft(number: number, word: Word, given: Partial<Asked>, registry: Registry): Draft | Refused {
  const parsed = outline(word, isModelled);
  const date = given.date ?? parsed.masthead.date ?? parsed.imprint.printed;
  const own = parsed.masthead.number;
  if (own !== null && own !== number)
    return { reason: `原件是第 ${own} 期，不是第 ${number} 期：改用 npm run new -- ${own} --from …` };
  if (date === null) return { reason: '原件里没有认出通报日期：加上 --date，如 --date 2021-01-25' };
  return draftOf(number, { parsed, word, given, date, registry });
}

/** A file taken apart, and what is known besides. */
interface Source {
  readonly parsed: Outline;
  readonly word: Word;
  readonly given: Partial<Asked>;
  readonly date: string;
  readonly registry: Registry;
}

function draftOf(number: number, { parsed, word, given, date, registry }: Source): Draft {
  const paths = pathsOf(number);
  const names = namesIn(parsed, registry);
  const { front, decisions } = frontOf(parsed, given, date, names);
  const tables = tablesOf(parsed, paths.folder, registry);
  const form = formOf(number, parsed, { tables, names, date, registry });
  const sheets = [...(form.sheet ? [form.sheet] : []), ...tables.sheets];
  const written = new Map(sheets.map((sheet) => [sheet.path, tableCsv(sheet)]));
  const body = bodyOf(parsed, tagsOf(tables, form.scores));
  const unnamed = newIndicators([...form.scores.rows, ...rowsIn(tables.comparisons), ...tables.measures], registry);
  const stated = { front, body, written, taken: form.scores.taken, areas: tables.areas };
  const { facts, added, complete } = factsWith(number, stated, unnamed, registry);
  const sheet = factsSheet(paths.facts, facts);
  const files = new Map([
    [paths.text, mdx(front, body)],
    ...written,
    ...(facts.length > 0 ? [[paths.facts, tableCsv(sheet)] as const] : []),
  ]);
  return {
    files,
    times: form.sheet ? timesOf(form.columns) : [],
    indicators: added,
    decisions: [
      ...textDecisions(paths.text, [...decisions, ...namesRemark(names), ...repairs(parsed, word)]),
      ...textDecisions(
        paths.text,
        tables.left.map((text) => ['left-out', text]),
      ),
      ...textDecisions(paths.table, isWithoutTable(parsed) ? [NO_TABLE] : []),
      ...sheets.flatMap(sheetDecisions),
      ...levelDecisions(paths.table, rowsIn(tables.comparisons)),
      ...goalDecisions(paths.table, form),
      ...sheetDecisions(sheet),
      ...leftovers(number, files, { registry, complete, added, topic: front.topic }),
    ],
  };
}

type Remark = readonly [kind: Decision['kind'], message: string];

const textDecisions = (file: string, remarks: readonly Remark[]): Decision[] =>
  remarks.map(([kind, message]) => decision(kind, { file }, message));

const namesRemark = (names: readonly string[]): Remark[] =>
  names.length > 0 ? [['names', names.map((name) => `“${name}”`).join('、')]] : [];

const isWithoutTable = ({ items }: Outline): boolean => items.every(({ kind }) => kind !== 'table');
const NO_TABLE: Remark = ['table', '原件里没有认出对照表；有的，照填写说明补上'];

/** The facts, once the registry has the new indicators by the names that the text gives them too. */
function factsWith(
  number: number,
  stated: Omit<Stated, 'registry'>,
  unnamed: readonly NewIndicator[],
  registry: Registry,
): { facts: readonly DraftFact[]; added: readonly NewIndicator[]; complete: Registry } {
  const first = unstated(number, { ...stated, registry: completed(registry, unnamed) });
  const added = withAliases(unnamed, first.facts, first.observations);
  const complete = completed(registry, added);
  return { facts: unstated(number, { ...stated, registry: complete }).facts, added, complete };
}

const textsOf = ({ items }: Outline): string[] => items.flatMap((item) => (item.kind === 'table' ? [] : [item.text]));

/** Proper names of which the digits would be taken for numbers. */
const namesIn = (parsed: Outline, { units }: Registry): string[] =>
  neededNames(properNames(textsOf(parsed)), textsOf(parsed), units);

function tagsOf(tables: Tables, scores: Scores): Tags {
  const tags = new Map<number | Table, string[]>([...tables.tags].map(([table, text]) => [table, [text]]));
  if (scores.rows.length > 0) tags.set(scores.last, [tag(SCORES)]);
  return tags;
}

/** Rows stand below a header, which is row 1. */
const sheetDecisions = ({ path, rows, remarks }: Sheet): Decision[] => [
  ...remarks.map(([kind, message]) => decision(kind, { file: path }, message)),
  ...rows.flatMap((row, i) =>
    row.remarks.map(([kind, message]) => decision(kind, { file: path, row: i + 2 }, message)),
  ),
];

function levelDecisions(file: string, rows: readonly DraftRow[]): Decision[] {
  const byLevel = Map.groupBy(
    rows.filter((r) => r.level !== ''),
    (r) => r.level,
  );
  return [...byLevel].map(([level, members]) => {
    const whose = members.map((r) => r.name).join('、');
    return decision('level', { file }, `“${level}”取自附表各格（“我市”一类的说法按所指的级记）：${whose}`);
  });
}

/** The text of a score does not say who set its goal; the column does. */
const goalDecisions = (file: string, { scores, labels }: Form): Decision[] =>
  scores.rows.flatMap(({ name, cells }, i) => {
    const message = `“${name}”的目标“${cells.target}”写在“${labels.target}”一列；核对目标是不是列名说的那一级定的`;
    return cells.target ? [decision('table', { file, row: i + 2 }, message)] : [];
  });
