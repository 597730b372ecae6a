import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { datasetEntries, datasetFiles } from '../../../src/exports/dataset/files.ts';
import type { IssueRecord } from '../../../src/exports/dataset/record.ts';
import { bulletin, indicators, inside, outside, released, sha256 } from '../fixture.ts';
import { directory } from './zip.ts';

const FOLDER = 'issues/48/data/';
const NAMES = [
  'observations.csv',
  'observations-utf8.csv',
  'observations.xlsx',
  'issue.json',
  'datapackage.json',
  'observations.csv-metadata.json',
  'bulletin-48-v1.zip',
  'SHA256SUMS',
];

const made = async (b = bulletin, p = inside, folder = FOLDER): Promise<Map<string, Uint8Array>> =>
  new Map(
    await Promise.all(
      datasetFiles(b, indicators, p, sha256, folder).map(
        async (file) => [file.path.split('/').at(-1)!, (await file.make()) as Uint8Array] as const,
      ),
    ),
  );

const files = await made();
const zip = unzipSync(files.get('bulletin-48-v1.zip')!);
const readme = (z: Record<string, Uint8Array>): string => strFromU8(z['README.txt']!);

describe('the files of an issue', () => {
  test('stand in the folder that the caller gives', () =>
    expect(datasetFiles(bulletin, indicators, inside, sha256, 'issues/48/data/v1/').map((f) => f.path)).toEqual(
      NAMES.map((name) => `issues/48/data/v1/${name}`),
    ));

  test('are listed for the page with their sizes and digests', () => {
    const entries = datasetEntries(bulletin, indicators, inside, sha256, FOLDER);
    expect(entries.map(({ name, path, bytes, sha256: digest }) => ({ name, path, bytes, digest }))).toEqual(
      NAMES.map((name) => ({
        name,
        path: FOLDER + name,
        bytes: files.get(name)!.length,
        digest: sha256(files.get(name)!),
      })),
    );
    for (const { meaning } of entries) expect(meaning).toMatch(/\p{Script=Han}/u);
  });

  test('are made once for the page and the writer, and anew for another publication', async () => {
    const again = await made();
    for (const name of NAMES) expect(again.get(name)).toBe(files.get(name));
    expect((await made(bulletin, { ...inside })).get('issue.json')).toBe(files.get('issue.json'));
    expect((await made(bulletin, outside)).get('issue.json')).not.toBe(files.get('issue.json'));
  });

  test('are not made before one of them is asked for', () => {
    const counted = { n: 0 };
    datasetFiles({ ...bulletin }, indicators, inside, (content) => ((counted.n += 1), sha256(content)), FOLDER);
    expect(counted.n).toBe(0);
  });

  test('are the same in the folder of their version', async () =>
    expect(await made(released, outside, 'issues/48/data/v2/')).toEqual(await made(released, outside)));

  test('name the version in the archive', async () =>
    expect([...(await made(released)).keys()]).toContain('bulletin-48-v2.zip'));
});

describe('issue.json', () => {
  const of = (content: Uint8Array): IssueRecord => JSON.parse(strFromU8(content)) as IssueRecord;

  test('says that a version is not released, and has no address while the site has none', () => {
    expect(of(files.get('issue.json')!)).toMatchObject({ version: 1, released: null });
    expect(of(files.get('issue.json')!)).not.toHaveProperty('address');
  });

  test('has the day of release, and the same bytes wherever the site stands', async () => {
    const file = (await made(released, outside)).get('issue.json')!;
    expect(of(file)).toMatchObject({ version: 2, released: '2026-12-01' });
    expect(file).toEqual((await made(released, inside)).get('issue.json'));
  });
});

test('observations.csv begins with the bytes of a BOM', () =>
  expect([...files.get('observations.csv')!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]));

test('observations-utf8.csv is the same without it, and is what the data package names', () => {
  expect(files.get('observations-utf8.csv')).toEqual(files.get('observations.csv')!.subarray(3));
  const { resources } = JSON.parse(strFromU8(files.get('datapackage.json')!)) as { resources: { path: string }[] };
  expect(resources.map(({ path }) => path)).toEqual(['observations-utf8.csv']);
});

describe('the archive', () => {
  test('holds every file as it is offered, what they are, and their digests', () => {
    expect(Object.keys(zip)).toEqual(['README.txt', ...NAMES.slice(0, 6), 'SHA256SUMS']);
    for (const name of NAMES.slice(0, 6)) expect(sha256(zip[name]!)).toBe(sha256(files.get(name)!));
  });

  test.each([
    ['inside', zip, ['README.txt', ...NAMES.slice(0, 6)]],
    ['beside it', Object.fromEntries(files), NAMES.slice(0, 7)],
  ] as const)('can be verified, %s', (_, all, names) =>
    expect(strFromU8(all['SHA256SUMS']!)).toBe(names.map((name) => `${sha256(all[name]!)}  ${name}\n`).join('')),
  );

  test('bears no date of making, no system and no rights', () => {
    for (const entry of directory(files.get('bulletin-48-v1.zip')!))
      expect(entry).toEqual({ name: entry.name, date: '1980-01-01', time: 0, system: 0, attributes: 0, extra: 0 });
  });
});

describe('README.txt', () => {
  test('opens in an old text editor of Windows', () => {
    expect([...zip['README.txt']!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(readme(zip).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('says what there is, whose it is, how to cite and to verify it', () => {
    for (const name of [...NAMES.slice(0, 6), 'SHA256SUMS']) expect(readme(zip)).toContain(`\r\n${name}　`);
    for (const words of [
      '通报日期：2021-01-25',
      '数据版本：1（尚未发布）',
      '许可：未声明',
      '网址：尚无公开网址',
      '[DS/OL]. V1.',
      'sha256sum -c SHA256SUMS',
      'certutil -hashfile observations.csv SHA256',
      '\r\nasOf　时点，照通报的写法',
    ])
      expect(readme(zip)).toContain(words);
  });

  test('of a released version on a public site says so', async () => {
    const text = readme(unzipSync((await made(released, outside)).get('bulletin-48-v2.zip')!));
    for (const words of [
      '数据版本：2（2026-12-01发布）',
      '许可：CC BY 4.0（https://creativecommons.org/licenses/by/4.0/）',
      '网址：https://example.org/yshj/issues/48/data/',
    ])
      expect(text).toContain(words);
  });
});

test('every file has the same bytes in Shanghai and, some seconds later, in New York', async () => {
  const run = (TZ: string): string => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['tests/exports/digests.ts'], {
      encoding: 'utf8',
      env: { ...process.env, TZ },
    });
    expect(stderr.replace(/^.*ExperimentalWarning.*\n.*\n/gm, '')).toBe('');
    expect(status).toBe(0);
    return stdout;
  };
  const first = run('Asia/Shanghai');
  // The clock of a ZIP counts in twos.
  await sleep(2500);
  expect(run('America/New_York')).toBe(first);
  expect(first.match(/^[0-9a-f]{64} /gm)).toHaveLength(27);
});
