import type { Difference } from '../domain/comparison.ts';
import { isExact, lowerOf, sign, type PointQuantity } from '../domain/quantity.ts';
import { grouped, isRankUnit, measured } from './phrase.ts';

type Words = Readonly<Partial<Record<PointQuantity['comparator'], string>>>;

/** What a bound says of the size of a rise and of a fall: a difference that is not below −40 is a fall of 40 at most. */
const OF_A_RISE: Words = { ge: '至少', gt: '超过', le: '至多', lt: '不到' };
const OF_A_FALL: Words = { ge: '至多', gt: '不到', le: '至少', lt: '超过' };

/** A bound at zero tells only on which side of it the difference lies. */
const OF_ZERO: Words = { ge: '不低于', gt: '高于', le: '不高于', lt: '低于' };

/**
 * Signed: +26.79个百分点, −2个工作日; where only a bound is known, in words: 至多提高15个百分点.
 *
 * @param kind the unit that says whether it rises or grows, where `unit` is said elsewhere
 * @param moved the verb of a rise and of a fall
 */
export function signed({ quantity, unit }: Pick<Difference, 'quantity' | 'unit'>, kind = unit, moved = verb): string {
  if (isPlaces(unit, quantity)) return placesMoved(lowerOf(quantity));
  if (quantity.kind === 'range') return `${withSign(quantity.lower)}至${withSign(quantity.upper)}${measured(unit)}`;
  const { value, comparator } = quantity;
  const bound = boundOf(value, comparator);
  if (bound === '') return `${withSign(value)}${measured(unit)}`;
  // 至多 and 至少 speak of a size: behind them a sign would be read as a part of the number.
  if (isZero(value)) return `${OF_ZERO[comparator] ?? ''}0`;
  const size = `${magnitude(value)}${measured(unit)}`;
  const side = moved(kind, isNegative(value));
  return bound.startsWith('至') ? `${bound}${side}${size}` : `${side}${bound}${size}`;
}

/** Whole places, which rise as their number falls. */
const isPlaces = (unit: string, q: Difference['quantity']): boolean => isRankUnit(unit) && isExact(q);

/** How far from a target, signed: +17.2个百分点, of places 靠前3位. */
export function signedMargin(margin: Pick<Difference, 'quantity' | 'unit'>, kind = margin.unit): string {
  const { quantity, unit } = margin;
  if (!isPlaces(unit, quantity) || isZero(lowerOf(quantity))) return signed(margin, kind, beside);
  const places = lowerOf(quantity);
  return `${isNegative(places) ? '靠前' : '靠后'}${magnitude(places)}位`;
}

/** 上升3位, 下降1位, 持平. */
function placesMoved(value: string): string {
  if (isZero(value)) return '持平';
  return `${isNegative(value) ? '上升' : '下降'}${magnitude(value)}位`;
}

const boundOf = (value: string, comparator: PointQuantity['comparator']): string =>
  (isNegative(value) ? OF_A_FALL : OF_A_RISE)[comparator] ?? '';

function withSign(value: string): string {
  if (isZero(value)) return value;
  return isNegative(value) ? `−${magnitude(value)}` : `+${magnitude(value)}`;
}

/**
 * The distance to a target in words: 高于目标17.2个百分点, 正好达到目标, 预计高于目标…, 不低于目标.
 * @param goal 目标, 目标下限, 目标上限
 */
export function distance({ quantity, unit, expected }: Difference, goal: string): string {
  const may = expected ? '预计' : '';
  const s = sign(quantity);
  if (s === 0) return `${may}正好达到${goal}`;
  if (quantity.kind === 'range') {
    if (s === undefined) return `与${goal}相比，高低无法确定`;
    return `${may}${s < 0 ? '低' : '高'}于${goal}${sizes(quantity.lower, quantity.upper)}${measured(unit)}`;
  }
  const { value, comparator } = quantity;
  if (isPlaces(unit, quantity)) return `${may}比${goal}${signedMargin({ quantity, unit })}`;
  if (isZero(value)) return `${may}${OF_ZERO[comparator] ?? ''}${goal}`;
  const side = isNegative(value) ? '低' : '高';
  const size = `${magnitude(value)}${measured(unit)}`;
  if (s === undefined) return `${may}至多${side}于${goal}${size}`;
  return `${may}${side}于${goal}${boundOf(value, comparator)}${size}`;
}

/**
 * What is missing to a target that was not reached: 差0.2个百分点, 至少差5项. It does not say on which side, which only the
 * indicator's direction makes good or bad. Null where the size is open.
 */
export function shortfall({ quantity, unit }: Pick<Difference, 'quantity' | 'unit'>): string | null {
  if (quantity.kind === 'range') return `差${sizes(quantity.lower, quantity.upper)}${measured(unit)}`;
  const { value, comparator } = quantity;
  if (isZero(value)) return null;
  return `${boundOf(value, comparator)}差${magnitude(value)}${isPlaces(unit, quantity) ? '位' : measured(unit)}`;
}

/** What came of a number since `from`: 比2019年（70%以上）至多提高15个百分点, 与2019年持平. */
export function changeSince(from: string, { quantity, unit, expected }: Difference): string {
  const may = expected ? '预计' : '';
  const s = sign(quantity);
  if (s === 0) return `与${from}${may}持平`;
  if (quantity.kind === 'range') {
    if (s === undefined) return `与${from}相比，升降无法确定`;
    const range = sizes(quantity.lower, quantity.upper);
    return `比${from}${may}${verb(unit, s < 0)}${range}${measured(unit)}`;
  }
  const { value, comparator } = quantity;
  if (isPlaces(unit, quantity)) return `比${from}${may}${placesMoved(value)}`;
  if (isZero(value)) return `${may}${OF_ZERO[comparator] ?? ''}${from}`;
  const bound = boundOf(value, comparator).replace('超过', '至少').replace('不到', '至多');
  return `比${from}${may}${bound}${verb(unit, isNegative(value))}${magnitude(value)}${measured(unit)}`;
}

/** Shares and scores go up and down, counted things become more and fewer. */
function verb(unit: string, down: boolean): string {
  if (unit === '个百分点' || unit === '分') return down ? '下降' : '提高';
  return down ? '减少' : '增加';
}

/** A distance is no change: shares and scores are higher or lower than a target, counted things more or fewer. */
function beside(unit: string, down: boolean): string {
  if (unit === '个百分点' || unit === '分') return down ? '低' : '高';
  return down ? '少' : '多';
}

/** Both ends of a range on one side of zero, the smaller size first: 10至20. */
const sizes = (lower: string, upper: string): string =>
  isNegative(lower) ? `${magnitude(upper)}至${magnitude(lower)}` : `${magnitude(lower)}至${magnitude(upper)}`;

export const isNegative = (value: string): boolean => value.startsWith('-');

const magnitude = (value: string): string => grouped(value.replace('-', ''));

const isZero = (value: string): boolean => Number(value) === 0;
