import { expect, test } from 'vitest';
import { reading } from '../../src/wording/reading.ts';
import { isNumeric } from '../../src/domain/observation.ts';
import { bulletin } from '../charts/issue-48.ts';

const of = (name: string, role: string): string =>
  reading(bulletin.observations.filter(isNumeric).find((o) => o.name === name && o.role === role)!);

test('a number of a table says whose and of what time it is, and where it stands', () => {
  expect(of('政务服务事项不见面审批事项占比', 'target')).toBe(
    '政务服务事项不见面审批事项占比\n2020年省定目标：80%（市级）\n出处：第48期附表第1行',
  );
});

test('a number of the text says its day, its sentence and its note', () => {
  expect(of('不见面审批事项占比', 'stated').split('\n')).toEqual([
    '不见面审批事项占比',
    '正文数字：98.9%（截至2020年底）',
    '出处：第48期正文二（一）',
    expect.stringMatching(/^“.*不见面审批事项占比98\.9%.*”$/),
    '两处名称相近，不是同一个数；通报没有说明口径和时点的差别。',
  ]);
});
