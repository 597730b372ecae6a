import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../src/domain/quantity.ts';
import type { CountedIn } from '../../../src/reconcile/figure/counted.ts';
import { figuresOf } from '../../../src/reconcile/figure/figure.ts';

// The grammar of numbers in a text: `text=reading unit`; a word that may be a verb gives two readings, one that cannot be read `?`.

const quantity = (q: Quantity): string =>
  q.kind === 'range' ? `${q.lower}…${q.upper}` : `${q.comparator === 'eq' ? '' : `${q.comparator} `}${q.value}`;

const COUNTED: { readonly [K in CountedIn['kind']]: (counted: Extract<CountedIn, { kind: K }>) => string } = {
  unit: ({ name }) => ` ${name}`,
  magnitude: ({ word }) => ` ${word}+`,
  unknown: ({ word }) => ` “${word}”`,
  rank: () => ' #',
  none: () => '',
};
const counted = (c: CountedIn): string => (COUNTED[c.kind] as (one: CountedIn) => string)(c);

const read = (sentence: string, names: readonly string[] = []): string[] =>
  figuresOf(sentence, names).map((f) => `${f.text}=${f.readings.map(quantity).join('/') || '?'}${counted(f.counted)}`);

describe('a number of a text', () => {
  test.each<[string, string[]]>([
    ['全年办件125.5万件，办结率99.8%。', ['125.5万件=125.5 万件', '99.8%=99.8 %']],
    ['差错率3.2‰。', ['3.2‰=3.2 ‰']],
    ['减税1,234,567元。', ['1,234,567元=1234567 元']],
    ['办理3，123件另办。', ['3=3', '123件=123 件']],
    ['单价3.5元/千瓦时。', ['3.5元/千瓦时=3.5 元/千瓦时']],
    ['提高26.79个百分点。', ['26.79个百分点=26.79 个百分点']],
    ['压缩至3个工作日。', ['3个工作日=3 工作日']],
  ])('has digits, a magnitude and a unit: %s', (sentence, figures) => expect(read(sentence)).toEqual(figures));

  test.each<[string, string[]]>([
    ['投诉件同比增长-3.2%。', ['-3.2%=-3.2 %']],
    ['投诉件同比增长－3.2%。', ['－3.2%=-3.2 %']],
    ['投诉件同比增长−3.2%。', ['−3.2%=-3.2 %']],
    ['投诉件同比增长–3.2%。', ['–3.2%=-3.2 %']],
    ['为12项-15项。', ['12项-15项=12…15 项']],
  ])('may be negative: %s', (sentence, figures) => expect(read(sentence)).toEqual(figures));

  test.each<[string, string[]]>([
    ['共１２３家。', ['１２３家=123 家']],
    ['⑨项，⁹⁷%，Ⅻ个。', ['⑨项=9 项', '⁹⁷%=97 %', 'Ⅻ个=12 个']],
    ['𝟗𝟖%，٣٤件。', ['𝟗𝟖%=98 %', '٣٤件=34 件']],
    ['9\u200b7.2%。', ['9\u200b7.2%=97.2 %']],
    ['三百二十万元，百分之九十八点九。', ['三百二十万元=320 万元', '百分之九十八点九=98.9 %']],
    ['三千余人，四十多家。', ['三千余人=over 3000 人', '四十多家=over 40 家']],
  ])('is one in any script: %s', (sentence, figures) => expect(read(sentence)).toEqual(figures));

  test.each<[string, string[]]>([
    ['约90次，近90次，90次左右。', ['约90次=about 90 次', '近90次=under 90 次', '90次左右=about 90 次']],
    ['90 余次，70多项，70%多。', ['90 余次=over 90 次', '70多项=over 70 项', '70%多=over 70 %']],
    ['8万余件，3个多月，3亿多元。', ['8万余件=over 8 万件', '3个多月=over 3 个月', '3亿多元=over 3 亿元']],
    ['不低于80%，80%及以上，≥80%。', ['不低于80%=ge 80 %', '80%及以上=ge 80 %', '≥80%=ge 80 %']],
    ['不超过3个工作日，65以内。', ['不超过3个工作日=le 3 工作日', '65以内=le 65']],
    ['100+项，100+。', ['100+项=ge 100 项', '100+=ge 100']],
    ['高于80%的省定目标。', ['高于80%=gt 80/80 %']],
    ['超过70%以上。', ['超过70%以上=gt 70/ge 70 %']],
    ['约90余次。', ['约90余次=? 次']],
  ])('has its qualifier before, inside or behind: %s', (sentence, figures) => expect(read(sentence)).toEqual(figures));

  test.each<[string, string[]]>([
    ['预约5次，签约12个，节约3.2亿元。', ['5次=5 次', '12个=12 个', '3.2亿元=3.2 亿元']],
    ['最近5年，附近2公里。', ['5年=5 年', '2公里=2 公里']],
  ])('is not qualified by the end of another word: %s', (sentence, figures) => expect(read(sentence)).toEqual(figures));

  test.each<[string, string[]]>([
    ['保留1—2个窗口。', ['1—2个=1…2 个']],
    ['3～5个，3至5天，30%—40%。', ['3～5个=3…5 个', '3至5天=3…5 天', '30%—40%=30…40 %']],
    ['5—3个。', ['5—3个=? 个']],
    ['由85到90分。', ['85=85 分', '90分=90 分']],
  ])('may be a range: %s', (sentence, figures) => expect(read(sentence)).toEqual(figures));

  test.each<[string, string[]]>([
    ['涉及资金3.2亿。', ['3.2亿=3.2 亿+']],
    ['绿道3平方公里。', ['3平方公里=3 平方公里']],
    ['建成5楹。', ['5楹=5 “楹”']],
    ['货运3万吨公里，12件/天。', ['3万吨公里=3 “万吨公里”', '12件/天=12 “件/天”']],
    ['得分(85)分。', ['85)分=85 分']],
    ['分别为12、15和18个。', ['12=12 个', '15=15 个', '18个=18 个']],
    ['第5位，全省第3，第1名。', ['第5位=5 #', '第3=3 #', '第1名=1 #']],
  ])('counts in what stands behind it and in nothing else: %s', (sentence, figures) =>
    expect(read(sentence)).toEqual(figures),
  );

  test.each<[string, string[]]>([
    ['师生比1:15，比例3：20。', ['1:15=?', '3：20=?']],
    ['2/3以上，½。', ['2/3=?', '½=?']],
    ['97..2%，10⁴吨。', ['97..2%=? %', '10⁴吨=? 吨']],
  ])('is told where it cannot be read: %s', (sentence, figures) => expect(read(sentence)).toEqual(figures));
});

describe('no figure', () => {
  test.each([
    '2018、2019、2020年，2018—2020年，2020年5月6-8日，1—11月，5月1日、2日，12月31日24时。',
    '5月1日至5月3日，3、6、9月，12月底，本月6日，90年代，21世纪，第3季度，2020.12.31，2020/12/31。',
    '上午9:30，每天8:30-17:30，9时30分至11时，18:00。',
  ])('is a date or an hour: %s', (sentence) => expect(read(sentence)).toEqual([]));

  test.each([
    '国办发〔2020〕43号、豫政办〔2021〕5、6号，国务院令第722号，第12次会议，第3条，第48期。',
    '详见附件1、附件2所列，附表1-2，图2所示，如表3，（见附图4）。',
    'GB/T 7714—2015，GB 3095-2012，HJ 633—2012，DB41/T 123-2020，ISO 9001。',
    'PM2.5、PM10、SO2、NO2、O3-8h、5G、A4纸、G107国道、5A级。',
    '“1+3+N”体系，“3+2”模式，7×24小时，3.0版，Ⅰ—Ⅲ类水质。',
    '12345热线，12345政务服务便民热线，https://www.example.com/2020?a=1。',
  ])('is the number of a document, an annex, a standard or a code: %s', (sentence) =>
    expect(read(sentence)).toEqual([]),
  );

  test.each([
    '1.加强领导。2.落实责任；3.推进改革。',
    '（1）加强领导。（2）落实责任。',
    '①加强领导，②落实责任。',
    '附件：1.2023年一季度情况表',
    '1.1 总体情况',
  ])('numbers items: %s', (sentence) => expect(read(sentence)).toEqual([]));

  test.each(['五减一优，百日攻坚，千家万户，十九届五中全会，乡、村两级，取一个号，一次办结。'])(
    'is a word made of numerals: %s',
    (sentence) => expect(read(sentence)).toEqual([]),
  );

  test('is a declared name', () =>
    expect(read('建设了24小时自助政务服务大厅，24小时开放。', ['24小时自助政务服务大厅'])).toEqual(['24小时=24 小时']));

  test('is not what a name ends in, where the number goes on', () =>
    expect(read('用户达1255420人。', ['用户达1255420'])).toEqual(['1255420人=1255420 人']));
});

describe('a figure', () => {
  test.each<[string, string[]]>([
    ['水表3只，申报表20份，附件3份，病例5例。', ['3只=3 只', '20份=20 份', '3份=3 份', '5例=5 例']],
    ['分别为：3、5和7个。', ['3=3 个', '5=5 个', '7个=7 个']],
    ['AQI78，GDP3.2亿元。', ['78=78', '3.2亿元=3.2 亿元']],
    ['（85）分。', ['85）分=85 分']],
  ])('is no annex, item or code: %s', (sentence, figures) => expect(read(sentence)).toEqual(figures));
});

test('A long paragraph is read in time that grows with its length', () => {
  const worst = ['1、', '1—', '2018、', '1 ', '1:1', '（1）', '1月', '第1', 'A1', '三百'];
  for (const piece of worst) expect(read(piece.repeat(Math.floor(20_000 / piece.length))).length).toBeLessThan(20_000);
}, 20_000);

test('a verb of comparison before a number that has its own qualifier qualifies nothing', () => {
  expect(read('低于7%左右的预期目标')).toHaveLength(1);
  expect(read('低于7%左右的预期目标')[0]).toMatch(/7/);
  expect(read('低于7%左右的预期目标')[0]).not.toContain('?');
});
