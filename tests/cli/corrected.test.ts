import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/catalog.ts';
import { build } from '../../src/cli/build.ts';
import { release, verify } from '../../src/cli/release.ts';

const project = join(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'bulletin-corrected-'));
const [root, before, out] = [join(work, 'root'), join(work, 'before'), join(work, 'dist')];
const WHERE = { base: '/', site: 'https://example.org' };
const NAME = '政务服务事项不见面审批事项占比';
const said: string[] = [];
const print = (text: string): void => {
  said.push(text);
};
const page = (path: string): Document => new JSDOM(readFileSync(join(out, path, 'index.html'), 'utf8')).window.document;
const text = (path: string): string => page(path).body.textContent.replace(/\s+/g, '');

/** Bulletin 48 with a correction that turns a judgement round, released as its second version. */
beforeAll(async () => {
  for (const folder of ['content', 'data', 'public'])
    cpSync(join(project, folder), join(root, folder), { recursive: true });
  expect(await build({ root, out: before, ...WHERE }, () => undefined)).toBe(0);
  const table = join(root, 'data/issues/48/comparison.csv');
  writeFileSync(table, readFileSync(table, 'utf8').replace('97.2%', '77.2%'));
  const text = join(root, 'content/issues/48.mdx');
  writeFileSync(text, readFileSync(text, 'utf8').replace('大幅缩短', '明显缩短'));
  appendFileSync(
    join(root, 'data/corrections.csv'),
    `2026-12-01,48,${NAME},2020年达到水平,97.2%,77.2%,更正,录入时看错行,办公室,\n` +
      '2026-12-01,48,,正文,大幅缩短,明显缩短,更正,校对有误,办公室,\n',
  );
  expect(release(root, [48, 48], '2026-12-02', print)).toBe(0);
  expect(await build({ root, out, ...WHERE }, () => undefined)).toBe(0);
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('a corrected bulletin', () => {
  test('is released once, and verified to the word', () => {
    expect(said).toEqual([
      '第48期第2版已封存，记入公布台账（2026-12-02）。请提交 data/published.csv 和 data/published/48/v2/。',
    ]);
    said.length = 0;
    expect(release(root, null, '2027-01-01', print)).toBe(0);
    expect(said).toEqual(['第48期第2版已于2026-12-02公布，没有新的改动。']);
    said.length = 0;
    expect(verify(root, print)).toBe(0);
    expect(said.map((line) => line.replace(/[0-9a-f]{64}/, '…'))).toEqual([
      '第48期 第1版 2026-11-24 sha256 … 相符',
      '第48期 第2版 2026-12-02 sha256 … 相符',
      '台账共 2 行，全部相符。',
    ]);
  });

  test('keeps every file of the first version byte for byte, and every address of the site before', () => {
    const paths = readdirSync(before, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
    // Parts of a page or of search, named by what is in them.
    const pages = paths.filter((path) => !/^(?:assets|search\/pagefind)\//.test(path));
    expect(pages.filter((path) => !existsSync(join(out, path)))).toEqual([]);
    const frozen = pages.filter(
      (path) => !path.startsWith('api/') && /(?:^|\/)v1[./].*(?<!\.html)$/.test(path) && /\.\w+$|SUMS$/.test(path),
    );
    expect(frozen.length).toBeGreaterThan(60);
    const digest = (folder: string, path: string): string => sha256(readFileSync(join(folder, path)));
    expect(frozen.filter((path) => digest(before, path) !== digest(out, path))).toEqual([]);
  });

  test('shows on frozen pages whose figures stayed that they did', () => {
    expect(text('issues/48/charts/one-window/v1')).toContain(
      '本页固定为第1版（2026年11月24日公布）。通报以后有过更正，这里的数没有改动。看最新的第2版（2026年12月2日公布）',
    );
  });

  test('says at the top of its page and of its chart which judgement changed, why and on whose word', () => {
    for (const path of ['issues/48', 'issues/48/charts/no-visit-approval']) {
      expect(page(path).querySelector('.important')?.textContent).toBe(
        `重要更正${NAME}：结果由“达标”改为“未达标”。2026年12月1日更正，2020年达到水平原为97.2%，现为77.2%。原因：录入时看错行。批准：办公室。全部更正`,
      );
    }
    for (const other of ['one-window', 'group-1'])
      expect(page(`issues/48/charts/${other}`).querySelector('.important')).toBeNull();
  });

  test('keeps the first version at its own address, with a banner to the newest', () => {
    expect(text('issues/48/charts/no-visit-approval')).toContain('数据版本2（2026年12月2日公布）');
    expect(text('issues/48/charts/no-visit-approval/v2')).toContain(
      '本页固定为第2版，以后有更正也不改变。始终显示最新版的页面',
    );
    const old = text('issues/48/charts/no-visit-approval/v1');
    expect(old).toContain('这是旧的第1版，2026年11月24日公布，以后有过更正。看最新的第2版（2026年12月2日公布）');
    expect(old).toContain('2020年达到97.2%，高于省定目标（80%）17.2个百分点');
    expect(readFileSync(join(out, 'issues/48/charts/no-visit-approval/v1.csv'), 'utf8')).toContain(',97.2,');
    expect(readFileSync(join(out, 'issues/48/charts/no-visit-approval/v2.csv'), 'utf8')).toContain(',77.2,');
    expect(readFileSync(join(out, 'embed/48/no-visit-approval/v1/index.html'), 'utf8')).toContain('97.2%');
    expect(readFileSync(join(out, 'issues/48/data/v1/issue.json'), 'utf8')).toContain('"97.2"');
  });

  test('says with the new figure what the bulletin printed: page, quotation, shared link, picture, feed', () => {
    const said = '2020年达到水平经更正为77.2%，通报原为97.2%';
    const chart = page('issues/48/charts/no-visit-approval');
    expect(chart.querySelector('.says')?.textContent.replace(/\s+/g, '')).toContain(said);
    expect(chart.querySelector('.form .cite')?.textContent).toContain(`${said}）。来源：`);
    for (const path of ['issues/48/charts/no-visit-approval', 'issues/48'])
      expect(page(path).querySelector('meta[property="og:description"]')?.getAttribute('content')).toContain(said);
    for (const file of ['issues/48/charts/no-visit-approval.json', 'issues/48/charts/group-2.json', 'feed.xml'])
      expect(readFileSync(join(out, file), 'utf8')).toContain(said);
    expect(page('issues/48/charts/no-visit-approval/v1').body.textContent).not.toContain('经更正');
  });

  test('says in the feed of corrections that an outcome changed', () => {
    expect(readFileSync(join(out, 'corrections/feed.xml'), 'utf8')).toContain(`${NAME}：结果由“达标”改为“未达标”。`);
  });

  test('gives each frozen page a share image of its own', () => {
    const image = (path: string): string =>
      page(path)
        .querySelector('meta[property="og:image"]')!
        .getAttribute('content')!
        .replace('https://example.org/', '');
    expect(image('issues/48/charts/group-2/v1')).toBe('issues/48/charts/group-2/v1/social.png');
    expect(image('issues/48/data/v1')).toBe('issues/48/data/v1/social.png');
    for (const path of ['issues/48/charts/group-2', 'issues/48/charts/group-2/v1', 'issues/48/data/v1'])
      expect(existsSync(join(out, image(path)))).toBe(true);
  });

  test('shows old and new, reason, approver and day among the corrections and in their feed', () => {
    const entries = [...page('corrections').querySelectorAll('.corrections li')].map((li) =>
      [...li.children].map((p) => p.textContent),
    );
    expect(entries).toEqual([
      ['2026年12月1日更正，第48期', '正文：原为大幅缩短，现为明显缩短', '原因：校对有误。批准：办公室。'],
      [
        '2026年12月1日更正，第48期',
        `${NAME}，2020年达到水平：原为97.2%，现为77.2%`,
        '原因：录入时看错行。批准：办公室。',
      ],
    ]);
    expect(readFileSync(join(out, 'corrections/feed.xml'), 'utf8')).toMatch(/97\.2%[\s\S]*77\.2%/);
  });
});
