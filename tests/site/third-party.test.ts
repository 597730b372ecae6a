import { expect, test } from 'vitest';
import thirdParty from '../../src/publication/third-party.json' with { type: 'json' };
import { documentOf, read } from './page.ts';

const shown = documentOf('about/index.html').querySelector('#third-party ~ details dl')!;

test('readers see every package of others that they receive, with its version, under its licence', () => {
  const listed = [...shown.querySelectorAll('dd')].flatMap((dd) =>
    dd.textContent.split('、').map((part) => `${part} ${dd.previousElementSibling!.textContent}`),
  );
  const expected = thirdParty.map(({ name, version, licence }) => `${name} ${version} ${licence}`);
  expect(listed.sort()).toEqual(expected.sort());
});

test('every licence is passed on in full, under the names that it is of', () => {
  const parts = read('about/licences.txt').split(`\n${'-'.repeat(78)}\n\n`);
  for (const { name, version, licence, text } of thirdParty)
    expect(
      parts.filter((part) => part.includes(`${name} ${version}（${licence}）\n`) && part.includes(text)),
    ).toHaveLength(1);
});
