import { describe, expect, test } from 'vitest';
import { inside, outside, released as second } from '../fixture.ts';
import { corrected, libraries, MARKUP, NAME, plain, released, several } from '../library.ts';
import { made } from '../made.ts';
import { faults, parsed, texts } from '../xml.ts';

const cases = libraries.flatMap(([name, library]) =>
  (
    [
      ['inside', inside],
      ['outside', outside],
    ] as const
  ).map(([where, p]) => [name, where, library, p] as const),
);
const FEEDS = ['feed.xml', 'corrections/feed.xml'] as const;
const href = (root: ParentNode, rel: string): (string | null)[] =>
  [...root.querySelectorAll(`link[rel="${rel}"]`)].map((link) => link.getAttribute('href'));
const ID = /^(tag:example\.org,\d{4}-\d\d-\d\d:\/yshj\/\S+|https:\/\/example\.org\/yshj\/\S+)$/;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe.each(cases)('feeds of %s, %s,', (_, __, library, publication) => {
  test.each(FEEDS)('are Atom as RFC 4287 has it: %s', async (path) => {
    const xml = (await made(library, publication)).get(path)!;
    expect(await faults(xml, 'atom.rng')).toEqual([]);
    const feed = parsed(xml).documentElement;
    const ids = texts(feed, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(publication === outside ? ID : UUID);
    expect(href(feed, 'self')).toEqual([`${publication.root}${path}`]);
    for (const entry of feed.querySelectorAll('entry')) {
      expect(href(entry, 'alternate')).toHaveLength(1);
      for (const name of ['title', 'id', 'updated', 'published', 'content'])
        expect(entry.querySelectorAll(`:scope > ${name}`)).toHaveLength(1);
      expect(entry.querySelector('updated')!.textContent >= entry.querySelector('published')!.textContent).toBe(true);
    }
    const days = texts(feed, 'entry > updated').sort();
    expect(texts(feed, ':scope > updated')[0]! >= (days.at(-1) ?? '')).toBe(true);
  });

  test('are JSON Feed 1.1', async () => {
    const feed = JSON.parse((await made(library, publication)).get('feed.json')!) as Record<string, unknown> & {
      items: Record<string, unknown>[];
    };
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: publication.name,
      language: 'zh-CN',
    });
    expect(feed['feed_url']).toBe(publication === outside ? 'https://example.org/yshj/feed.json' : undefined);
    expect(feed.items).toHaveLength(library.editions.size);
    for (const item of feed.items) {
      expect(item['id']).toMatch(publication === outside ? ID : UUID);
      expect(item['content_html']).toMatch(/^<p>.+<\/p>$/s);
      for (const name of ['date_published', 'date_modified']) expect(item[name]).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
    }
  });
});

describe('the feed of bulletins', () => {
  test('says of each what it found', async () => {
    const entry = parsed((await made(plain, outside)).get('feed.xml')!).querySelector('entry')!;
    expect(texts(entry, 'id, title, published, updated')).toEqual([
      'tag:example.org,2021-01-25:/yshj/issues/48/',
      '第48期：关于“政务服务”指标整改提升情况的通报',
      '2021-01-25T00:00:00Z',
      '2021-01-25T00:00:00Z',
    ]);
    expect(entry.querySelector('content')!.textContent).toMatch(
      /^<p>附表所列六项省定目标全部达到。<\/p><p>.*<p>《优化营商环境工作通报》第48期，2021年1月25日；数据版本1。<\/p>$/,
    );
  });

  test('keeps an entry’s name through its versions, and its day never goes back', async () => {
    const entries = await Promise.all(
      [plain, released, corrected].map(async (library) =>
        parsed((await made(library, outside)).get('feed.xml')!).querySelector('entry')!,
      ),
    );
    expect(new Set(entries.flatMap((e) => texts(e, 'id'))).size).toBe(1);
    expect(entries.flatMap((e) => texts(e, 'updated'))).toEqual(
      ['2021-01-25', '2026-11-24', '2026-12-05'].map((day) => `${day}T00:00:00Z`),
    );
  });

  test('keeps every sign of markup as text', async () => {
    const entry = parsed((await made(several, outside)).get('feed.xml')!).querySelector('entry')!;
    const held = MARKUP.replace('\u0001', '\ufffd').replace('\ud800', '\ufffd');
    expect(texts(entry, 'title')).toEqual([`第50期：标题${held}`]);
    expect(entry.querySelector('category')!.getAttribute('term')).toBe(`主题${held}`);
  });

  test('has the licence where there is one', async () => {
    expect(texts(parsed((await made(plain, outside)).get('feed.xml')!), 'rights')).toEqual([
      'CC BY 4.0（https://creativecommons.org/licenses/by/4.0/）',
    ]);
    expect(texts(parsed((await made(plain, inside)).get('feed.xml')!), 'rights')).toEqual([]);
  });
});

describe('the feed of corrections', () => {
  test('tells what changed, why, who approved it, and where both values stand', async () => {
    const feed = parsed((await made(corrected, outside)).get('corrections/feed.xml')!);
    expect(texts(feed, 'feed > updated')).toEqual(['2026-12-05T00:00:00Z']);
    expect(texts(feed, 'entry > title')).toEqual([
      '更新：第48期“新登记的事项”新增一行',
      '更新：第48期正文增加“新登记的事项 77 项。”',
      '修订：第48期正文由“84.0%”改为“84%”',
      '修订：第48期“法定办结时限压缩比”数值由“84.0%”改为“84%”',
      `更正：第48期“${NAME}”2020年达到水平由“97.2%”改为“97.3%”`,
    ]);
    const last = [...feed.querySelectorAll('entry')].at(-1)!;
    expect(texts(last, 'id, content')).toEqual([
      'tag:example.org,2026-12-01:/yshj/corrections/48/v2/1/',
      `<p>“${NAME}”2020年达到水平由“97.2%”改为“97.3%”。</p><p>类别：更正。</p><p>原因：录入时看错行。</p><p>批准：办公室。</p><p>2026年12月1日，自数据版本2起。</p>`,
    ]);
    const page = 'https://example.org/yshj/issues/48/charts/no-visit-approval/';
    expect([...href(last, 'alternate'), ...href(last, 'predecessor-version')]).toEqual([page, `${page}v1/`]);
  });

  test('without any is as new as the site', async () => {
    const feed = parsed((await made(released, outside)).get('corrections/feed.xml')!);
    expect([...texts(feed, 'entry'), ...texts(feed, 'feed > updated')]).toEqual(['2026-11-24T00:00:00Z']);
  });
});

test('a tag knows no port', async () => {
  const feed = parsed(
    (
      await made(
        { ...plain, editions: new Map([[48, [{ bulletin: second, corrections: [] }]]]) },
        { ...outside, root: 'https://example.org:8443/' },
      )
    ).get('feed.xml')!,
  );
  expect(texts(feed, 'entry > id')).toEqual(['tag:example.org,2021-01-25:/issues/48/']);
});
