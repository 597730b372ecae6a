import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SPARES } from '../../src/cli/spare.ts';
import { CACHE } from '../../src/cli/workshop.ts';
import { sha256 } from '../../src/integrations/sha256.ts';
import { builtIn, foldersIn } from './built.ts';
import { digestsBelow } from './tree.ts';
import { temporary } from '../temporary.ts';

const work = temporary('spare');
const built = builtIn(work);

test('a site that begins with the one before the last is put right, whatever was done to that', async () => {
  const [root, outside, out] = ['spare-root', 'outside', 'spare'].map((name) => join(work, name)) as [
    string,
    ...string[],
  ];
  cpSync(join(import.meta.dirname, '../cases/valid'), root, { recursive: true });
  const entitle = (title: string): void => {
    const text = join(root, 'content/issues/1.mdx');
    writeFileSync(text, readFileSync(text, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
  };
  for (const title of ['关于甲的通报', '关于乙的通报']) {
    entitle(title);
    await built(root, 'spare');
  }
  const spare = join(CACHE, SPARES, sha256(out!));
  const within = (path: string): string => join(spare, path);
  cpSync(within('issues'), outside!, { recursive: true });
  renameSync(within('issues'), within('elsewhere'));
  symlinkSync(outside!, within('issues'));
  rmSync(within('index.html'));
  writeFileSync(within('index.html'), '别的');
  rmSync(within('404.html'));
  mkdirSync(within('404.html/within'), { recursive: true });
  rmSync(within('data'), { recursive: true });
  writeFileSync(within('data'), '是文件');
  chmodSync(within('indicators'), 0o700);
  mkdirSync(within('empty/within'), { recursive: true });
  const before = digestsBelow(outside!);
  entitle('关于丙的通报');
  const after = await built(root, 'spare');
  expect(existsSync(spare) && readFileSync(within('index.html'), 'utf8')).toContain('关于乙的通报');
  expect(after).toEqual(await built(root, 'spare-clean', { clean: true }));
  expect(foldersIn(out!)).toEqual(foldersIn(join(work, 'spare-clean')));
  expect(digestsBelow(outside!)).toEqual(before);
  // What Node cannot name, it cannot remove: the site is made without a spare.
  writeFileSync(Buffer.concat([Buffer.from(join(spare, 'about/')), Buffer.from([0xff, 0xfe])]), '');
  entitle('关于乙的通报');
  await built(root, 'spare');
  entitle('关于丙的通报');
  expect(await built(root, 'spare')).toEqual(after);
});
