import { describe, expect, test } from 'vitest';
import type { Bulletin, LookAlike } from '../../src/domain/issue.ts';
import { factQuote } from '../../src/wording/fact-quote.ts';
import { lookAlikeList, pairsOfFact, pairsOfIndicator } from '../../src/wording/look-alike.ts';
import { table, type Cells } from '../charts/fixture.ts';
import { stated } from '../domain/observation.ts';
import { written } from '../domain/periods.ts';
import { bulletinWith } from './bulletin.ts';

const speaker = { office: '某市办公室', series: '工作通报' };
const source = { issue: 48, place: '二(一)', sentence: null };
const fact = stated({ name: '小甲', value: '91', period: null, source });
const later = stated({ name: '小乙', value: '12345', unit: '件', source, asOf: written('2020年底') });

function bulletinOf(rows: readonly Cells[], pairs: readonly Omit<LookAlike, 'other'>[], row = 0): Bulletin {
  const { group } = table('%', rows);
  const { cells, indicator } = group.rows[row]!;
  const other = Object.assign(cells.achieved!, { indicator });
  return bulletinWith([group], { facts: [fact, later], lookAlikes: pairs.map((pair) => ({ ...pair, other })) });
}

const ROW: Cells = ['甲', '70', '80', '79.8'];

describe('two look-alike figures', () => {
  test('stand side by side with their places, times, levels and targets', () => {
    const [pair] = lookAlikeList(bulletinOf([ROW], [{ fact, note: '口径不同。' }])).pairs;
    expect(pair).toMatchObject({ anchor: 'alike-1', title: '小甲：91%与79.8%', note: '口径不同。' });
    expect(pair!.sides.map(({ value, place, time, level, target }) => [value, place, time, level, target])).toEqual([
      ['91%', '正文二（一）', '通报未注明', '通报未注明', '没有目标，不能判定'],
      ['79.8%', '附表第1行', '2020年', '通报未注明', '省定目标80%，未达标'],
    ]);
  });

  test('say which of them a judgement may rest on', () =>
    expect(lookAlikeList(bulletinOf([ROW], [{ fact, note: '' }])).pairs[0]!.advice).toBe(
      '说是否达标，用附表第1行的79.8%；正文二（一）的91%没有目标，不能说达标或者未达标。',
    ));

  test('say that none may where neither has a target', () =>
    expect(lookAlikeList(bulletinOf([['甲', '70', '未列', '79.8']], [{ fact, note: '' }])).pairs[0]!.advice).toBe(
      '两个数都没有目标，都不能说达标或者未达标。',
    ));

  test('are led to from the figure and from the indicator', () => {
    const bulletin = bulletinOf([ROW], [{ fact, note: '' }]);
    expect(pairsOfFact(bulletin, fact).map(({ anchor }) => anchor)).toEqual(['alike-1']);
    expect(pairsOfFact(bulletin, later)).toEqual([]);
    expect(pairsOfIndicator(bulletin, bulletin.groups[0]!.rows[0]!.indicator)).toHaveLength(1);
    expect(pairsOfIndicator(bulletin, 'other')).toEqual([]);
  });

  test('of one figure have an address each', () =>
    expect(
      lookAlikeList(
        bulletinOf(
          [ROW],
          [
            { fact, note: '一' },
            { fact, note: '二' },
            { fact: later, note: '三' },
          ],
        ),
      ).pairs.map(({ anchor }) => anchor),
    ).toEqual(['alike-1', 'alike-1-2', 'alike-2']));
});

describe('the list of them', () => {
  test('says once what is said alike of all', () => {
    const list = lookAlikeList(
      bulletinOf(
        [ROW],
        [
          { fact, note: '口径不同。' },
          { fact: later, note: '口径不同。' },
        ],
      ),
    );
    expect(list.says).toBe('口径不同。引用请写明名称、出处和时点。');
    expect(list.pairs.map(({ note }) => note)).toEqual(['', '']);
  });
  test('leaves to each what is its own', () => {
    const list = lookAlikeList(
      bulletinOf(
        [ROW],
        [
          { fact, note: '甲。' },
          { fact: later, note: '乙。' },
        ],
      ),
    );
    expect(list.says).toBe('引用请写明名称、出处和时点。');
    expect(list.pairs.map(({ note }) => note)).toEqual(['甲。', '乙。']);
  });
});

describe('a figure of the text as a sentence', () => {
  const none = bulletinOf([ROW], []);
  const opening = '某市办公室《工作通报》第48期（2028年1月25日）正文二（一）：';

  test('says who says it where, as of when, with its thousands parted', () =>
    expect(factQuote(later, none, speaker)).toBe(`${opening}截至2020年底，小乙为12,345件。`));
  test('says what the bulletin leaves open', () =>
    expect(factQuote(fact, none, speaker)).toBe(`${opening}小甲为91%（通报未注明时点）。`));
  test('says its area and level, and that it is expected', () =>
    expect(
      factQuote(
        stated({ name: '小甲', value: '91', area: '新华区', level: '区级', expected: true, source }),
        none,
        speaker,
      ),
    ).toBe(`${opening}新华区小甲预计为91%（区级；通报未注明时点）。`));
  test('says what it is not', () =>
    expect(factQuote(fact, bulletinOf([ROW], [{ fact, note: '' }]), speaker)).toBe(
      `${opening}小甲为91%（通报未注明时点；与附表第1行“甲”79.8%不是同一个数）。`,
    ));
  test('says what it was in print', () =>
    expect(
      factQuote(
        fact,
        {
          ...none,
          corrected: [
            {
              indicator: '小甲',
              code: null,
              column: '数值',
              kind: '更正',
              place: '二(一)',
              printed: '90%',
              now: '91%',
            },
          ],
        },
        speaker,
      ),
    ).toBe(`${opening}小甲为91%（通报未注明时点；经更正为91%，通报原为90%）。`));
});
