import type { NumericObservation } from '../domain/observation.ts';
import { lowerOf, sameDigits, type Quantity } from '../domain/quantity.ts';
import type { Units } from '../domain/unit.ts';
import type { CountedIn } from './figure/counted.ts';
import type { Figure } from './figure/figure.ts';

/** Whether a number of the text is a fact's: every digit, the sign, the qualifier and the unit. */
export const isStatedBy = (figure: Figure, o: NumericObservation, units: Units): boolean =>
  figure.readings.some((reading) => sameDigits(reading, o.quantity)) && fitsUnit(figure.counted, o.unit, units);

/** A magnitude without a unit (3.2亿) leaves the unit open, but not the magnitude; a number alone is no share. */
export function fitsUnit(counted: CountedIn, unit: string, units: Units): boolean {
  const known = units.find(unit);
  switch (counted.kind) {
    case 'unit':
      return counted.name === unit;
    case 'magnitude':
      return known !== undefined && known.name === counted.word + known.base;
    case 'rank':
      return known?.kind === '位次' || unit === '名';
    case 'unknown':
      return false;
    case 'none':
      return known?.kind !== '比率' && known?.scale === 0;
  }
}

/** In what a number of the text differs from the same number of the data. */
export function differenceOf(figure: Figure, o: NumericObservation): string {
  const [quantity] = figure.readings;
  if (!quantity) return '写法';
  if (sameDigits(quantity, o.quantity)) return '单位';
  if (lowerOf(quantity) === lowerOf(o.quantity)) return '限定词';
  return isOpposite(quantity, o.quantity) ? '正负号' : '小数位';
}

const isOpposite = (a: Quantity, b: Quantity): boolean => lowerOf(a).startsWith('-') !== lowerOf(b).startsWith('-');
