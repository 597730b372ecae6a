import { describe, expect, test } from 'vitest';
import { documentOf, pages } from './page.ts';

const bulletins = pages.filter((page) => /^issues\/\d+\/index\.html$/.test(page));

const twice = (said: readonly string[]): string[] => said.filter((words, i) => said.indexOf(words) !== i);

describe.each(bulletins)('%s', (page) => {
  const document = documentOf(page);
  const texts = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map((node) => (node.textContent ?? '').replace(/\s+/g, ''));

  test('has one source line', () => expect(texts('.source')).toHaveLength(1));

  test('says no note twice', () => expect(twice(texts('.notes li'))).toEqual([]));

  test('says no finding twice', () => {
    const sentences = texts('h1, .deck, .says strong').flatMap((words) => words.match(/[^。]+。?/g) ?? []);
    expect(twice(sentences)).toEqual([]);
  });

  test('says of no cell alone that the bulletin leaves it open', () =>
    expect(
      texts('.facts td.value, .facts td.date, .comparison td').filter((words) => words.includes('未注明')),
    ).toEqual([]));
});
