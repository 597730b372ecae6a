import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/catalog.ts';
import { promisedAddresses } from '../../src/publication/page.ts';
import { addressOf, base, documentOf, files, folder, pages, read, site } from './page.ts';

const bytes = (file: string): Buffer => readFileSync(join(folder, file));
const digest = (file: string): string => createHash('sha256').update(bytes(file)).digest('hex');
const charts = pages.filter((page) => /^issues\/\d+\/charts\//.test(page));
const datasets = pages.filter((page) => /^issues\/\d+\/data\//.test(page));
const embeds = pages.filter((page) => page.startsWith('embed/'));

describe.each(charts)('%s', (page) => {
  const stem = addressOf(page).replace(/\/$/, '');
  const slug = page.split('/')[3]!;

  test('offers its picture and its data beside itself', () => {
    const offered = [...documentOf(page).querySelectorAll('#files a')].map((a) => a.getAttribute('href')!);
    const extensions = ['svg', 'png', 'phone.png', 'csv', 'json'];
    expect(offered).toEqual(extensions.map((extension) => `${base}${stem}.${extension}`));
    const names = [...documentOf(page).querySelectorAll('#files a')].map((a) => a.getAttribute('download'));
    expect(names).toEqual(extensions.map((extension) => `bulletin-48-${slug}-v1.${extension}`));
    expect(offered.filter((href) => !files.includes(href.slice(base.length)))).toEqual([]);
  });

  test('has an SVG that is XML, stands alone, and says what, who, when, which version and where', () => {
    const svg = read(`${stem}.svg`);
    const { documentElement: root } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
    expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(svg).not.toMatch(/var\(|<style|<script|href=|url\(/);
    // What is measured may be broken into lines, the rest is told whole somewhere in its line.
    const said = [...root.querySelectorAll('text')]
      .map((t) => t.textContent)
      .join('')
      .replace(/\s+/g, '');
    for (const words of [
      '单位：',
      '平顶山市',
      '来源：平顶山市优化营商环境工作领导小组办公室',
      '第48期',
      '2021年1月25日',
      '数据版本1（2026年11月24日公布）',
      `${site}${base}issues/48/charts/${slug}/v1/`,
    ])
      expect(said).toContain(words);
    expect(said).toContain(documentOf(page).querySelector('h1')!.textContent.replace(/\s+/g, ''));
  });

  test('has a PNG of twice the SVG’s size', () => {
    const png = bytes(`${stem}.png`);
    const svg = read(`${stem}.svg`);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const size = ['width', 'height'].map((name) =>
      Math.round(2 * Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1])),
    );
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size);
  });

  test('shows its picture, its name and its sentence where the link is shared', () => {
    const meta = (name: string): string | null | undefined =>
      documentOf(page).querySelector(`meta[property="${name}"]`)?.getAttribute('content');
    const image = meta('og:image')!;
    expect(files).toContain(image.slice(`${site}${base}`.length));
    expect(bytes(image.slice(`${site}${base}`.length)).readUInt32BE(16)).toBe(1200);
    expect(bytes(image.slice(`${site}${base}`.length)).readUInt32BE(20)).toBe(630);
    expect(meta('og:description')).toMatch(/第48期。$/);
    expect(documentOf(page).querySelector('meta[name="twitter:card"]')?.getAttribute('content')).toBe(
      'summary_large_image',
    );
  });
});

describe.each(datasets)('%s', (page) => {
  const at = addressOf(page);
  const listed = [...documentOf(page).querySelectorAll('#files li')].map((li) => ({
    name: li.querySelector('a')!.textContent,
    sha256: /[0-9a-f]{64}/.exec(li.textContent)?.[0],
  }));

  test('names the digest of every file as it is', () => {
    expect(listed.map((f) => f.name)).toEqual([
      'observations.csv',
      'observations-utf8.csv',
      'observations.xlsx',
      'issue.json',
      'datapackage.json',
      'observations.csv-metadata.json',
      'bulletin-48-v1.zip',
      'SHA256SUMS',
    ]);
    for (const { name, sha256 } of listed.filter((f) => f.sha256)) expect(sha256, name).toBe(digest(at + name));
    for (const line of read(`${at}SHA256SUMS`).trimEnd().split('\n'))
      expect(line).toBe(`${digest(at + line.slice(66))}  ${line.slice(66)}`);
  });

  test('has one archive of the same files and a readme', () => {
    const held = unzipSync(bytes(`${at}bulletin-48-v1.zip`));
    const names = Object.keys(held).map((name) => name.split('/').at(-1)!);
    expect(names.sort()).toEqual(
      [
        'README.txt',
        'SHA256SUMS',
        'datapackage.json',
        'issue.json',
        'observations.csv',
        'observations-utf8.csv',
        'observations.csv-metadata.json',
        'observations.xlsx',
      ].sort(),
    );
    for (const [path, content] of Object.entries(held)) {
      const name = path.split('/').at(-1)!;
      if (files.includes(at + name) && name !== 'SHA256SUMS')
        expect(Buffer.from(content).equals(bytes(at + name)), name).toBe(true);
    }
  });
});

describe.each(embeds)('%s', (page) => {
  const document = documentOf(page);

  test('has no script, no navigation, is left out of search, and names its chart’s page and source', () => {
    expect(document.querySelectorAll('script, nav, header, footer')).toHaveLength(0);
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(document.querySelector('.source')?.textContent).toContain('来源：平顶山市优化营商环境工作领导小组办公室');
    expect([...document.querySelectorAll('a')].filter((a) => a.getAttribute('target') !== '_top')).toEqual([]);
  });
});

test('each chart says how it is embedded, always the newest or this version for good', () => {
  for (const page of charts) {
    const codes = [...documentOf(page).querySelectorAll('#embed pre')].map(
      (pre) => /src="([^"]+)"/.exec(pre.textContent)?.[1],
    );
    const embed = `${site}${base}embed/48/${page.split('/')[3]}/`;
    expect(codes).toEqual([embed, `${embed}v1/`]);
  }
});

test('oEmbed answers for each chart, where its page says so', () => {
  for (const page of charts.filter((p) => !p.includes('/v1/'))) {
    const href = documentOf(page).querySelector('link[type="application/json+oembed"]')!.getAttribute('href')!;
    expect(href.startsWith(`${site}${base}`)).toBe(true);
    const answer = JSON.parse(read(href.slice(site.length + base.length))) as Record<string, unknown>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 720 });
    expect(answer['html']).toContain(`${site}${base}embed/48/${page.split('/')[3]}/`);
  }
});

test('every JSON file can be read', () => {
  for (const file of files.filter((f) => /\.(json|jsonld)$/.test(f)))
    expect(() => JSON.parse(read(file)) as unknown, file).not.toThrow();
});

test('every page says to machines what it is, as JSON', () => {
  const types = Object.fromEntries(
    [...charts, ...datasets, 'issues/48/index.html'].map((page) => [
      page,
      [...documentOf(page).querySelectorAll('script[type="application/ld+json"]')].map(
        (s) => (JSON.parse(s.textContent) as { '@type': string })['@type'],
      ),
    ]),
  );
  for (const page of [...charts, ...datasets])
    expect(types[page], page).toEqual(page.includes('/v1/') ? ['BreadcrumbList'] : ['Dataset', 'BreadcrumbList']);
  expect(types['issues/48/index.html']).toEqual(['Report', 'BreadcrumbList']);
});

test('copies for good, embeds and printed editions are left out of the sitemap, every other page is in it', () => {
  const listed = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, loc]) => loc!.slice(`${site}${base}`.length))
    .sort();
  const expected = pages
    .map(addressOf)
    .filter((page) => !/(^embed\/|\/v\d+\/$|\/print\/$|^staff\/|^404\.html$)/.test(page))
    .sort();
  expect(listed).toEqual(expected);
});

test('every page and file of a bulletin is promised for good, but for oEmbed, which a site without an address has not', () => {
  const promised = read('data/addresses.txt')
    .trimEnd()
    .split('\n')
    .map((address) => address.slice(1) + (address.endsWith('/') ? 'index.html' : ''));
  const made = files.filter(
    // The files of an indicator over time came after version 1 was sealed: the next version promises them.
    (file) => /^(?:issues|embed)\/48\/|^indicators\/.+\/index/.test(file) && !file.endsWith('oembed.json'),
  );
  // Its printed edition was not there yet when version 1 was sealed; the next version promises it.
  promised.push('issues/48/print/index.html');
  expect(promisedAddresses(load('.').bulletins[0]!)).toContain('/issues/48/print/');
  expect(promised.sort()).toEqual(made.sort());
});
