import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildOptions } from '../../src/cli/build-options.ts';
import { build } from '../../src/cli/build.ts';
import { temporary } from '../temporary.ts';

const cases = join(import.meta.dirname, '../cases');
const work = temporary('guard');

test('never replaces a folder of sources', async () => {
  const root = join(work, 'precious');
  cpSync(join(cases, 'valid'), root, { recursive: true });
  await expect(build({ root, out: work, base: '/', site: null }, () => undefined)).rejects.toThrow(
    `--out 不能是“${work}”：数据或程序在这个文件夹里`,
  );
  await expect(
    build({ root: join(cases, 'valid'), out: root, base: '/', site: null }, () => undefined),
  ).rejects.toThrow(/里有“content”，不像是生成的网站，请换一个文件夹/);
  expect(existsSync(join(root, 'content'))).toBe(true);
  const into = join(root, 'data/48');
  await expect(build({ root, out: into, base: '/', site: null }, () => undefined)).rejects.toThrow(
    `--out 不能是“${into}”：“${join(root, 'data')}”里是数据或程序，请换一个文件夹`,
  );
  const strangers = join(work, 'strangers');
  mkdirSync(strangers);
  writeFileSync(join(strangers, '年报.docx'), '');
  await expect(build({ root, out: strangers, base: '/', site: null }, () => undefined)).rejects.toThrow(
    `--out 的文件夹“${strangers}”里有“年报.docx”，不像是生成的网站，请换一个文件夹`,
  );
  expect(existsSync(join(strangers, '年报.docx'))).toBe(true);
});

test('never replaces a folder of sources, by whatever links it is called', async () => {
  const [site, linked] = [join(work, 'a-site'), join(work, 'linked')];
  const root = join(site, 'root');
  cpSync(join(cases, 'valid'), root, { recursive: true });
  writeFileSync(join(site, 'index.html'), '');
  symlinkSync(site, linked);
  const built = (more: Partial<BuildOptions>): Promise<number> =>
    build({ root, out: join(work, 'never'), base: '/', site: null, ...more }, () => undefined);
  const holdsSources = `--out 不能是“${site}”：数据或程序在这个文件夹里`;
  await expect(built({ out: linked })).rejects.toThrow(holdsSources);
  await expect(built({ root: join(linked, 'root'), out: site })).rejects.toThrow(holdsSources);
  const inside = join(root, 'content/site');
  await expect(built({ out: join(linked, 'root/content/site') })).rejects.toThrow(
    `--out 不能是“${inside}”：“${join(root, 'content')}”里是数据或程序，请换一个文件夹`,
  );
  await expect(built({ store: join(linked, 'root/data/store') })).rejects.toThrow(
    `--store 不能是“${join(root, 'data/store')}”：“${join(root, 'data')}”里是数据或程序，请换一个文件夹`,
  );
  await expect(built({ out: join(work, 'b-site'), store: join(linked, '../b-site/store') })).rejects.toThrow(
    /不能一个在另一个里面/,
  );
  expect(readdirSync(site).sort()).toEqual(['index.html', 'root']);
  expect(readdirSync(join(root, 'content'))).toEqual(['issues']);
});
