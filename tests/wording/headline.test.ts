import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/catalog.ts';
import { headline } from '../../src/wording/headline.ts';
import { standfirst } from '../../src/wording/standfirst.ts';
import { table, type Cells, type Options } from '../charts/fixture.ts';

const judged = { roles: ['baseline', 'target', 'achieved'] } as const;
const said = (rows: readonly Cells[], options: Options = judged, unit = '%') => {
  const { group } = table(unit, rows, options);
  const bulletin = { ...load(join(import.meta.dirname, '../..')).bulletins[0]!, groups: [group] };
  return { headline: headline(bulletin), standfirst: standfirst(bulletin) };
};

describe('the headline of a bulletin', () => {
  test('where all is met, says how many went beyond', () =>
    expect(
      said([
        ['甲', '70', '80', '97.2'],
        ['乙', '70', '80', '88'],
        ['丙', '96', '100', '100'],
      ]),
    ).toEqual({
      headline: '三项省定目标全部达到，两项高于目标',
      standfirst: ['高出目标最多的是甲：2020年97.2%，目标80%。', '丙正好达到目标。'],
    }));

  test('where one is missed, says by how much', () =>
    expect(
      said([
        ['甲', '98.9', '99', '99.3'],
        ['乙', '100', '100', '99.8'],
      ]),
    ).toEqual({
      headline: '两项省定目标，一项达到，一项差0.2个百分点',
      standfirst: ['没有达到的是乙：2020年99.8%，目标100%，比2019年下降0.2个百分点。'],
    }));

  test('where several are missed, says how many, and which', () => {
    const { headline, standfirst } = said([
      ['甲', '70', '80', '97'],
      ['乙', '70', '80', '79'],
      ['丙', '70', '80', '78'],
    ]);
    expect(headline).toBe('三项省定目标，一项达到，两项未达到');
    expect(standfirst).toEqual([
      '没有达到的是乙（2020年79%，目标80%，比2019年提高9个百分点）和丙（2020年78%，目标80%，比2019年提高8个百分点）。',
    ]);
  });

  test('counts what cannot be judged, and says why under it', () =>
    expect(
      said([
        ['甲', '70', '80', '97'],
        ['乙', '70', '80', '预计85'],
        ['丙', '70', '80', '暂缺'],
        ['丁', '70', '', '90'],
      ]),
    ).toEqual({
      headline: '三项省定目标，一项达到，两项待评',
      standfirst: ['待评的是乙（达到水平是预计数）、丙（通报没有达到水平的数值）。', '丁未列目标。'],
    }));

  test('where nothing can be judged for one reason, says the reason', () =>
    expect(
      said([
        ['甲', '70', '80', '暂缺'],
        ['乙', '70', '80', '暂缺'],
      ]),
    ).toEqual({ headline: '两项省定目标都待评：通报没有达到水平的数值', standfirst: [] }));

  test('of one target names its row', () => {
    expect(said([['甲', '70', '80', '90']]).headline).toBe('甲达到省定目标');
    expect(said([['甲', '70', '80', '79']]).headline).toBe('甲未达到省定目标，差1个百分点');
    expect(said([['甲', '70', '80', '暂缺']]).headline).toBe('甲的省定目标待评：通报没有达到水平的数值');
  });

  test('where all are missed, does not say that some are met', () =>
    expect(
      said([
        ['甲', '70', '80', '79'],
        ['乙', '70', '80', '78'],
      ]).headline,
    ).toBe('两项省定目标都没有达到'));

  test('says what is missing in words that hold in both directions', () =>
    expect(
      said(
        [
          ['甲', '12', '8', '7'],
          ['乙', '10.25', '9', '9.8'],
        ],
        { ...judged, direction: '越低越好' },
        '小时',
      ).headline,
    ).toBe('两项省定目标，一项达到，一项差0.8小时'));

  test('is none where no table has a target', () =>
    expect(said([['甲', '70', '预计80']], { roles: ['baseline', 'achieved'] })).toEqual({
      headline: null,
      standfirst: ['甲是预计数，还不是成绩。'],
    }));

  test('names nothing as farthest where two went equally far', () =>
    expect(
      said([
        ['甲', '70', '80', '90'],
        ['乙', '70', '80', '90'],
        ['丙', '70', '80', '85'],
      ]).standfirst,
    ).toEqual([]));
});
