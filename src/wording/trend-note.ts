import type { Bulletin } from '../domain/issue.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isExpected, isNumeric, type Numeric } from '../domain/observation.ts';
import { moments, type Trend, type TrendPoint } from '../domain/trend.ts';
import { quoted, roleWord, spell } from './phrase.ts';

/** What a reader of the picture must know and the picture cannot say. */
export function trendNotes(trend: Trend, indicator: Indicator, bulletins: readonly Bulletin[]): string[] {
  return [
    ...breakNotes(trend),
    ...differenceNotes(trend),
    ...gapNotes(trend),
    ...boundNotes(trend),
    ...timeNotes(trend),
    ...levelNotes(trend),
    ...leftOut(indicator, bulletins),
  ];
}

const breakNotes = ({ breaks }: Trend): string[] =>
  breaks.map(
    ({ issue, note, shared }) =>
      `第${issue}期起口径变更：${note.replace(/。?$/, '。')}以前和以后的数不连线，不计算变化。${shared ? '有的年份新旧口径都有数，竖线画在新口径最早的时点，标签注明是哪一期的数。' : ''}`,
  );

/** `2020年第48期达到97.2%，第49期基期95%`: all are drawn, none is chosen. Numbers of two definitions are the break's affair. */
function differenceNotes({ values, targets, contested }: Trend): string[] {
  const times = [values, targets]
    .flatMap((points) => moments(points.filter((p) => contested.has(p))))
    .filter((time) => time.some((p) => p.era === time[0]!.era && p !== time[0]));
  const [torn, foreseen] = [
    times.filter((time) => time.filter(({ o }) => !isExpected(o)).length > 1),
    times.filter((time) => time.some(({ o }) => isExpected(o))),
  ];
  return [
    ...torn.map(
      (time) =>
        `${told(time)}。各期所写的数不同，都画出来；${time[0]!.o.role === 'target' ? '不作取舍。' : '连线只在同一期写出的两个数之间。'}`,
    ),
    ...foreseen.filter((time) => !torn.includes(time)).map((time) => `${told(time)}。预计数和后来的数都画出来。`),
  ];
}

const told = (time: readonly TrendPoint[]): string =>
  `${time[0]!.year}年${time
    .toSorted((a, b) => a.issues[0]! - b.issues[0]!)
    .map(({ o, issues }) => `第${issues.join('、')}期${isExpected(o) ? '' : roleWord(o.role)}${spell(o)}`)
    .join('，')}`;

const gapNotes = ({ gaps }: Trend): string[] =>
  [...Map.groupBy(gaps, ({ year }) => year)]
    .sort(([a], [b]) => a - b)
    .map(
      ([year, those]) =>
        `${year}年：${those.map(({ issue, word }) => (word === '未列' ? `第${issue}期未列` : `第${issue}期写明${quoted(word)}`)).join('，')}，不画记号，连线在此断开。`,
    );

function boundNotes({ values, targets }: Trend): string[] {
  const numbers = [...values, ...targets].map(({ o }) => o);
  const told = (test: readonly string[]): string =>
    [...new Set(numbers.filter((o) => test.includes(o.comparator)).map((o: Numeric) => quoted(spell(o))))].join('');
  const [floor, ceiling, rough, range] = [
    told(['ge', 'gt']),
    told(['le', 'lt']),
    told(['about', 'over', 'under']),
    told(['range']),
  ];
  const among = (...tests: string[]): boolean => values.some(({ o }) => tests.includes(o.comparator));
  const unjoined = [
    ...(among('ge', 'gt', 'le', 'lt') ? ['界限'] : []),
    ...(among('about', 'over', 'under') ? ['概数'] : []),
    ...(among('range') ? ['区间'] : []),
  ].join('、');
  return [
    ...(floor ? [`${floor}只写了下限，图中以箭头表示。`] : []),
    ...(ceiling ? [`${ceiling}只写了上限，图中以箭头表示。`] : []),
    ...(rough ? [`${rough}是概数，图中以点线轮廓表示。`] : []),
    ...(range ? [`${range}是区间，图中画出两端。`] : []),
    ...(unjoined ? [`${unjoined}不是确切的数，不与别的数连线。`] : []),
  ];
}

function timeNotes({ values }: Trend): string[] {
  const dated = [
    ...new Set(
      values.flatMap(({ o, dated }) => (dated ? [`${o.asOf ? '截至' : ''}${(o.asOf ?? o.period)?.label}`] : [])),
    ),
  ];
  if (dated.length === 0) return ['时点：通报未注明，记号画在各年的中间。'];
  return [`时点：${dated.join('、')}${values.every((p) => p.dated) ? '' : '；其余通报未注明，记号画在那一年的中间'}。`];
}

function levelNotes({ values, levels }: Trend): string[] {
  const open = values.some(({ o }) => o.level === null);
  if (levels.length === 0) return ['层级：通报未注明。'];
  if (levels.length === 1) return [`层级：${levels[0]}${open ? '；未写层级的，通报未注明' : ''}。`];
  return [`层级：${levels.join('、')}，不同层级的数不连线${open ? '；未写层级的，通报未注明，也不连线' : ''}。`];
}

/** Numbers of the bulletins that have no place over time. */
function leftOut({ code, unit }: Indicator, bulletins: readonly Bulletin[]): string[] {
  const cells = bulletins.flatMap((b) =>
    b.groups.flatMap((g) => g.rows.filter((r) => r.indicator === code).flatMap((r) => Object.values(r.cells))),
  );
  const frontier = cells.some((o) => o.role === 'frontier' && isNumeric(o));
  const text = bulletins.some((b) => b.facts.some((o) => o.indicator === code));
  const other = cells.some((o) => isNumeric(o) && o.unit !== unit);
  const what = [
    ...(frontier ? ['前沿水平没有年份'] : []),
    ...(text ? ['正文里的数口径可能不同'] : []),
    ...(other ? ['单位不同的数不能画在一张图里'] : []),
  ];
  return what.length > 0 ? [`${what.join('，')}，${what.length > 1 ? '都' : ''}不画在图上，见下表。`] : [];
}
