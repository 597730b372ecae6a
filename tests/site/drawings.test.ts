import { expect, test } from 'vitest';
import { documentOf, pages } from './page.ts';

/** Every drawing of the site, so that a change of a picture shows in a diff. One tag a line. */
const drawings = pages
  .filter((page) => page.startsWith('issues/') && !/\/v\d+\/index\.html$/.test(page))
  .flatMap((page) =>
    [...documentOf(page).querySelectorAll('.chart > div')].map((div, i, all) => ({
      name: `${page.replace(/^issues\/|\/?index\.html$|charts\//g, '').replace(/\//g, '-')}${all.length > 2 ? `-${Math.floor(i / 2) + 1}` : ''}-${div.className}`,
      svg: div.innerHTML.replace(/ data-at="[^"]*"/g, '').replace(/></g, '>\n<'),
    })),
  );

test.each(drawings)('the drawing $name is the one that was looked at', async ({ name, svg }) => {
  await expect(`${svg}\n`).toMatchFileSnapshot(`drawings/${name}.svg`);
});

test('there are two drawings of each chart', () => {
  expect(drawings.filter((d) => d.name.endsWith('wide'))).toHaveLength(drawings.length / 2);
});
