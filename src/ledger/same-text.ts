import { plainDigits } from '../domain/quantity.ts';
import { halfWidth } from '../ingest/text/letters.ts';

/** Numbers, whose thousands may be parted. */
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/**
 * What a cell says, however a program saved it: numbers count by their value (97.20% is 97.2%, which Excel makes of it), and
 * neither spaces nor the width of letters tell. Cells that say the same have one key.
 */
export const textKey = (text: string): string => halfWidth(text).replace(/\s+/g, '').replace(NUMBER, plainNumber);

/** Whether two cells say the same. */
export const isSameText = (a: string, b: string): boolean => a === b || textKey(a) === textKey(b);

/** A mark on both sides keeps a number apart from digits beside it: `1,23` is not `123`. */
const plainNumber = (printed: string): string => `\0${plainDigits(printed.replaceAll(',', ''))}\0`;
