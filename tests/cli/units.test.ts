import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCommand } from '../../src/cli/build.ts';
import { pathsBelow } from '../../src/cli/manifest.ts';
import { release } from '../../src/cli/release.ts';
import { projectAt } from '../bench/project.ts';
import { builtIn, modeOf } from './built.ts';
import { run } from './run.ts';
import { digestsBelow } from './tree.ts';
import { temporary } from '../temporary.ts';

const work = temporary('units');
const built = builtIn(work);

const CORRECTIONS =
  '日期,期号,指标,列,原值,新值,类别,原因,批准\n' +
  '2026-12-02,50,政务服务事项不见面审批事项占比,2021年达到水平,98.4%,97.4%,更正,录入时看错行,办公室\n';

describe('a site of kept units is, byte for byte, the site that is made of nothing kept', () => {
  const [root, fresh] = [join(work, 'root'), join(work, 'fresh-store')];
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(root, path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(root, path), text.replaceAll(from, to));
  };
  const years = join(import.meta.dirname, '../roots/years');
  const add = (number: number): void => {
    for (const path of [`content/issues/${number}.mdx`, `data/issues/${number}`])
      cpSync(join(years, path), join(root, path), { recursive: true });
  };
  const correct = (): void => {
    edit('data/issues/50/comparison.csv', '98%,98.4%', '98%,97.4%');
    writeFileSync(join(root, 'data/corrections.csv'), CORRECTIONS);
  };
  beforeAll(() => {
    cpSync(join(years, 'data/indicators.csv'), join(root, 'data/indicators.csv'));
    add(50);
    add(51);
  });

  test.each<[string, () => void]>([
    ['at first', () => undefined],
    [
      'after a new bulletin',
      () => {
        add(52);
      },
    ],
    [
      'after a number, a title and a line of the registry',
      () => {
        edit('data/issues/51/comparison.csv', '90%,91.5%', '90%,91.6%');
        edit('content/issues/50.mdx', '2021年整改提升情况的通报', '2021年提升情况的通报');
        edit('data/indicators.csv', 'approved without a visit,', 'handled without a visit,');
      },
    ],
    [
      'after an indicator that is new, and a release',
      () => {
        appendFileSync(join(root, 'data/indicators.csv'), 'new-one,另一项指标,,%,越高越好,0,100,政务服务,,Another,\n');
        expect(release(root, [50, 50], '2026-12-01', () => undefined)).toBe(0);
      },
    ],
    ['after a correction', correct],
    [
      'after a bulletin is gone',
      () => {
        rmSync(join(root, 'content/issues/52.mdx'));
        rmSync(join(root, 'data/issues/52'), { recursive: true });
      },
    ],
  ])('%s', async (name, change) => {
    change();
    const kept = await built(root, 'kept');
    rmSync(fresh, { recursive: true, force: true });
    expect(await built(root, 'fresh', { store: fresh })).toEqual(kept);
    expect([name, kept.length > 100]).toEqual([name, true]);
  });
});

test('after a file of the code was changed, kept units make the site that the changed code makes of nothing', async () => {
  const project = projectAt(join(work, 'project'));
  const [kept, fresh, out] = ['code-kept', 'code-fresh', 'code'].map((name) => join(work, name));
  const made = async (store: string): Promise<string[]> => {
    await project.run('build', '--root', join(import.meta.dirname, '../cases/valid'), '--out', out!, '--store', store);
    return digestsBelow(out!);
  };
  const before = await made(kept!);
  const page = join(work, 'project/src/pages/404.astro');
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll('没有这个页面', '这个页面不在'));
  const after = await made(kept!);
  expect(after).not.toEqual(before);
  expect(readFileSync(join(out!, '404.html'), 'utf8')).toContain('<h1>这个页面不在</h1>');
  project.forget();
  expect(await made(fresh!)).toEqual(after);
});

describe('a store', () => {
  const root = join(import.meta.dirname, '../cases/valid');
  const store = join(work, 'store');
  let whole: string[];
  beforeAll(async () => {
    whole = await built(root, 'whole', { clean: true });
  });
  const files = (part: string): string[] => pathsBelow(join(store, part)).map((path) => join(store, part, path));

  test('filled by three machines makes the site of one', async () => {
    for (const k of [1, 2, 3]) await built(root, 'shard', { store, shard: { k, n: 3 } });
    const before = files('units');
    expect(await built(root, 'assembled', { store })).toEqual(whole);
    // The catalogue alone needs all others.
    expect(files('units')).toHaveLength(before.length + 1);
  });

  test('is linked into the site, not copied', () => {
    expect(statSync(join(work, 'assembled/index.html')).nlink).toBeGreaterThan(1);
  });

  test('gives files that all may read and no one may write, whatever was done to a site before', async () => {
    const mode = (site: string): string => modeOf(join(work, site, 'index.html'));
    expect(mode('assembled')).toBe('444');
    chmodSync(join(work, 'assembled/index.html'), 0o600);
    await built(root, 'beside', { store });
    expect([mode('assembled'), mode('beside')]).toEqual(['444', '444']);
  });

  test('may hold a folder in the place of a record', async () => {
    const [record] = files('units');
    rmSync(record!);
    mkdirSync(join(record!, 'within'), { recursive: true });
    expect(await built(root, 'assembled', { store })).toEqual(whole);
  });

  test.each([
    ['', '--store 后面要写文件夹'],
    [join(work, 'assembled/store'), '不能一个在另一个里面'],
    [work, '不能一个在另一个里面'],
    [join(root, 'data'), '里是数据或程序，请换一个文件夹'],
  ])('may not be “%s”', async (folder, refusal) => {
    const args = ['--root', root, '--out', join(work, 'assembled'), `--store=${folder}`];
    const { status, stderr } = await run(buildCommand, ...args);
    expect([status, stderr.includes(refusal), stderr]).toEqual([1, true, expect.any(String)]);
  });

  test.each<[string, (file: string, i: number) => void]>([
    ['of files that were changed in place', (file, i) => i % 3 === 0 && appendFileSync(file, ' ')],
    ['of files that were cut short', (file, i) => i % 5 === 0 && writeFileSync(file, '')],
    ['with files that are gone', (file, i) => i % 7 === 0 && rmSync(file)],
    ['without anything', () => rmSync(store, { recursive: true, force: true })],
  ])('%s makes the same site', async (_, damage) => {
    for (const [i, file] of [...files('files'), ...files('units')].entries()) {
      // What is kept may not be written into.
      if (existsSync(file)) chmodSync(file, 0o644);
      damage(file, i);
    }
    rmSync(join(work, 'assembled'), { recursive: true, force: true });
    expect(await built(root, 'assembled', { store })).toEqual(whole);
  });

  test('serves two builds at once, both from nothing', async () => {
    rmSync(store, { recursive: true, force: true });
    const both = await Promise.all(['one', 'two'].map((name) => built(root, name, { store })));
    expect(both).toEqual([whole, whole]);
  });

  test('keeps a compressed or portable site apart', async () => {
    const compressed = await built(root, 'compressed', { store, compress: true });
    expect(compressed.filter((line) => !/\.(gz|br) /.test(line))).toEqual(whole);
    expect(compressed.length).toBeGreaterThan(whole.length * 1.5);
    expect(await built(root, 'portable', { store, portable: true })).toEqual(
      await built(root, 'portable-alone', { store: join(work, 'portable-store'), portable: true }),
    );
    expect(await built(root, 'assembled', { store })).toEqual(whole);
  });
});
