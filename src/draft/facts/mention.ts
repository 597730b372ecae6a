import { exactly, type Quantity } from '../../domain/quantity.ts';
import type { Units } from '../../domain/unit.ts';
import { figuresOf, type Figure } from '../../reconcile/figure/figure.ts';

/** A number of the text for which a row is to be made. */
export interface Mention {
  readonly text: string;
  readonly start: number;
  readonly quantity: Quantity;
  /** Undefined where no known unit follows. */
  readonly unit: string | undefined;
}

/** The numbers of a text, in order. */
export const mentions = (text: string, names: readonly string[], units?: Units): Mention[] =>
  figuresOf(text, names, units).map(mentionOf);

export const mentionOf = (figure: Figure): Mention => ({
  text: known(figure),
  start: figure.start,
  quantity: figure.readings[0] ?? exactly(digitsIn(figure)),
  unit: unitOf(figure),
});

/** A word that is no unit is not taken for one. */
const known = ({ text, counted }: Figure): string =>
  counted.kind === 'unknown' && text.endsWith(counted.word) ? text.slice(0, -counted.word.length) : text;

const digitsIn = ({ text }: Figure): string => /\d+(?:\.\d+)?/.exec(text)?.[0] ?? '0';

function unitOf({ counted }: Figure): string | undefined {
  if (counted.kind === 'rank') return '位';
  return counted.kind === 'unit' ? counted.name : undefined;
}
