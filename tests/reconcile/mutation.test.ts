import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorsOf, mutations, rootAt } from './mutation.ts';

const root = rootAt(join(import.meta.dirname, '../..'));

test('a sound root has no errors', () => expect(errorsOf(root)).toEqual([]));

/** Damages that nothing contradicts: a level that the sentence states, a year that it begins with and that dates no number. */
const ALLOWED = [
  'digit of the text changed: 100 分，2020 年持续 → 3',
  'digit of the text changed: 00 分，2020 年持续保 → 1',
  'digit of the text changed: 助政务服务。2020年在市行 → 3',
  'digit of the text changed: 政务服务。2020年在市行政 → 1',
  'digit of the text changed: 代办员制度。2020 年实行 → 3',
  'digit of the text changed: 办员制度。2020 年实行帮 → 1',
  'date invented: 24小时自助政务服务大厅可办高频事项 →2020年',
  'level invented: “豫事办”接入事项 →市级',
  'level invented: “豫事办”用户 →市级',
];

test('every single damage to the figures of bulletin 48 is told, but what its text allows', () => {
  const counts: Record<string, [noticed: number, all: number]> = {};
  const unnoticed: string[] = [];
  for (const { kind, what, root: damaged } of mutations(root)) {
    const count = (counts[kind] ??= [0, 0]);
    const noticed = errorsOf(damaged).length > 0;
    count[0] += Number(noticed);
    count[1] += 1;
    if (!noticed) unnoticed.push(`${kind}: ${what.replace(/^\S+ /, '')}`);
  }
  expect(unnoticed).toEqual(ALLOWED);
  expect(counts).toEqual({
    'digit of the text changed': [122, 128],
    'values swapped': [253, 253],
    'names swapped': [253, 253],
    'date changed': [40, 40],
    'date invented': [89, 90],
    'date deleted': [8, 8],
    'level invented': [113, 115],
    'row deleted': [23, 23],
    'row invented': [46, 46],
    'digit changed': [65, 65],
  });
}, 180_000);
