import type { Bulletin } from '../domain/issue.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isExpected, isNumeric } from '../domain/observation.ts';
import { comparatorOf, type Comparator } from '../domain/quantity.ts';
import { byEnd } from '../domain/period.ts';
import type { Trend } from '../domain/trend.ts';
import { moments } from '../domain/trend-line.ts';
import type { TrendPoint } from '../domain/trend-point.ts';
import { spelledOnce } from './note.ts';
import { quoted, roleWord, spell } from './phrase.ts';
import { partName } from './trend-finding.ts';

/** What a reader of the picture must know and the picture cannot say. */
export function trendNotes(
  trends: readonly Trend[],
  undrawn: readonly Trend[],
  indicator: Indicator,
  bulletins: readonly Bulletin[],
): string[] {
  const parts = trends.map((trend) => ({ name: partName(trend, trends), notes: partNotes(trend) }));
  const shared = parts[0]?.notes.filter((note) => parts.every(({ notes }) => notes.includes(note))) ?? [];
  const own = parts.flatMap(({ name, notes }) =>
    notes.filter((note) => !shared.includes(note)).map((note) => (name ? `${name}：${note}` : note)),
  );
  return [...own, ...shared, ...undrawnNotes(undrawn), ...leftOut(indicator, bulletins)];
}

const partNotes = (trend: Trend): string[] => [
  ...breakNotes(trend),
  ...incomparableNotes(trend),
  ...differenceNotes(trend),
  ...gapNotes(trend),
  ...boundNotes(trend),
  ...timeNotes(trend),
  ...levelNotes(trend),
];

const breakNotes = ({ breaks, kind }: Trend): string[] =>
  breaks.map(
    ({ issue, note, shared }) =>
      `第${issue}期起口径变更：${note.replace(/。?$/, '。')}以前和以后的数不连线，不计算变化。${shared ? `有的${kind === 'year' ? '年份' : '时期'}新旧口径都有数，竖线画在新口径最早的时点，标签注明是哪一期的数。` : ''}`,
  );

const incomparableNotes = ({ incomparable }: Trend): string[] =>
  incomparable.map(
    ({ from, to, reason, issue }) =>
      `${to.period.label}与${from.period.label}的数，第${issue}期写明不可比：${reason.replace(/。?$/, '。')}不连线，不计算变化。`,
  );

/** `2020年第48期达到97.2%，第49期基期95%`: all are drawn, none is chosen. Numbers of two definitions are the break's affair. */
function differenceNotes({ values, targets, contested }: Trend): string[] {
  const differing = [...values, ...targets].filter((p) => contested.has(p));
  const times = [...Map.groupBy(differing, ({ o, setter }) => `${o.role === 'target'}${setter}`).values()]
    .flatMap(moments)
    .filter((time) => time.some((p) => p.era === time[0]!.era && p !== time[0]));
  const reachedTwice = times.filter((time) => time.filter(({ o }) => !isExpected(o)).length > 1);
  const foreseen = times.filter((time) => !reachedTwice.includes(time) && time.some(({ o }) => isExpected(o)));
  return [
    ...reachedTwice.map((time) => {
      const rule = time[0]!.o.role === 'target' ? '不作取舍' : '连线只在同一期写出的两个数之间';
      return `${byBulletin(time)}。各期所写的数不同，都画出来；${rule}。`;
    }),
    ...foreseen.map((time) => `${byBulletin(time)}。预计数和后来的数都画出来。`),
  ];
}

const byBulletin = (time: readonly TrendPoint[]): string =>
  `${time[0]!.period.label}${time
    .toSorted((a, b) => a.issues[0]! - b.issues[0]!)
    .map(
      ({ o, issues, setter }) =>
        `第${issues.join('、')}期${isExpected(o) ? '' : `${setter ?? ''}${roleWord(o.role)}`}${spell(o)}`,
    )
    .join('，')}`;

const gapNotes = ({ gaps }: Trend): string[] =>
  [...Map.groupBy(gaps, ({ period }) => period.code).values()]
    .toSorted(([a], [b]) => byEnd(a!.period, b!.period))
    .map((found) => {
      const words = found.map(({ issue, word }) =>
        word === '未列' ? `第${issue}期未列` : `第${issue}期写明${quoted(word)}`,
      );
      return `${found[0]!.period.label}：${words.join('，')}，不画记号，连线在此断开。`;
    });

/** Numbers that are not exact: what they are called, whose they are, and how they are drawn. */
const INEXACT: readonly { kind: string; comparators: readonly Comparator[]; drawn: string }[] = [
  { kind: '界限', comparators: ['ge', 'gt'], drawn: '只写了下限，图中以箭头表示' },
  { kind: '界限', comparators: ['le', 'lt'], drawn: '只写了上限，图中以箭头表示' },
  { kind: '概数', comparators: ['about', 'over', 'under'], drawn: '是概数，图中以点线轮廓表示' },
  { kind: '区间', comparators: ['range'], drawn: '是区间，图中画出两端' },
];

function boundNotes({ values, targets }: Trend): string[] {
  const among = (points: readonly TrendPoint[], comparators: readonly Comparator[]): TrendPoint[] =>
    points.filter(({ o }) => comparators.includes(comparatorOf(o.quantity)));
  const drawn = INEXACT.flatMap(({ comparators, drawn }) => {
    const spelled = spelledOnce(among([...values, ...targets], comparators).map(({ o }) => o));
    return spelled ? [`${spelled}${drawn}。`] : [];
  });
  const unjoined = INEXACT.filter(({ comparators }) => among(values, comparators).length > 0).map(({ kind }) => kind);
  if (unjoined.length === 0) return drawn;
  return [...drawn, `${[...new Set(unjoined)].join('、')}不是确切的数，不与别的数连线。`];
}

function timeNotes({ values, kind }: Trend): string[] {
  const dated = [
    ...new Set(
      values.flatMap(({ o, dated }) => (dated ? [`${o.asOf ? '截至' : ''}${(o.asOf ?? o.period)?.label}`] : [])),
    ),
  ];
  if (kind === 'day') return [];
  const place = kind === 'year' ? '记号画在各年的中间' : '记号画在各期的最后一天';
  if (dated.length === 0) return [kind === 'year' ? `时点：通报未注明，${place}。` : `${place}。`];
  const rest = kind === 'year' ? '记号画在那一年的中间' : '记号画在那一期的最后一天';
  return [`时点：${dated.join('、')}${values.every((p) => p.dated) ? '' : `；其余通报未注明，${rest}`}。`];
}

function levelNotes({ values, levels }: Trend): string[] {
  const open = values.some(({ o }) => o.level === null);
  if (levels.length === 0) return ['层级：通报未注明。'];
  if (levels.length === 1) return [`层级：${levels[0]}${open ? '；未写层级的，通报未注明' : ''}。`];
  return [`层级：${levels.join('、')}，不同层级的数不连线${open ? '；未写层级的，通报未注明，也不连线' : ''}。`];
}

/** `季度只有2022年一季度的数，不画图，见下表。` */
function undrawnNotes(undrawn: readonly Trend[]): string[] {
  const single = undrawn.filter(({ values }) => values.length > 0);
  return single.map(({ area, values }) => {
    const periods = [...new Set(values.map(({ period }) => period.label))].join('、');
    return `${area ?? ''}${periods}的数没有同类时期的数可以对照，不画图，见下表。`;
  });
}

/** Numbers of the bulletins that have no place over time. */
function leftOut({ code, unit }: Indicator, bulletins: readonly Bulletin[]): string[] {
  const cells = bulletins.flatMap((b) =>
    b.groups.flatMap((g) => g.rows.filter((r) => r.indicator === code).flatMap((r) => r.all.map(({ o }) => o))),
  );
  const frontier = cells.some((o) => o.role === 'frontier' && isNumeric(o));
  const text = bulletins.some((b) => b.facts.some((o) => o.indicator === code));
  const other = cells.some((o) => isNumeric(o) && o.unit !== unit);
  const what = [
    ...(frontier ? ['前沿水平没有年份'] : []),
    ...(text ? ['正文里的数口径可能不同'] : []),
    ...(other ? ['单位不同的数不能画在一张图里'] : []),
    ...(cells.some((o) => isNumeric(o) && o.cumulative) ? ['规划期累计数不是一年的数'] : []),
  ];
  return what.length > 0 ? [`${what.join('，')}，${what.length > 1 ? '都' : ''}不画在图上，见下表。`] : [];
}
