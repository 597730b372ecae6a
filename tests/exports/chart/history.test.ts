import { expect, test } from 'vitest';
import { historyFiles, historySource } from '../../../src/exports/chart/history.ts';
import { newsline } from '../../../src/exports/cite/newsline.ts';
import { citations } from '../../../src/exports/cite/citation.ts';
import { citeKey, indicatorWork } from '../../../src/exports/cite/work.ts';
import { tidy } from '../../../src/exports/dataset/csv.ts';
import type { Picture } from '../../../src/publication/file.ts';
import { bulletinsOf } from '../../../src/publication/library.ts';
import { historyOf } from '../../../src/wording/history.ts';
import { inside, outside } from '../fixture.ts';
import { corrected, plain, several } from '../library.ts';

const files = (library: typeof several) =>
  new Map(
    [...library.indicators.values()]
      .flatMap((indicator) => historyFiles(indicator, library, outside))
      .map(({ path, make }) => [path, make]),
  );

test('every indicator that a bulletin speaks of has the files of a chart, and no other has', () =>
  expect([...files(several).keys()]).toEqual([
    ...['svg', 'png', 'phone.png', 'csv', 'json'].map((end) => `indicators/share-1.${end}`),
    'indicators/share-1/social.png',
    'embed/indicators/share-1/oembed.json',
  ]));

test('its table has the lines of the bulletins’ own files, the oldest first', () => {
  const own = [...several.editions.values()]
    .reverse()
    .flatMap(([newest]) => tidy(newest!.bulletin).split('\r\n').slice(1, -1))
    .filter((line) => line.includes(',share-1,'));
  const table = files(several).get('indicators/share-1.csv')!() as string;
  expect(table.split('\r\n').slice(1, -1)).toEqual(own);
  expect(own.length).toBeGreaterThan(8);
});

test('its record says the finding, the day of the last change, and each bulletin', () => {
  const record = JSON.parse(files(corrected).get('indicators/no-visit-approval.json')!() as string) as Record<
    string,
    unknown
  >;
  expect(record).toMatchObject({
    finding:
      '2020年省定目标达到；2019年70.41%→2020年97.3%。2020年比2019年提高26.89个百分点。第48期2020年达到水平经更正为97.3%，通报原为97.2%。',
    source: { issues: [48] },
    address: 'https://example.org/yshj/indicators/no-visit-approval/',
  });
  expect(String(record['modified'])).toMatch(/^2026-12-/);
});

test('its picture names the bulletins and says which was corrected', () => {
  const { svg, scale } = files(corrected).get('indicators/no-visit-approval.phone.png')!() as Picture;
  expect(scale).toBe(3);
  const words = [...svg.matchAll(/>([^<]+)</g)].map(([, text]) => text).join('');
  for (const part of ['第48期（其中第48期经更正）', '更新至2026年12月', '未达标'].slice(0, 2))
    expect(words).toContain(part);
});

test('where there is nothing to draw the picture holds the sentence that says why', () => {
  const one = { ...several, editions: new Map([...several.editions].slice(0, 1)) };
  const svg = files(one).get('indicators/share-1.svg')!() as string;
  expect(svg).toContain('不画图');
});

test('it is cited with the day of its last change for a version', () => {
  const indicator = several.indicators.get('share-1')!;
  const history = historyOf(indicator, bulletinsOf(several));
  const work = indicatorWork(history, '2030-01-25', outside);
  expect(citeKey(work)).toBe('indicator-share-1-2030-01-25');
  expect(newsline(work)).toBe(
    `${outside.office}《优化营商环境工作通报》历期，图“${history.title}”，数据更新至2030年1月25日，见“平顶山营商环境数据”：https://example.org/yshj/indicators/share-1/`,
  );
  for (const { text } of citations(work)) expect(text).not.toMatch(/第null期|undefined|vnull/);
  expect(historySource(history, inside)).toBe(`${inside.office}《优化营商环境工作通报》第48、49、50期`);
  expect(historyOf(plain.indicators.get('one-window')!, bulletinsOf(plain)).bulletins).toHaveLength(1);
});
