import type { Period } from '../domain/period.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import type { NumericClaim } from './claim.ts';
import { contextOf, SENTENCE, spanOf, type Occurrence } from './occurrence.ts';
import type { TimingOf } from './tie.ts';

/** Facts whose 时点, 层级 or 地区 their sentence does not state, or whose time it states and they leave out. */
export function attributeProblems(facts: ReadonlyMap<Occurrence, NumericClaim>, timingOf: TimingOf): Problem[] {
  const tied = [...facts];
  return [
    ...tied.flatMap(([occurrence, claim]) => [
      ...timeProblems(claim, occurrence, timingOf),
      ...levelProblems(claim, occurrence),
      ...areaProblems(claim, occurrence),
    ]),
    ...inheritedByHalf(tied, timingOf),
  ];
}

function timeProblems({ o, fact }: NumericClaim, occurrence: Occurrence, timingOf: TimingOf): Problem[] {
  const { governing, stated, inherited } = timingOf(occurrence);
  const context = contextOf(occurrence);
  const at = fact?.time;
  if (at === undefined) return [];
  if (o.asOf === null) return governing ? [problem('prose/time-left-out', at, governing.label, { context })] : [];
  const is = (period: Period): boolean => period.code === o.asOf!.code;
  if (governing) {
    if (is(governing) || ownTimes(occurrence, stated).some(is)) return [];
    return [notStated(o.asOf, at, context, `，写明的是“${governing.label}”`, `时点改为“${governing.label}”`)];
  }
  if (stated.some(is) || (inherited && is(inherited))) return [];
  return [nowhere(o.asOf, at, context, stated)];
}

/** A time that neither the sentence nor one before it states. */
function nowhere(time: Period, at: Place, context: string, stated: readonly Period[]): Problem {
  const others = [...new Set(stated.map(({ label }) => label))].map((label) => `“${label}”`).join('、');
  return others === ''
    ? notStated(time, at, context, '', '正文没有写时点的，时点空着，不要从别处推断')
    : notStated(time, at, context, `，写的是${others}`, `照正文改成${others}；正文没有写时点的，空着`);
}

const notStated = (time: Period, at: Place, context: string, stated: string, cure: string): Problem =>
  problem('prose/time-not-stated', at, time.label, { context, stated, cure });

/** Times that the number's own clause states beside the one that governs it. */
function ownTimes(occurrence: Occurrence, stated: readonly Period[]): readonly Period[] {
  const [from, to] = spanOf(occurrence, '，。；！？：,;!?:\n');
  const clause = occurrence.block.text.slice(from, to).replace(/\s+/g, '');
  return stated.filter(({ label }) => clause.includes(label));
}

/** What says a level in a sentence, besides the word itself. */
const LEVEL_WORDS: Readonly<Record<string, RegExp>> = {
  国家级: /国家级|全国|我国/,
  省级: /省级|全省|我省/,
  市级: /市级|全市|我市/,
  县级: /县级|全县|我县/,
  区级: /区级|全区|我区/,
  全国: /全国|我国/,
  全省: /全省|我省/,
  全市: /全市|我市/,
  全县: /全县|我县/,
  全区: /全区|我区/,
};

function sentenceAround(occurrence: Occurrence): string {
  const [from, to] = spanOf(occurrence, SENTENCE);
  return occurrence.block.text.slice(from, to);
}

function levelProblems({ o, fact }: NumericClaim, occurrence: Occurrence): Problem[] {
  if (o.level === null) return [];
  const sentence = sentenceAround(occurrence);
  if (sentence.includes(o.level) || LEVEL_WORDS[o.level]?.test(sentence)) return [];
  return [problem('prose/level-not-stated', fact!.level, o.level, { context: contextOf(occurrence) })];
}

function areaProblems({ o, fact }: NumericClaim, occurrence: Occurrence): Problem[] {
  if (o.area === null) return [];
  const { text, heading } = occurrence.block;
  const before = text.slice(0, Math.max(occurrence.figure.end, spanOf(occurrence, SENTENCE)[1]));
  if (`${heading}${before}`.includes(o.area) || LEVEL_WORDS[o.area]?.test(before)) return [];
  return [problem('prose/area-not-stated', fact!.area, o.area, { context: contextOf(occurrence) })];
}

/**
 * Numbers of one sentence of which no clause tells the time, but a sentence before or the beginning of their own does: all are
 * dated so, or none.
 */
function inheritedByHalf(tied: readonly (readonly [Occurrence, NumericClaim])[], timingOf: TimingOf): Problem[] {
  const open = tied.filter(([occurrence]) => timingOf(occurrence).governing === undefined);
  const bySentence = Map.groupBy(open, ([occurrence]) => `${occurrence.index}|${spanOf(occurrence, SENTENCE)[0]}`);
  return [...bySentence.values()].flatMap((members) => {
    const undated = members.filter(([, { o }]) => o.asOf === null);
    const dated = members.filter(([occurrence, { o, fact }]) => {
      const { inherited } = timingOf(occurrence);
      const isOwn = ownTimes(occurrence, timingOf(occurrence).stated).some(({ code }) => code === o.asOf?.code);
      return o.asOf !== null && fact?.time !== undefined && (!isOwn || inherited?.code === o.asOf.code);
    });
    const [first] = dated;
    const [other] = undated;
    if (!first || !other) return [];
    const words = { other: other[1].fact!.row.row ?? 0, name: other[1].o.name, context: contextOf(first[0]) };
    return [problem('prose/time-of-some', first[1].fact!.time!, first[1].o.asOf!.label, words)];
  });
}
