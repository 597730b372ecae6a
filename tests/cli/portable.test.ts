import { expect, test } from 'vitest';
import { options } from '../../src/cli/build-options.ts';
import { portable } from '../../src/cli/portable.ts';

test('pages lead to the files of each other, from wherever they stand', () => {
  expect(portable('issues/48/index.html', '<a href="/issues/48/data/#files">甲</a><link href="/assets/a.css">')).toBe(
    '<a href="../../issues/48/data/index.html#files">甲</a><link href="../../assets/a.css">',
  );
  expect(portable('index.html', '<a href="/">甲</a> <img src="/图.png">')).toBe(
    '<a href="./index.html">甲</a> <img src="./图.png">',
  );
});

test('what leads out of the site, or says an address, stays as it is', () => {
  const text =
    '<a href="https://example.org/">甲</a><a href="//example.org/">乙</a><a href="#s1">丙</a><p>href="/x"</p>';
  expect(portable('a/index.html', text)).toBe(text.replace('href="/x"', 'href="/x"'));
});

test('style sheets lead to their pictures', () => {
  expect(portable('assets/a.css', 'a{background:url(/icon.svg)}')).toBe('a{background:url(../icon.svg)}');
});

test('a preview is for no address', () => {
  expect(() => options(['--portable', '--base', '/x/'])).toThrow(
    '--portable 生成不用服务器就能看的预览，不和 --base、--site 一起用',
  );
});
