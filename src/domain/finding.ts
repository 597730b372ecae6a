import type { Comparison, Difference } from './comparison.ts';
import type { Bulletin, Group, Row } from './issue.ts';
import type { Indicator } from './indicator.ts';
import { isExpected, isNumeric, type Observation } from './observation.ts';
import { isUndefined, sameValue, sign } from './quantity.ts';
import { counted, distance, spell } from './wording.ts';

/** A sentence of a finding; the first of a bulletin is set in bold. All are computed, so none can disagree with the data. */
export type Sentence = string;

/** What a bulletin's tables say: targets first, then what is only expected or at full marks. */
export function issueFinding(bulletin: Bulletin, indicators: ReadonlyMap<string, Indicator>): Sentence[] {
  const judged = bulletin.groups.filter((g) => hasTarget(g));
  const others = bulletin.groups.filter((g) => !hasTarget(g));
  return [...judged, ...others].flatMap((g) => groupFinding(g, indicators));
}

/** What one table says. Rows are counted, never ranked. */
export function groupFinding(group: Group, indicators: ReadonlyMap<string, Indicator>): Sentence[] {
  return hasTarget(group) ? targetFinding(group) : scoreFinding(group, indicators);
}

const hasTarget = (g: Group): boolean => g.columns.some((c) => c.role === 'target');

function targetFinding(group: Group): Sentence[] {
  const by = (outcome: Comparison['outcome']): Row[] => group.rows.filter((r) => r.comparison.outcome === outcome);
  const [met, missed, pending, without] = [by('met'), by('missed'), by('pending'), by('no-target')];
  const judged = met.length + missed.length + pending.length;
  if (judged === 0) return [`${group.name}没有可以评判的目标。`];
  const goal = `${group.columns.find((c) => c.role === 'target')?.setBy ?? ''}目标`;
  const head = met.length === judged
    ? (judged === 1 ? `${group.name}所列${goal}已经达到。` : `${group.name}所列${counted(judged, '项')}${goal}全部达到。`)
    : `${group.name}所列${counted(judged, '项')}${goal}中，${[
        `${counted(met.length, '项')}达到`,
        ...(missed.length > 0 ? [`${counted(missed.length, '项')}未达到（${names(missed)}）`] : []),
        ...(pending.length > 0 ? [`${counted(pending.length, '项')}待评（${names(pending)}）`] : []),
      ].join('，')}。`;
  const exact = met.filter((r) => marginSign(r) === 0).length;
  const better = met.filter((r) => Math.abs(marginSign(r) ?? 0) === 1).length;
  const split = met.length > 1 && exact + better === met.length && exact > 0 && better > 0
    ? [`达到的${counted(met.length, '项')}中，${counted(better, '项')}${overWord(met)}目标，${counted(exact, '项')}正好达到。`]
    : [];
  return [head, ...split, ...(without.length > 0 ? [`${names(without)}未列目标。`] : [])];
}

const names = (rows: readonly Row[]): string => rows.map((r) => r.name).join('、');

const marginSign = ({ comparison: { margin } }: Row): -1 | 0 | 1 | undefined => (isUndefined(margin) ? undefined : sign(margin));

/** 高于 only where all are better by being higher. */
function overWord(rows: readonly Row[]): string {
  const signs = new Set(rows.map(marginSign).filter((s) => s !== 0));
  return signs.size === 1 && signs.has(1) ? '高于' : signs.size === 1 && signs.has(-1) ? '低于' : '优于';
}

function scoreFinding(group: Group, indicators: ReadonlyMap<string, Indicator>): Sentence[] {
  const full = group.rows.filter((r) => isFull(r.cells.achieved, indicators.get(r.indicator)));
  const expected = group.rows.filter((r) => isExpected(r.cells.achieved) && isNumeric(r.cells.achieved));
  const absent = group.rows.filter((r) => !isNumeric(r.cells.achieved));
  const parts = [
    ...full.map((r) => `${r.name}${isFull(r.cells.baseline, indicators.get(r.indicator)) ? '保持' : '达到'}满分（${spell(r.cells.achieved!)}）`),
    ...(expected.length > 0 ? [`${expected.map((r) => `${r.name}${spell({ ...r.cells.achieved!, status: 'A' })}`).join('、')}是预计数，不是已经达到的成绩`] : []),
    ...(absent.length > 0 ? [`${names(absent)}没有达到水平的数值`] : []),
  ];
  if (parts.length === 0) return [];
  return [`${group.name}${counted(group.rows.length, '项')}中，${parts.join('；')}。`];
}

const isFull = (o: Observation | undefined, indicator: Indicator | undefined): boolean =>
  isNumeric(o) && !isExpected(o) && o.unit === '分' && o.comparator === 'eq' && !!indicator?.upper && sameValue(o.value, indicator.upper);

/** What one row says, as a sentence with its subject. */
export function rowFinding(row: Row, group: Group): Sentence {
  const { baseline, target, achieved } = row.cells;
  const label = (role: 'baseline' | 'target' | 'achieved'): string => group.columns.find((c) => c.role === role)?.label ?? '';
  if (!isNumeric(achieved)) {
    const rest = [baseline, target].filter(isNumeric).map((o) => `${label(o.role as 'baseline' | 'target')}为${spell(o)}`);
    return `${row.name}${achieved ? `的${label('achieved')}${spell(achieved)}` : '没有达到水平的数值'}${rest.length > 0 ? `；${rest.join('，')}` : ''}。`;
  }
  const when = achieved.period?.label ?? '';
  const parts = [`${row.name}${isExpected(achieved) ? `预计${when}为${spell({ ...achieved, status: 'A' })}` : `${when}达到${spell(achieved)}`}`];
  const { change, margin } = row.comparison;
  if (isNumeric(target)) {
    const goal = `${group.columns.find((c) => c.role === 'target')?.setBy ?? ''}目标（${spell(target)}）`;
    parts.push(isUndefined(margin) ? `与${goal}的差距无法计算：${margin.reason}` : distance(margin, goal));
  }
  if (isNumeric(baseline)) {
    const from = `${baseline.period?.label ?? '基期'}（${spell(baseline)}）`;
    parts.push(isUndefined(change) ? `与${from}的变化无法计算：${change.reason}` : since(from, change));
  }
  return `${parts.join('，')}。`;
}

/** 比2019年（70%以上）至多提高15个百分点. */
export function since(from: string, d: Difference): string {
  const may = d.expected ? '预计' : '';
  const s = sign(d);
  const size = (v: string): string => `${v.replace('-', '')}${d.unit}`;
  if (s === 0) return `与${from}${may}持平`;
  const down = d.value.startsWith('-');
  const verb = d.unit === '个百分点' || d.unit === '分' ? (down ? '下降' : '提高') : down ? '减少' : '增加';
  if (d.comparator === 'eq') return `比${from}${may}${verb}${size(d.value)}`;
  if (d.comparator === 'range') {
    return s === undefined ? `与${from}相比，升降无法确定` : `比${from}${may}${verb}${s > 0 ? size(`${d.value}至${d.upper}`) : size(`${(d.upper ?? '').replace('-', '')}至${d.value}`)}`;
  }
  // A bound above on a rise, or below on a fall, limits its size from above.
  const most = d.comparator === 'le' || d.comparator === 'lt' ? !down : down;
  return `比${from}${may}${most ? '至多' : '至少'}${verb}${size(d.value)}`;
}
