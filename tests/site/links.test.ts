import { describe, expect, test } from 'vitest';
import { addressOf, base, documentOf, files, pages, site } from './page.ts';

const targets = new Set(files.map((file) => `${base}${addressOf(file)}`));

describe.each(pages)('%s', (page) => {
  const document = documentOf(page);
  const links = [...document.querySelectorAll('[href], [src]')].map(
    (node) => [node.localName, node.getAttribute('href') ?? node.getAttribute('src') ?? ''] as const,
  );
  const inner = links.map(([, link]) => link).filter((link) => !link.startsWith(site));

  test('links only to pages and files that exist', () => {
    const missing = inner.filter((link) => !link.startsWith('#') && !targets.has(link.replace(/#.*$/, '')));
    expect(missing).toEqual([]);
  });

  test('links only to places that exist on a page', () => {
    const lost = inner.filter((link) => {
      const [path, id] = link.split('#');
      if (!id) return false;
      const file = path ? files.find((f) => `${base}${addressOf(f)}` === path) : page;
      return !file || documentOf(file).getElementById(id) === null;
    });
    expect(lost).toEqual([]);
  });

  test('takes nothing from another host', () => {
    expect(
      links.filter(([tag, link]) => tag !== 'a' && /^(\w+:)?\/\//.test(link) && !link.startsWith(`${site}${base}`)),
    ).toEqual([]);
  });
});
