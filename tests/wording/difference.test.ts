import { describe, expect, test } from 'vitest';
import type { Difference } from '../../src/domain/comparison.ts';
import type { Comparator } from '../../src/domain/quantity.ts';
import { changeSince, distance, signed } from '../../src/wording/difference.ts';
import { quantity } from '../domain/observation.ts';

const by = (comparator: Comparator, value: string, upper?: string, more: Partial<Difference> = {}): Difference => ({
  kind: 'difference',
  quantity: quantity(comparator, value, upper),
  unit: '个百分点',
  expected: false,
  ...more,
});

describe('a difference', () => {
  test.each<[string, Difference, sign: string, toTarget: string, since: string]>([
    ['up', by('eq', '5'), '+5个百分点', '高于目标5个百分点', '比2019年提高5个百分点'],
    ['down', by('eq', '-5'), '−5个百分点', '低于目标5个百分点', '比2019年下降5个百分点'],
    ['none', by('eq', '0.0'), '0.0个百分点', '正好达到目标', '与2019年持平'],
    ['up, at least', by('ge', '5'), '至少提高5个百分点', '高于目标至少5个百分点', '比2019年至少提高5个百分点'],
    ['up, more than', by('gt', '5'), '提高超过5个百分点', '高于目标超过5个百分点', '比2019年至少提高5个百分点'],
    ['up, at most', by('le', '5'), '至多提高5个百分点', '至多高于目标5个百分点', '比2019年至多提高5个百分点'],
    ['up, less than', by('lt', '5'), '提高不到5个百分点', '至多高于目标5个百分点', '比2019年至多提高5个百分点'],
    ['down, at most', by('ge', '-5'), '至多下降5个百分点', '至多低于目标5个百分点', '比2019年至多下降5个百分点'],
    ['down, less than', by('gt', '-5'), '下降不到5个百分点', '至多低于目标5个百分点', '比2019年至多下降5个百分点'],
    ['down, at least', by('le', '-5'), '至少下降5个百分点', '低于目标至少5个百分点', '比2019年至少下降5个百分点'],
    ['down, more than', by('lt', '-5'), '下降超过5个百分点', '低于目标超过5个百分点', '比2019年至少下降5个百分点'],
    ['not under zero', by('ge', '0'), '不低于0', '不低于目标', '不低于2019年'],
    ['over zero', by('gt', '0'), '高于0', '高于目标', '高于2019年'],
    ['not over zero', by('le', '0'), '不高于0', '不高于目标', '不高于2019年'],
    ['under zero', by('lt', '0'), '低于0', '低于目标', '低于2019年'],
    ['between two', by('range', '3', '5'), '+3至+5个百分点', '高于目标3至5个百分点', '比2019年提高3至5个百分点'],
    [
      'between two, down',
      by('range', '-5', '-3'),
      '−5至−3个百分点',
      '低于目标3至5个百分点',
      '比2019年下降3至5个百分点',
    ],
    ['either way', by('range', '-1', '2'), '−1至+2个百分点', '与目标相比，高低无法确定', '与2019年相比，升降无法确定'],
    ['from zero up', by('range', '0', '2'), '0至+2个百分点', '与目标相比，高低无法确定', '与2019年相比，升降无法确定'],
  ])('%s', (_, d, sign, toTarget, since) =>
    expect([signed(d), distance(d, '目标'), changeSince('2019年', d)]).toEqual([sign, toTarget, since]),
  );

  test.each<[string, Difference, toTarget: string, since: string]>([
    ['up', by('eq', '5', undefined, { expected: true }), '预计高于目标5个百分点', '比2019年预计提高5个百分点'],
    ['none', by('eq', '0', undefined, { expected: true }), '预计正好达到目标', '与2019年预计持平'],
    ['not under zero', by('ge', '0', undefined, { expected: true }), '预计不低于目标', '预计不低于2019年'],
    [
      'up, at most',
      by('le', '5', undefined, { expected: true }),
      '预计至多高于目标5个百分点',
      '比2019年预计至多提高5个百分点',
    ],
    ['down', by('range', '-5', '-3', { expected: true }), '预计低于目标3至5个百分点', '比2019年预计下降3至5个百分点'],
  ])('that is expected: %s', (_, d, toTarget, since) =>
    expect([distance(d, '目标'), changeSince('2019年', d)]).toEqual([toTarget, since]),
  );

  test.each([
    ['分', '比2019年提高2分', '比2019年下降2分'],
    ['项', '比2019年增加2项', '比2019年减少2项'],
    ['工作日', '比2019年增加2个工作日', '比2019年减少2个工作日'],
  ])('in %s', (unit, up, down) =>
    expect(['2', '-2'].map((value) => changeSince('2019年', by('eq', value, undefined, { unit })))).toEqual([up, down]),
  );

  test('in 工作日 is counted by 个', () => {
    const d = by('eq', '-2', undefined, { unit: '工作日' });
    expect([signed(d), distance(d, '目标')]).toEqual(['−2个工作日', '低于目标2个工作日']);
  });
});
