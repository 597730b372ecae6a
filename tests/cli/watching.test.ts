import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchBelow } from '../../src/cli/watching.ts';

const work = mkdtempSync(join(tmpdir(), 'bulletin-watching-'));
const table = join(work, 'data/issues/1/comparison.csv');
let seen = 0;
let watching: ReturnType<typeof watchBelow>;
beforeAll(() => {
  mkdirSync(join(work, 'data/issues/1'), { recursive: true });
  writeFileSync(table, '0');
  watching = watchBelow([join(work, 'content'), join(work, 'data')], () => (seen += 1));
});
afterAll(() => {
  watching.close();
  rmSync(work, { recursive: true, force: true });
});

const saved = (text: string): void => {
  writeFileSync(`${table}.tmp`, text);
  renameSync(`${table}.tmp`, table);
};

test.each<[string, () => void]>([
  ['written into', () => writeFileSync(table, '1')],
  ['replaced, as git and many editors save', () => saved('2')],
  ['written into after that', () => writeFileSync(table, '3')],
  ['replaced again', () => saved('4')],
  ['removed', () => rmSync(table)],
  ['new again', () => writeFileSync(table, '5')],
  ['in a folder that is new', () => mkdirSync(join(work, 'data/issues/2'))],
  ['new in that folder', () => writeFileSync(join(work, 'data/issues/2/facts.csv'), '')],
])('a file is seen that is %s', async (_, change) => {
  // What was seen before has been told.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = seen;
  change();
  await expect.poll(() => seen, { timeout: 60_000 }).toBeGreaterThan(before);
});
