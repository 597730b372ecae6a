import { blocks } from '../ingest/prose/blocks.ts';
import { markdown } from '../ingest/prose/markdown.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { bodyOf } from './body.ts';
import { decision, type Decision } from './decision.ts';
import { draftFacts } from './facts.ts';
import { comparisonCsv, factsCsv, labelsOf, mdx, pathsOf, yearsOf, type Labels, type Years } from './files.ts';
import { frontOf } from './front.ts';
import { leftovers } from './leftover.ts';
import { properNames } from './proper-names.ts';
import { repairs } from './repair.ts';
import { draftScores, SCORES, type Scores } from './scores.ts';
import { isComparison, type DraftRow } from './table.ts';
import { tablesOf, type Tables } from './tables.ts';
import type { Asked } from './template.ts';
import type { Table, Word } from './word/html.ts';
import { outline } from './word/outline.ts';

/** A bulletin's files by path, and everything a person must decide before they may be published. */
export interface Draft {
  readonly files: ReadonlyMap<string, string>;
  readonly years: Years;
  readonly decisions: readonly Decision[];
}

/** Why nothing can be drafted. */
export interface Refused {
  readonly reason: string;
}

/**
 * A Word file of the series to the draft of a bulletin. `given` overrides what the file says. Whatever the check would
 * still refuse in the draft is among its decisions.
 */
export function draft(number: number, word: Word, given: Partial<Asked>, registry: Registry): Draft | Refused {
  const parsed = outline(word, isComparison);
  const date = given.date ?? parsed.masthead.date ?? parsed.imprint.printed;
  const own = parsed.masthead.number;
  if (own !== null && own !== number)
    return { reason: `原件是第 ${own} 期，不是第 ${number} 期：改用 npm run new -- ${own} --from …` };
  if (date === null) return { reason: '原件里没有认出通报日期：加上 --date，如 --date 2021-01-25' };
  const paths = pathsOf(number);
  const names = properNames(parsed.items.flatMap((item) => (item.kind === 'table' ? [] : [item.text])));
  const { front, decisions } = frontOf(parsed, given, date, names);
  const tables = tablesOf(parsed, registry);
  const labels = { ...labelsOf(yearsOf(date)), ...tables.labels };
  const years = yearsIn(labels, date);
  const prose = blocks(markdown(paths.text, bodyOf(parsed, new Map()).join('\n\n')).tree);
  const scores = draftScores(prose, names, years, registry);
  const facts = draftFacts(prose, names, scores.taken, registry);
  const tags = new Map<number | Table, string>(tables.groups);
  if (scores.rows.length > 0) tags.set(scores.last, SCORES);
  const files = new Map([
    [paths.text, mdx(front, bodyOf(parsed, tags))],
    [paths.table, comparisonCsv(labels, [...scores.rows, ...tables.rows])],
    ...(facts.length > 0 ? [[paths.facts, factsCsv(facts)] as const] : []),
  ]);
  return {
    files,
    years,
    decisions: [
      ...decisions.map(([kind, message]) => decision(kind, { file: paths.text }, message)),
      ...namesDecision(paths.text, names),
      ...repairs(parsed, word).map(([kind, message]) => decision(kind, { file: paths.text }, message)),
      ...tableDecisions(paths.table, tables),
      ...rowDecisions(paths.table, [...scores.rows, ...tables.rows]),
      ...goalDecisions(paths.table, scores, labels),
      ...rowDecisions(paths.facts, facts),
      ...leftovers(number, files, front, registry),
    ],
  };
}

/** The years that the columns name, else those that a bulletin of this date compares. */
function yearsIn(labels: Labels, date: string): Years {
  const usual = yearsOf(date);
  return {
    baseline: yearIn(labels.baseline) ?? usual.baseline,
    achieved: yearIn(labels.achieved) ?? usual.achieved,
  };
}

function yearIn(label: string): number | undefined {
  const year = /\d{4}/.exec(label)?.[0];
  return year === undefined ? undefined : Number(year);
}

const namesDecision = (file: string, names: readonly string[]): Decision[] =>
  names.length > 0 ? [decision('names', { file }, names.map((n) => `“${n}”`).join('、'))] : [];

function tableDecisions(file: string, { left, groups, rows }: Tables): Decision[] {
  const byLevel = Map.groupBy(
    rows.filter((r) => r.level !== ''),
    (r) => r.level,
  );
  return [
    ...left.map((text) => decision('left-out', { file }, text)),
    ...(groups.size === 0 ? [decision('table', { file }, '原件里没有认出对照表；有的，照填写说明补上')] : []),
    ...[...byLevel].map(([level, members]) => {
      const whose = members.map((r) => r.name).join('、');
      return decision('level', { file }, `“${level}”取自附表各格（“我市”一类的说法按所指的级记）：${whose}`);
    }),
  ];
}

/** Rows stand below a header, which is row 1. */
const rowDecisions = (file: string, rows: readonly Pick<DraftRow, 'decisions'>[]): Decision[] =>
  rows.flatMap(({ decisions }, i) => decisions.map(([kind, message]) => decision(kind, { file, row: i + 2 }, message)));

/** The text of a score does not say who set its goal; the column does. */
const goalDecisions = (file: string, { rows }: Scores, { target }: Labels): Decision[] =>
  rows.flatMap(({ name, cells }, i) => {
    const message = `“${name}”的目标“${cells.target}”写在“${target}”一列；核对目标是不是列名说的那一级定的`;
    return cells.target ? [decision('table', { file, row: i + 2 }, message)] : [];
  });
