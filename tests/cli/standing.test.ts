import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/cli/build.ts';
import { builtIn, foldersIn, HERE } from './built.ts';
import { digestsBelow } from './tree.ts';
import { temporary } from '../temporary.ts';

const work = temporary('standing');
const built = builtIn(work);

describe('a site that stands and would be made again', () => {
  const root = join(work, 'same');
  const page = (): string => join(work, 'standing/index.html');
  let first: string[];
  let folders: string[];
  beforeAll(async () => {
    cpSync(join(import.meta.dirname, '../cases/valid'), root, { recursive: true });
    first = await built(root, 'standing');
    folders = foldersIn(join(work, 'standing'));
  });

  test('is left as it is, and the check says what it said', async () => {
    const { ino, mtimeMs } = statSync(page());
    const said: string[] = [];
    const out = join(work, 'standing');
    expect(await build({ ...HERE, root, out }, (text) => said.push(text))).toBe(0);
    expect(said).toEqual(['检查通过：1 期通报，13 个数据，可以发布。']);
    expect([statSync(page()).ino, statSync(page()).mtimeMs]).toEqual([ino, mtimeMs]);
    expect(digestsBelow(out)).toEqual(first);
  });

  test.each<[string, () => void]>([
    [
      'a file was changed in place',
      () => {
        chmodSync(page(), 0o644);
        appendFileSync(page(), ' ');
      },
    ],
    ['a file is gone', () => rmSync(join(work, 'standing/404.html'))],
    [
      'a file is a link to its own content',
      () => {
        renameSync(page(), join(work, 'index.html'));
        symlinkSync(join(work, 'index.html'), page());
      },
    ],
    [
      'a file may not be read by all',
      () => {
        chmodSync(page(), 0o400);
      },
    ],
    ['a folder is empty', () => mkdirSync(join(work, 'standing/empty/within'), { recursive: true })],
    [
      'a folder may not be entered by all',
      () => {
        chmodSync(join(work, 'standing/issues'), 0o700);
      },
    ],
    ['a file is too many', () => writeFileSync(join(work, 'standing/other.html'), '')],
    ['its manifest was changed', () => appendFileSync(join(work, 'standing/manifest.sha256'), '\n')],
  ])('is made again where %s', async (_, damage) => {
    damage();
    expect(await built(root, 'standing')).toEqual(first);
    expect(foldersIn(join(work, 'standing'))).toEqual(folders);
  });

  test('is made again for another address', async () => {
    expect(await built(root, 'standing', { base: '/x/' })).not.toEqual(first);
    expect(await built(root, 'standing')).toEqual(first);
  });

  test('is told its errors however often it is built', async () => {
    const table = join(root, 'data/issues/1/comparison.csv');
    const text = readFileSync(table, 'utf8');
    writeFileSync(table, text.replace('97.2%', '0.972'));
    const again = (): Promise<number> => build({ ...HERE, root, out: join(work, 'standing') }, () => undefined);
    expect([await again(), await again()]).toEqual([2, 2]);
    expect(digestsBelow(join(work, 'standing'))).toEqual(first);
    writeFileSync(table, text);
  });
});
