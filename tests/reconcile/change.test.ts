import { describe, expect, test } from 'vitest';
import { tiesOf, toldOf } from './stating.ts';

describe('a change', () => {
  test.each<[string, string[]]>([
    ['网上可办率比2019年提高26.79个百分点。', ['26.79个百分点：网上可办率 achieved − 网上可办率 baseline']],
    ['网上可办率高于目标17.2个百分点。', ['17.2个百分点：网上可办率 achieved − 网上可办率 target']],
    ['开办企业时间较2019年压缩2个工作日。', ['2个工作日：开办企业时间 achieved − 开办企业时间 baseline']],
  ])('between two cells of a row needs no row of its own: %s', (sentence, ties) => {
    expect(toldOf(sentence)).toEqual([]);
    expect(tiesOf(sentence)).toEqual(ties);
  });

  const rows = ['原有投诉,85,件,,,一(一),,,', '现有投诉,60,件,,,一(一),,,'];

  test('between two numbers of its sentence is computed again', () => {
    expect(toldOf('投诉由85件下降到60件，减少25件。', ...rows)).toEqual([]);
    expect(tiesOf('投诉由85件下降到60件，减少25件。', ...rows)[2]).toBe('25件：现有投诉 stated − 原有投诉 stated');
  });

  test('says how far apart two numbers are', () =>
    expect(
      tiesOf(
        '甲区办结率99.2%，乙区办结率76.4%，相差22.8个百分点。',
        '甲区办结率,99.2%,%,,,一(一),,,',
        '乙区办结率,76.4%,%,,,一(一),,,',
      )[2],
    ).toBe('22.8个百分点：乙区办结率 stated − 甲区办结率 stated'));

  const wrong = (found: string, context: string, sum: string): string =>
    `content/issues/1.mdx 第16行：正文写“${found}”（“${context}”），照数据应是：${sum}\n→ 照通报核对正文和数据；通报原文就是这样的，在 facts.csv 加一行，关系写“变化量”，备注写明差别`;

  test.each<[string, string[], string]>([
    [
      '网上可办率比2019年提高26.9个百分点。',
      [],
      wrong('26.9个百分点', '办率比2019年提高26.9个百分点。建设了', '97.2%（2020年）减70.41%（2019年）得26.79'),
    ],
    [
      '网上可办率比2019年下降26.79个百分点。',
      [],
      wrong('26.79个百分点', '办率比2019年下降26.79个百分点。建设了', '97.2%（2020年）减70.41%（2019年）得26.79'),
    ],
    [
      '投诉由85件下降到60件，减少26件。',
      rows,
      wrong('26件', '件下降到60件，减少26件。建设了', '60件（现有投诉）减85件（原有投诉）得-25'),
    ],
    [
      '投诉由85件下降到60件，增加25件。',
      rows,
      wrong('25件', '件下降到60件，增加25件。建设了', '60件（现有投诉）减85件（原有投诉）得-25'),
    ],
  ])('that is wrong is told with the sum: %s', (sentence, facts, line) =>
    expect(toldOf(sentence, ...facts)).toEqual([line]),
  );

  test('of which the bulletin gives no base is a figure like any other', () => {
    expect(toldOf('办件量同比增长8.3%。')).toEqual([
      'content/issues/1.mdx 第16行：“8.3%”在数据里找不到（一(一)，“8%。办件量同比增长8.3%。建设了”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”',
    ]);
    expect(toldOf('办件量同比增长8.3%。', '办件量同比增长,8.3%,%,,,一(一),,,')).toEqual([]);
  });
});
