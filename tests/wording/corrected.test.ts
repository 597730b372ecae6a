import { describe, expect, test } from 'vitest';
import { correctedFigures, type Correction } from '../../src/domain/correction.ts';
import { correctedClauses } from '../../src/wording/corrected.ts';
import { bulletinWith } from './bulletin.ts';

const correction = (before: string, after: string, more: Partial<Correction> = {}): Correction => ({
  date: '2026-12-01',
  issue: 48,
  indicator: '办结率',
  code: 'done',
  column: '2020年达到水平',
  place: null,
  before,
  after,
  kind: '更正',
  reason: 'x',
  approver: 'y',
  ...more,
});
const told = (log: readonly Correction[], codes?: readonly string[]): string[] =>
  correctedClauses(
    { ...bulletinWith([]), corrected: correctedFigures(log, ({ column }) => column !== '口径') },
    codes && new Set(codes),
  );

describe('a figure that was corrected is told with what the bulletin printed', () => {
  test('by its column where it is the only one shown, else by its name too', () => {
    const log = [correction('97.2%', '77.2%')];
    expect(told(log, ['done'])).toEqual(['2020年达到水平经更正为77.2%，通报原为97.2%']);
    expect(told(log, ['done', 'other'])).toEqual(['办结率2020年达到水平经更正为77.2%，通报原为97.2%']);
    expect(told(log, ['other'])).toEqual([]);
    expect(told(log)).toEqual(['办结率2020年达到水平经更正为77.2%，通报原为97.2%']);
  });

  test('whose last value counts, and whose printed one is the first', () => {
    const log = [correction('97.2%', '77.2%'), correction('77.2%', '77.3%', { kind: '修订' })];
    expect(told(log)).toEqual(['办结率2020年达到水平经修订为77.3%，通报原为97.2%']);
    expect(told([...log, correction('77.3%', '97.2%')])).toEqual([]);
  });

  test('of the text, that was blank, or that was withdrawn', () => {
    expect(told([correction('1', '2', { code: null, column: '数值' })])).toEqual(['办结率经更正为2，通报原为1']);
    expect(told([correction('', '80%')])).toEqual(['办结率2020年达到水平经更正为80%，通报原来空着']);
    expect(told([correction('80%', '未列', { kind: '撤回' })])).toEqual(['办结率2020年达到水平已撤回，通报原为80%']);
  });

  test('not where something else than a figure was changed', () => {
    expect(told([correction('甲', '乙', { column: '口径' })])).toEqual([]);
  });

  test('one by one up to three, then by their number', () => {
    const log = ['甲', '乙', '丙', '丁', '戊'].map((indicator) => correction('1', '2', { indicator }));
    expect(told(log)).toHaveLength(4);
    expect(told(log).at(-1)).toBe('另有2个数经过更正');
  });
});
