import type { Units, WrittenUnit } from '../../domain/unit.ts';

/** A decimal as printed; `grouped` if thousands separators were taken out. */
export interface Digits {
  readonly digits: string;
  readonly grouped: boolean;
}

const PLAIN = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/** Digits as printed, or undefined: no sign +, no leading zeros, no point without digits on both sides. */
export function number(text: string): Digits | undefined {
  const s = text.trim();
  if (s.length > LONGEST) return undefined;
  if (PLAIN.test(s)) return { digits: s, grouped: false };
  return GROUPED.test(s) ? { digits: s.replace(/,/g, ''), grouped: true } : undefined;
}

/** No bulletin counts further; a longer one is pasted by mistake. */
export const LONGEST = 24;

/** The unit at the end of `text`, with the spaces around it. */
export function unitAtEnd(text: string, units: Units): WrittenUnit | undefined {
  const trimmed = text.trimEnd();
  const found = units.atEnd(trimmed);
  return found && { unit: found.unit, length: found.length + text.length - trimmed.length };
}
