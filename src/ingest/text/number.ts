import { UNITS, type Unit } from '../../domain/indicator.ts';

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

export interface WrittenUnit {
  readonly unit: Unit;
  /** Letters it takes up, with 个 before it (3个工作日) and spaces. */
  readonly length: number;
}

const LONGEST_FIRST = [...UNITS].sort((a, b) => b.length - a.length);

/** The unit at the end, or at the beginning, of `text`. */
export function unitAt(text: string, side: 'start' | 'end'): WrittenUnit | undefined {
  const space = (side === 'end' ? /\s*$/ : /^\s*/).exec(text)![0].length;
  const s = text.trim();
  for (const unit of LONGEST_FIRST) {
    for (const written of unit === '工作日' || unit === '小时' ? [`个${unit}`, unit] : [unit]) {
      if (side === 'end' ? s.endsWith(written) : s.startsWith(written)) return { unit, length: written.length + space };
    }
  }
  return undefined;
}
