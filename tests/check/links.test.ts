import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/check/assemble.ts';
import { format } from '../../src/ingest/problem/problem.ts';
import { sha256 } from '../../src/integrations/sha256.ts';
import { replace, TEXT, type Root } from '../ingest/bulletin.ts';

const linking = (...texts: readonly string[]): Root => replace(TEXT, '\n## 附表', `\n${texts.join('\n\n')}\n\n## 附表`);

function told(root: Root, attachments: readonly string[] = []): string[] {
  const files = [...root].map(([path, body]) => ({ path, bytes: new TextEncoder().encode(body as string) }));
  return assemble(files, sha256, new Set(attachments)).problems.map(format);
}

const HINT =
  '→ 本站的页面写成 /issues/48/ 的样子，图片放进 public/ 写成 /picture.png；本页的小节写它在网址里的 #s1-1；别的网站写完整的 https:// 地址';

describe('a link leads', () => {
  test.each([
    '/',
    '/issues/',
    '/issues/1/',
    '/issues/1/#s1-1',
    '/issues/1/data/',
    '/issues/1/data/v1/',
    '/issues/1/charts/group-1/',
    '/issues/1/charts/online-share/v1/',
    '/issues/1/charts/online-share.svg',
    '/indicators/online-share/',
    '/methods/#checks',
    '/staff/check/',
    '/icon.svg',
    '#s1-1',
    '#figure-1',
    '#group-1',
    'https://example.org/nowhere',
    'mailto:a@b.c',
  ])('to %s', (url) => expect(told(linking(`[看](${url})`))).toEqual([]));

  test('to a picture of the root, by its name in Chinese too', () => {
    expect(told(linking('![图](/图.png)', '![图](/%E5%9B%BE.png)'), ['图.png'])).toEqual([]);
  });

  test('anywhere in a browser, which does not see the whole root', () => {
    const files = [...linking('[看](/nowhere/)')].map(([path, body]) => ({
      path,
      bytes: new TextEncoder().encode(body as string),
    }));
    expect(assemble(files).problems).toEqual([]);
  });
});

describe('a link that leads nowhere is told', () => {
  test.each([
    [
      'of another bulletin',
      '[看](/issues/7/)',
      '/issues/7/',
      '，最接近的是“/issues/”、“/issues/1/”、“/issues/1/data/”',
    ],
    ['without its slash', '[看](/issues/1)', '/issues/1', '，最接近的是“/issues/1/”、“/issues/”、“/issues/1/data/”'],
    ['of a picture', '![图](/甲乙.png)', '/甲乙.png', ''],
    ['of a scan that no bulletin names', '[原件](/originals/9.pdf)', '/originals/9.pdf', ''],
    ['within the page', '[看](#s9)', '#s9', ''],
    ['that is relative', '[看](../2/)', '../2/', ''],
    ['of a definition', '[看][1]\n\n[1]: /甲乙/', '/甲乙/', ''],
  ])('%s', (_, text, url, near) => {
    const line = text.includes('[1]:') ? 20 : 18;
    expect(told(linking(text), ['originals/9.pdf'])).toEqual([
      `${TEXT} 第${line}行：链接或图片“${url}”在本站找不到${near}\n${HINT}`,
    ]);
  });
});
