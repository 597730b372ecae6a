import { sameValue } from '../domain/quantity.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import type { Decision } from './decision.ts';
import { clauseAt, sentenceAt } from './facts/sentence.ts';
import type { DraftRow } from './table/row.ts';
import type { Block } from '../ingest/prose/blocks.ts';
import { mentions, type Mention } from './facts/mention.ts';
import type { Registry } from '../ingest/table/registry.ts';

export const SCORES = '评价得分';

/** A row whose columns are not known yet: its cells are by role. */
export interface ScoreRow extends Omit<DraftRow, 'values'> {
  readonly cells: Found;
}

export interface Scores {
  readonly rows: readonly ScoreRow[];
  /** `block|start` of the mentions the rows take up. */
  readonly taken: ReadonlySet<string>;
  /** The last block that states a score. */
  readonly last: number;
}

interface Years {
  readonly baseline: number;
  readonly achieved: number;
}

type Found = Partial<Record<'baseline' | 'target' | 'achieved', string>>;

const EXPECTED = /(预计|预期|力争|有望)/;

/** Scores (分) that a section states of its indicator: “2019 年评价指标为 68.34 分，预计 2020 年能提高到 85 分”. */
export function draftScores(
  text: readonly Block[],
  names: readonly string[],
  years: Years,
  registry: Registry,
): Scores {
  const rows: ScoreRow[] = [];
  const taken = new Set<string>();
  let [title, last] = ['', -1];
  for (const [index, block] of text.entries()) {
    title = titleAfter(title, block);
    const scored = scoredIn(block, title, registry);
    const points = scored ? mentions(block.text, names).filter((m) => m.unit === '分') : [];
    if (!scored || points.length === 0 || rows.some((row) => row.name === scored.name)) continue;
    const score = scoreOf(block, points, years, scored.upper);
    if (!score) continue;
    rows.push(rowOf(scored.name, String(rows.length + 1), block, points[0]!, score));
    for (const start of score.starts) taken.add(`${index}|${start}`);
    last = index;
  }
  return { rows, taken, last };
}

/** A section's title holds until the next section or chapter. */
function titleAfter(title: string, { opens }: Block): string {
  if (!opens) return title;
  return opens.depth === 2 ? opens.title : '';
}

/** What a block's scores are of: the section's indicator, else the one with the longest name in the block. */
function scoredIn(block: Block, title: string, registry: Registry): { name: string; upper: string | null } | undefined {
  const named = registry.names.filter((n) => block.text.includes(n)).sort((a, b) => b.length - a.length)[0];
  const indicator = registry.find(title) ?? registry.find(named ?? '');
  if (!indicator) return title === '' ? undefined : { name: title, upper: null };
  return indicator.unit === '分' ? { name: indicator.name, upper: indicator.upper } : undefined;
}

/** What a block says of one score, with where its numbers begin. */
interface Score {
  readonly cells: Found;
  readonly starts: readonly number[];
  readonly note: string;
  readonly decisions: readonly (readonly [Decision['kind'], string])[];
}

function scoreOf(block: Block, points: readonly Mention[], years: Years, upper: string | null): Score | undefined {
  const cells: Found = {};
  const starts: number[] = [];
  for (const m of points) {
    const role = roleOf(block.text, m, years);
    if (role === undefined || role in cells) continue;
    cells[role] = worded(block.text, m, role);
    starts.push(m.start);
  }
  if (cells.baseline === undefined && cells.achieved === undefined) return undefined;
  const full = fullMarks(block.text, cells, years, upper);
  return {
    cells: { ...cells, ...Object.fromEntries(full.map(({ role, cell }) => [role, cell])) },
    starts,
    note: full.map(({ note }) => note).join(''),
    decisions: full.map(({ message }) => ['full-marks', message]),
  };
}

function rowOf(name: string, ordinal: string, block: Block, first: Mention, score: Score): ScoreRow {
  const sentence = sentenceAt(block.text, first.start).text;
  const ours = /我([省市县区])/.exec(sentence)?.[1];
  const level: [Decision['kind'], string][] = ours
    ? [['level', `“${name}”的层级取自原文“我${ours}”，记为“${ours}级”`]]
    : [];
  return {
    group: SCORES,
    ordinal,
    name,
    unit: '分',
    level: ours ? `${ours}级` : '',
    area: '',
    rank: '',
    parent: '',
    cells: score.cells,
    place: block.place,
    note: score.note,
    decisions: [['table', `“${name}”的得分取自正文：${sentence.trim()}`], ...score.decisions, ...level],
  };
}

/** A score is said of a year (…年…为 N 分); a difference (提高 5 分) is none. */
function roleOf(text: string, m: Mention, years: Years): keyof Found | undefined {
  const clause = clauseAt(text, m.start);
  const before = halfWidth(text.slice(clause.start, m.start));
  if (!/(?:为|是|得|到|至|达|得分)\s*$/.test(before)) return undefined;
  const sentence = sentenceAt(text, m.start);
  const year = Number(
    [...halfWidth(text.slice(sentence.start, m.start)).matchAll(/((?:19|20)\d{2})\s*年/g)].at(-1)?.[1],
  );
  if (year === years.baseline) return 'baseline';
  if (year !== years.achieved) return undefined;
  return /目标/.test(before) ? 'target' : 'achieved';
}

function worded(text: string, m: Mention, role: keyof Found): string {
  const clause = clauseAt(text, m.start);
  const expected = role === 'achieved' ? EXPECTED.exec(text.slice(clause.start, m.start))?.[1] : undefined;
  return `${expected ? '预计' : ''}${m.text.replace(/\s+/g, '')}`;
}

/** A score without a number, and what the draft writes for it. */
interface FullMarks {
  readonly role: 'baseline' | 'achieved';
  readonly cell: string;
  readonly note: string;
  readonly message: string;
}

/** “2020 年持续保持满分成绩” is a score without a number: the registry's highest, if it says one. */
function fullMarks(text: string, cells: Found, years: Years, upper: string | null): FullMarks[] {
  const found = new Map<string, FullMarks>();
  for (const { index } of text.matchAll(/满分/g)) {
    const clause = clauseAt(text, index).text.trim();
    const year = Number(/((?:19|20)\d{2})\s*年/.exec(halfWidth(clause))?.[1]);
    const role = roleIn(year, years);
    if (!role || role in cells || found.has(role)) continue;
    const cell = fullMarksCell(cells.baseline, upper);
    const cure = upper
      ? `指标名录里的上限是 ${upper}，写作“${cell}”，原文照录在备注`
      : '指标名录里也没有上限，这一格空着';
    found.set(role, {
      role,
      cell,
      note: `通报对${year}年的原文是“${clause}”。`,
      message: `原文是“${clause}”，没有写出分数${upper ? '；' : '，'}${cure}`,
    });
  }
  return [...found.values()];
}

function roleIn(year: number, years: Years): FullMarks['role'] | undefined {
  if (year === years.baseline) return 'baseline';
  return year === years.achieved ? 'achieved' : undefined;
}

/** As the baseline is printed where that is the highest score too (100.0分), else as the registry has it. */
function fullMarksCell(baseline: string | undefined, upper: string | null): string {
  if (!upper) return '';
  const same = baseline && /^[\d.]+分$/.test(baseline) && sameValue(baseline.slice(0, -1), upper);
  return same ? baseline : `${upper}分`;
}
