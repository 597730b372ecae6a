import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, replace, TEXT, told, type Root } from '../ingest/bulletin.ts';

const folder = join(import.meta.dirname, '../cases/area-table');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(mdx|csv)$/.test(path));
const stating = (sentence: string): Root =>
  replace(
    TEXT,
    '工作有进展。',
    sentence,
    new Map(files.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
  );

const errors = (sentence: string): string[] => told(stating(sentence)).filter((line) => line.startsWith('content/'));

test.each<[string, string[]]>([
  ['湛河区投诉12件，卫东区投诉8件。', ['湛河区', '卫东区']],
  ['湛河区、卫东区投诉分别为12件和8件。', ['湛河区', '卫东区']],
  ['综合得分最高的是湛河区，为92.5分，卫东区90.0分。', ['湛河区', '卫东区']],
  ['从排名看，湛河区列第1位。', ['湛河区']],
])('a number of a table by area is that of the area named nearest to it: %s', (sentence, areas) => {
  expect(errors(sentence)).toEqual([]);
  expect(read(stating(sentence)).bulletins[0]!.ties.map(({ of }) => of[0]!.area)).toEqual(areas);
});

test.each([
  '卫东区投诉12件。',
  '湛河区、卫东区投诉分别为8件和12件。',
  '综合得分最高的是湛河区，为90.0分。',
  '投诉12件。',
])('another area’s is told: %s', (sentence) => expect(errors(sentence)).not.toEqual([]));
