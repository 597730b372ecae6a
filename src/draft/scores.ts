import { sameValue } from '../domain/quantity.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import type { Decision } from './decision.ts';
import { clauseAt, sentenceAt } from './sentence.ts';
import type { DraftRow } from './table.ts';
import { mentions, type Block, type Mention } from '../ingest/prose/blocks.ts';
import type { Registry } from '../ingest/table/registry.ts';

export const SCORES = '评价得分';

export interface Scores {
  readonly rows: readonly DraftRow[];
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
  const rows: DraftRow[] = [];
  const taken = new Set<string>();
  const seen = new Set<string>();
  let [title, last] = ['', -1];
  for (const [index, block] of text.entries()) {
    title = block.opens?.depth === 2 ? block.opens.title : block.opens ? '' : title;
    const points = mentions(block.text, names).filter((m) => m.unit === '分');
    const indicator =
      registry.find(title) ??
      registry.find(registry.names.filter((n) => block.text.includes(n)).sort((a, b) => b.length - a.length)[0] ?? '');
    const name = indicator?.name ?? title;
    if (points.length === 0 || name === '' || seen.has(name) || (indicator && indicator.unit !== '分')) continue;
    const cells: Found = {};
    const own: string[] = [];
    for (const m of points) {
      const role = roleOf(block.text, m, years);
      if (role === undefined || role in cells) continue;
      cells[role] = worded(block.text, m, role);
      own.push(`${index}|${m.start}`);
    }
    if (cells.baseline === undefined && cells.achieved === undefined) continue;
    const decisions: [Decision['kind'], string][] = [];
    const note = fullMarks(block.text, cells, years, indicator?.upper ?? null, decisions);
    const sentence = sentenceAt(block.text, points[0]!.start).text;
    const ours = /我([省市县区])/.exec(sentence)?.[1];
    if (ours) decisions.push(['level', `“${name}”的层级取自原文“我${ours}”，记为“${ours}级”`]);
    rows.push({
      group: SCORES,
      ordinal: String(rows.length + 1),
      name,
      unit: '分',
      level: ours ? `${ours}级` : '',
      cells,
      place: block.place,
      note,
      decisions: [['table', `“${name}”的得分取自正文：${sentence.trim()}`], ...decisions],
    });
    seen.add(name);
    for (const key of own) taken.add(key);
    last = index;
  }
  return { rows, taken, last };
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

/** “2020 年持续保持满分成绩” is a score without a number: the registry's highest, if it says one. */
function fullMarks(
  text: string,
  cells: Found,
  years: Years,
  upper: string | null,
  decisions: [Decision['kind'], string][],
): string {
  const notes: string[] = [];
  for (const found of text.matchAll(/满分/g)) {
    const clause = clauseAt(text, found.index).text.trim();
    const year = Number(/((?:19|20)\d{2})\s*年/.exec(halfWidth(clause))?.[1]);
    const role = year === years.baseline ? 'baseline' : year === years.achieved ? 'achieved' : undefined;
    if (!role || role in cells) continue;
    const same =
      cells.baseline && upper && /^[\d.]+分$/.test(cells.baseline) && sameValue(cells.baseline.slice(0, -1), upper);
    cells[role] = same ? cells.baseline! : upper ? `${upper}分` : '';
    notes.push(`通报对${year}年的原文是“${clause}”。`);
    decisions.push([
      'full-marks',
      upper
        ? `原文是“${clause}”，没有写出分数；指标名录里的上限是 ${upper}，写作“${cells[role]}”，原文照录在备注`
        : `原文是“${clause}”，没有写出分数，指标名录里也没有上限，这一格空着`,
    ]);
  }
  return notes.join('');
}
