import type { Indicator } from '../domain/indicator.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { lookup } from '../ingest/text/letters.ts';
import type { RecordedUnit } from './edition-record.ts';
import type { Pair } from './pair.ts';

const UNITS = 'data/units.csv';

/** What pages say of an indicator, by the registry's columns. Other names and bounds are for the check. */
const said = (i: Indicator, issue: number): Readonly<Record<string, string>> => ({
  名称: i.name,
  单位: i.unit,
  方向: i.direction,
  一级指标: i.topic ?? '',
  口径: i.definition ?? '',
  // What changes in a later bulletin changes nothing of this one.
  口径变更: i.breaks
    .filter((b) => b.issue <= issue)
    .map((b) => `第${b.issue}期起：${b.note}`)
    .join('；'),
  英文名: i.nameEn ?? '',
});

/** What a version said of its indicators and what the registry says now; those whose code is gone are left out. */
export const registryPairs = (
  then: readonly Indicator[],
  { indicators, at, mayHave }: Registry,
  issue: number,
): Pair[] =>
  then.flatMap((was) => {
    const is = indicators.get(was.code);
    if (!is) return [];
    const [before, after] = [said(was, issue), said(is, issue)];
    const known = Object.keys(before).filter((column) => !mayHave(column));
    return known.map((column): Pair => ({
      names: [...new Set([is.name, was.name])],
      column,
      places: ['名录'],
      before: before[column]!,
      after: after[column]!,
      at: at(was.code, column),
    }));
  });

/** Names of a bulletin's rows that the registry now takes for another indicator than when the version was sealed. */
export function namePairs(names: Iterable<string>, then: readonly Indicator[], now: Registry): Pair[] {
  const before = new Map(then.flatMap((i) => [i.name, ...i.aliases].map((name) => [lookup(name), i] as const)));
  return [...new Set(names)].flatMap((name): Pair[] => {
    const [was, is] = [before.get(lookup(name)), now.find(name)];
    if (was?.code === is?.code || (was && !now.indicators.has(was.code))) return [];
    const at = now.at((is ?? was)!.code, '名称');
    return [
      { names: [name], column: '名称', places: ['名录'], before: was?.name ?? name, after: is?.name ?? name, at },
    ];
  });
}

/** Indicators of a version whose code the registry has no more. */
export const lostIndicators = (then: readonly Indicator[], { lacks }: Registry): Indicator[] =>
  then.filter(({ code }) => lacks(code));

/** What a version counted in, by the columns of `data/units.csv`. */
export const unitPairs = (then: readonly RecordedUnit[], { units }: Registry): Pair[] =>
  then.flatMap((was) => {
    const is = units.find(was.name);
    const sides = [
      ['类别', was.kind, is?.kind ?? ''],
      ['差的说法', was.difference, is?.difference ?? ''],
    ] as const;
    return sides.map(([column, before, after]): Pair => ({
      names: [was.name],
      column,
      places: ['单位表'],
      before,
      after,
      at: { file: UNITS, column },
    }));
  });
