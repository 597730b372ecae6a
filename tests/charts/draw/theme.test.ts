import { expect, test } from 'vitest';
import { palette, type Ink } from '../../../src/charts/draw/theme.ts';

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const TEXTS: readonly Ink[] = ['ink', 'muted', 'baseline', 'achieved', 'target', 'frontier'];

test.each(['light', 'dark'] as const)(
  'every ink of a value or a word stands out from the %s paper as text must',
  (mode) => {
    for (const name of TEXTS)
      expect(contrast(palette[mode][name], palette[mode].paper), name).toBeGreaterThanOrEqual(4.5);
  },
);
