import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure, wrap } from '../../../src/charts/draw/measure.ts';

describe('a measure', () => {
  test('gives a Chinese letter and a full-width mark one em', () => expect(measure('“一窗”分类，', 20)).toBe(140));
  test('gives digits more than any common font takes', () => expect(measure('97', 10)).toBeCloseTo(12.8));
  test('counts the space a page sets between Chinese and digits', () =>
    expect(measure('预计85分', 16)).toBeCloseTo(16 * (3 + 2 * 0.64 + 2 * 0.125)));
  test('takes bold digits for wider', () => expect(measure('97', 10, 700)).toBeGreaterThan(measure('97', 10)));
});

describe('a wrapped text', () => {
  const parts = [
    '政务服务事项',
    '“一窗”',
    '（含涉密）',
    '《条例》',
    '70.41%',
    '12个工作日',
    '17.2个百分点',
    '3项',
    '约90件',
    'APP',
    ...'，。；！、',
  ];
  const sample = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 14 }).map((some) => some.join(''));
  const lines = (text: string, width: number): string[] => wrap(text, width, 13);
  const holds = (check: (lines: string[], text: string, width: number) => void): void =>
    fc.assert(
      fc.property(sample, fc.integer({ min: 120, max: 400 }), (text, width) => {
        check(lines(text, width), text, width);
      }),
      { seed: 48 },
    );

  test('loses nothing', () => holds((l, text) => expect(l.join('')).toBe(text)));
  test('stays within its width', () =>
    holds((l, text, width) => {
      // A run of closing marks may not be parted from what it closes, however long it is.
      if (!/[，。；！、）”》]{3}/.test(text))
        for (const line of l) expect(measure(line, 13)).toBeLessThanOrEqual(width);
    }));
  test('begins no line with a closing mark and ends none with an opening one', () =>
    holds((l) => {
      for (const line of l.slice(1)) expect(line).not.toMatch(/^[，。；：、！？）》”%]/);
      for (const line of l) expect(line).not.toMatch(/[（《“]$/);
    }));
  test('never parts a number from its unit', () =>
    holds((l, text) => {
      const whole = [...text.matchAll(/约?\d[\d.]*(?:%|个工作日|个百分点|项|件)/g)].map(
        ({ index, 0: number }) => [index, index + number.length] as const,
      );
      let at = 0;
      for (const line of l.slice(0, -1)) {
        at += line.length;
        expect(whole.filter(([from, to]) => from < at && at < to)).toEqual([]);
      }
    }));
  test('breaks between words', () => {
    for (const width of [120, 160, 200])
      expect(wrap('承诺办结时限平均压缩比例', width, 15).join('|')).not.toMatch(
        /承\|诺|办\|结|时\|限|平\|均|压\|缩|比\|例/,
      );
  });
  test('parts a word only where it is wider than a line', () =>
    expect(wrap('即办件占比', 2 * 15, 15)).toEqual(['即办', '件', '占比']));
  test('has lines of even length', () => {
    expect(wrap('政务服务事项不见面审批事项占比', 14 * 15, 15)).toEqual(['政务服务事项不见面', '审批事项占比']);
  });
});
