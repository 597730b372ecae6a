import { describe, expect, test } from 'vitest';
import { historyOf } from '../../src/wording/history.ts';
import { historyTable } from '../../src/wording/history-table.ts';
import { bulletinsOf, indicatorOf, type Says } from '../domain/bulletins.ts';
import { overTime } from '../domain/over-time.ts';
import { trends, type Case } from '../domain/trends.ts';

const history = ({ indicator, bulletins }: Case) => historyOf(indicator, bulletins);
const made = (says: Readonly<Record<number, Says>>, more = {}): Case => {
  const indicator = indicatorOf(more);
  return { indicator, bulletins: bulletinsOf(indicator, says) };
};
const years = (last: string) =>
  made({
    48: { base: [2019, '70.41'], goal: [2020, '80'], reached: [2020, '97.2'] },
    50: { base: [2020, '97.2'], goal: [2021, '98'], reached: [2021, '98.4'] },
    51: { base: [2021, '98.4'], goal: [2022, '98.5'], reached: [2022, '98.9'] },
    52: { base: [2022, '98.9'], goal: [2023, '99'], reached: [2023, last] },
  });

describe('the headline of an indicator', () => {
  test('says first what became of the targets, then from where to where', () => {
    const { headline, sentences } = history(years('99.3'));
    expect(headline).toBe('四期目标都达到；2019年70.41%→2023年99.3%');
    expect(sentences).toEqual(['2023年比2019年提高28.89个百分点。']);
  });
  test('says what was missed and by how much, and the sentence under it what was reached', () => {
    const { headline, sentences } = history(years('98.7'));
    expect(headline).toBe('四期目标，三期达到，2023年未达到（差0.3个百分点）；2019年70.41%→2023年98.7%');
    expect(sentences).toEqual(['2023年比2019年提高28.29个百分点；2023年98.7%，未达到省定目标（99%）。']);
  });
  test('says what is not judged, and the sentence under it why', () => {
    const { headline, sentences } = history(years('暂缺'));
    expect(headline).toBe('四期目标，三期达到，2023年待评；2019年70.41%→2022年98.9%');
    expect(sentences.join('')).toContain('2023年待评（通报没有达到水平的数值）');
  });
  test('says a miss of what should be low as a miss', () => {
    const said = history(
      made(
        { 49: { base: [2019, '10.25'], goal: [2020, '9'], reached: [2020, '9.8'] } },
        { unit: '小时', direction: '越低越好' },
      ),
    );
    expect(said.headline).toBe('2020年省定目标未达到（差0.8小时）；2019年10.25小时→2020年9.8小时');
  });
  test('draws no arrow between numbers that may not be set against each other', () => {
    expect(history(trends.restated).headline).toContain('2020年88.4%→2021年91.3%');
    expect(history(trends.differing).headline).not.toContain('→');
    expect(historyOf(overTime('added-value').indicator, overTime('added-value').bulletins).headline).toBe(
      '2022年131.0亿元',
    );
  });
  test('names the part that it is of, and has the other parts below', () => {
    const { indicator, bulletins } = overTime('total-score');
    const { headline, sentences } = historyOf(indicator, bulletins);
    expect(headline).toBe('全市：2022年一季度88.1分→2023年一季度91.1分');
    expect(sentences[1]).toBe('湛河区：2022年一季度90.2分→2023年一季度93.0分；2023年一季度比2022年一季度提高2.8分。');
  });
  test('says which number was corrected', () => {
    const { indicator, bulletins } = years('99.3');
    const corrected = {
      indicator: indicator.name,
      code: indicator.code,
      column: '2023年达到水平',
      place: null,
      kind: '更正',
    } as const;
    const [newest, ...rest] = bulletins;
    const changed = [{ ...newest!, corrected: [{ ...corrected, printed: '99.8%', now: '99.3%' }] }, ...rest];
    expect(historyOf(indicator, changed).sentences.at(-1)).toBe('第52期2023年达到水平经更正为99.3%，通报原为99.8%。');
    expect(historyTable(indicator.code, changed).rows.map((row) => row.corrected)).toEqual([true, false, false, false]);
  });
});

describe('where there is nothing to draw a sentence says why', () => {
  test.each<[string, Case]>([
    ['还没有通报写到这项指标。', made({})],
    [
      '只有2020年的数，没有同类时期的数可以对照，不画图。',
      made({ 48: { goal: [2020, '80'], reached: [2020, '97.2'] } }),
    ],
    ['只有正文写到这项指标，表里没有，不画图。', { ...made({ 48: { fact: '5' } }) }],
    ['通报没有写出这项指标的数值，不画图。', made({ 48: { reached: [2020, '暂缺'] } })],
  ])('%s', (reason, c) => {
    const bulletins = c.bulletins.map((b) => (b.facts.length > 0 ? { ...b, groups: [] } : b));
    const said = historyOf(c.indicator, bulletins);
    expect(said.undrawn).toBe(reason);
    expect(said.headline + said.sentences.join('')).toContain(reason.replace(/。$/, ''));
  });
  test('地区较多，不画图，各地区各时期的数见表。', () => {
    const { indicator, bulletins } = overTime('satisfaction');
    expect(historyOf(indicator, bulletins).undrawn).toBe('地区较多，不画图，各地区各时期的数见表。');
  });
});

describe('the table of an indicator', () => {
  test('has the time and the outcome of each row first, and a time with a value only where it is another', () => {
    const { rows } = historyTable('share-1', years('98.7').bulletins);
    expect(rows.map(({ period, outcome }) => [period, outcome?.word])).toEqual([
      ['2023年', '未达标'],
      ['2022年', '达标'],
      ['2021年', '达标'],
      ['2020年', '达标'],
    ]);
    expect(rows[0]!.cells.map(({ text }) => text)).toEqual(['98.7%', '99%', '2022年：98.9%']);
  });
  test('says once what all rows say of the frontier', () => {
    const { indicator, bulletins } = made({
      48: { base: [2019, '1'], reached: [2020, '2'], frontier: '暂缺' },
      49: { base: [2020, '2'], reached: [2021, '3'], frontier: '暂缺' },
    });
    const { common, roles } = historyTable(indicator.code, bulletins);
    expect(common).toEqual(['国内前沿水平：各期都写“暂缺”。']);
    expect(roles).not.toContain('frontier');
  });
});
