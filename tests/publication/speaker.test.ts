import { expect, test } from 'vitest';
import { publicationFor } from '../../src/publication/library.ts';
import { speakerOf } from '../../src/publication/speaker.ts';
import { rowQuote } from '../../src/wording/quote.ts';
import { table } from '../charts/fixture.ts';
import { read, replace, TEXT } from '../ingest/bulletin.ts';
import { outside } from '../exports/fixture.ts';
import { bulletinWith } from '../wording/bulletin.ts';

const SITE = { city: '某市', office: '某市优化办', series: '优化营商环境工作通报' };
const named = { series: '空气质量工作通报', issuer: '某市生态环境局' };

test('a bulletin speaks by its own series and office where it names them', () => {
  expect(speakerOf(SITE, named)).toEqual({ city: '某市', office: '某市生态环境局', series: '空气质量工作通报' });
  expect(speakerOf(SITE, { series: null, issuer: null })).toEqual(SITE);
});

test('its quotation and its files say so', () => {
  const { group } = table('%', [['甲', '70', '80', '90']]);
  const plain = bulletinWith([group]);
  const bulletin = { ...plain, issue: { ...plain.issue, ...named } };
  expect(rowQuote(group.rows[0]!, group, bulletin, SITE)).toMatch(
    /来源：某市生态环境局《空气质量工作通报》第\d+期附表第1行/,
  );
  const { office, series } = publicationFor({ bulletin, corrections: [], sealed: null } as never, outside);
  expect([office, series]).toEqual(['某市生态环境局', '空气质量工作通报']);
});

test('it names them in its front matter', () => {
  const { bulletins } = read(replace(TEXT, 'names:', 'series: 空气质量工作通报\nissuer: 某市生态环境局\nnames:'));
  expect(bulletins[0]!.issue).toMatchObject(named);
});
