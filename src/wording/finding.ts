import type { Comparison, Difference } from '../domain/comparison.ts';
import type { Bulletin, Group, Row } from '../domain/issue.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isExpected, isNumeric, type Numeric, type Observation } from '../domain/observation.ts';
import { isUndefined, sameValue, sign } from '../domain/quantity.ts';
import { counted, distance, isZero, measured, quoted, spell } from './phrase.ts';

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
  const table = called(group);
  if (judged === 0) return [`${table}没有可以评判的目标。`, ...declines(group)];
  const goal = `${group.columns.find((c) => c.role === 'target')?.setBy ?? ''}目标`;
  const head =
    met.length === judged
      ? judged === 1
        ? `${table}所列${goal}已经达到。`
        : `${table}所列${counted(judged, '项')}${goal}全部达到。`
      : [missed.length, pending.length].includes(judged)
        ? `${table}所列${judged === 1 ? '' : counted(judged, '项')}${goal}${judged === 1 ? '' : '均'}${missed.length > 0 ? '未达到' : '待评'}（${names([...missed, ...pending])}）。`
        : `${table}所列${counted(judged, '项')}${goal}中，${[
            ...(met.length > 0 ? [`${counted(met.length, '项')}达到`] : []),
            ...(missed.length > 0 ? [`${counted(missed.length, '项')}未达到（${names(missed)}）`] : []),
            ...(pending.length > 0 ? [`${counted(pending.length, '项')}待评（${names(pending)}）`] : []),
          ].join('，')}。`;
  const exact = met.filter((r) => marginSign(r) === 0).length;
  const better = met.filter((r) => Math.abs(marginSign(r) ?? 0) === 1).length;
  const split =
    met.length > 1 && exact + better === met.length && exact > 0 && better > 0
      ? [
          `${met.length === judged ? '其' : `达到的${counted(met.length, '项')}`}中${met.length === judged ? '' : '，'}${counted(better, '项')}${overWord(met)}目标，${counted(exact, '项')}正好达到目标。`,
        ]
      : [];
  return [head, ...split, ...(without.length > 0 ? [`${names(without)}未列目标。`] : []), ...declines(group)];
}

const names = (rows: readonly Row[]): string => rows.map((r) => r.name).join('、');

const marginSign = ({ comparison: { margin } }: Row): -1 | 0 | 1 | undefined =>
  isUndefined(margin) ? undefined : sign(margin);

/** A table by its name, a group that is none as such: 附表, “时间”组. */
const called = ({ name }: Group): string => (/[表单]$/.test(name) ? name : `${quoted(name)}组`);

/** What came out worse than the baseline is said even where its target is met: one to three by name and size, more by name. */
function declines(group: Group): Sentence[] {
  const worse = group.rows.flatMap((r) => {
    const { improved, change } = r.comparison;
    return improved === false && !isUndefined(change) && sign(change) !== 0 ? [{ r, change }] : [];
  });
  if (worse.length === 0) return [];
  if (worse.length > 3) return [`${counted(worse.length, '项')}不如基期（${names(worse.map(({ r }) => r))}）。`];
  return [
    `${worse.map(({ r, change }) => `${r.name}${since(r.cells.baseline?.period?.label ?? '基期', change).replace(/^比/, '较')}`).join('，')}。`,
  ];
}

/** 高于 only where all are better by being higher. */
function overWord(rows: readonly Row[]): string {
  const signs = new Set(rows.map(marginSign).filter((s) => s !== 0));
  return signs.size === 1 && signs.has(1) ? '高于' : '优于';
}

function scoreFinding(group: Group, indicators: ReadonlyMap<string, Indicator>): Sentence[] {
  const full = group.rows.filter((r) => isFull(r.cells.achieved, indicators.get(r.indicator)));
  const expected = group.rows.filter((r) => isExpected(r.cells.achieved) && isNumeric(r.cells.achieved));
  const absent = group.rows.filter((r) => !isNumeric(r.cells.achieved));
  const parts = [
    ...full.map(
      (r) =>
        `${r.name}${isFull(r.cells.baseline, indicators.get(r.indicator)) ? '保持' : '达到'}满分（${spell(r.cells.achieved!)}）`,
    ),
    ...(expected.length > 0
      ? [
          `${expected.map((r) => `${r.name}${spell({ ...r.cells.achieved!, status: 'A' })}`).join('、')}是预计数，不是已经达到的成绩`,
        ]
      : []),
    ...(absent.length > 0 ? [`${names(absent)}没有达到水平的数值`] : []),
  ];
  if (parts.length === 0) return declines(group);
  return [`${group.name}${counted(group.rows.length, '项')}中，${parts.join('；')}。`, ...declines(group)];
}

const isFull = (o: Observation | undefined, indicator: Indicator | undefined): boolean =>
  isNumeric(o) &&
  !isExpected(o) &&
  o.unit === '分' &&
  o.comparator === 'eq' &&
  !!indicator?.upper &&
  sameValue(o.value, indicator.upper);

/** What one row says, as a sentence with its subject. */
export function rowFinding(row: Row, group: Group): Sentence {
  const { baseline, target, achieved } = row.cells;
  const label = (role: 'baseline' | 'target' | 'achieved'): string =>
    group.columns.find((c) => c.role === role)?.label ?? '';
  if (!isNumeric(achieved)) {
    const rest = [baseline, target]
      .filter(isNumeric)
      .map((o) => `${label(o.role as 'baseline' | 'target')}为${spell(o)}`);
    return `${row.name}${achieved ? `${label('achieved')}${spell(achieved)}` : '没有达到水平的数值'}${rest.length > 0 ? `；${rest.join('，')}` : ''}。`;
  }
  const when = achieved.period?.label ?? '';
  const { change, margin, outcome } = row.comparison;
  const said = [
    `${row.name}${isExpected(achieved) ? `预计${when}为${spell({ ...achieved, status: 'A' })}` : `${when}${verb(achieved, row)}${spell(achieved)}`}`,
  ];
  const unsaid: { what: string; reason: string }[] = [];
  if (isNumeric(target)) {
    const goal = `${group.columns.find((c) => c.role === 'target')?.setBy ?? ''}目标（${spell(target)}）`;
    if (isUndefined(margin)) unsaid.push({ what: `与${goal}的差距`, reason: margin.reason });
    else said.push(distance(margin, goal) + judgement(outcome, sign(margin)));
  }
  if (isNumeric(baseline)) {
    const from = `${baseline.period?.label ?? '基期'}（${spell(baseline)}）`;
    if (isUndefined(change)) unsaid.push({ what: `与${from}的变化`, reason: change.reason });
    else said.push(since(from, change));
  }
  const why = [...Map.groupBy(unsaid, ({ reason }) => reason)].map(
    ([reason, what]) => `${what.map((w) => w.what).join('、')}无法计算：${reason}`,
  );
  return `${[said.join('，'), ...why].join('；')}。`;
}

/** 达到 is not said of what fell, of a ceiling, nor of what bears a verb of its own (超过10%). */
function verb({ comparator }: Numeric, { comparison: { change, margin } }: Row): string {
  if (comparator === 'gt' || comparator === 'lt') return '';
  const sunk = [change, margin].some((d) => !isUndefined(d) && d.value.startsWith('-'));
  return sunk || comparator === 'le' ? '为' : '达到';
}

/** Where lower is better, 低于目标 is good news: the outcome is said beside it. */
const judgement = (outcome: Comparison['outcome'], s: -1 | 0 | 1 | undefined): string =>
  outcome === 'met' && s === -1 ? '（达标）' : outcome === 'missed' && s === 1 ? '（未达标）' : '';

/** 比2019年（70%以上）至多提高15个百分点. */
export function since(from: string, d: Difference): string {
  const may = d.expected ? '预计' : '';
  const s = sign(d);
  const size = (v: string): string => `${v.replace('-', '')}${measured(d.unit)}`;
  if (s === 0) return `与${from}${may}持平`;
  if (isZero(d.value) && d.comparator !== 'range')
    return `${may}${{ ge: '不低于', gt: '高于', le: '不高于', lt: '低于' }[d.comparator as string] ?? '接近'}${from}`;
  const down = d.value.startsWith('-');
  const verb = d.unit === '个百分点' || d.unit === '分' ? (down ? '下降' : '提高') : down ? '减少' : '增加';
  if (d.comparator === 'eq') return `比${from}${may}${verb}${size(d.value)}`;
  if (d.comparator === 'range') {
    return s === undefined
      ? `与${from}相比，升降无法确定`
      : `比${from}${may}${verb}${s > 0 ? size(`${d.value}至${d.upper}`) : size(`${(d.upper ?? '').replace('-', '')}至${d.value}`)}`;
  }
  // A bound above on a rise, or below on a fall, limits its size from above.
  const most = d.comparator === 'le' || d.comparator === 'lt' ? !down : down;
  return `比${from}${may}${most ? '至多' : '至少'}${verb}${size(d.value)}`;
}
