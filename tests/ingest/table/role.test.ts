import { expect, test } from 'vitest';
import { rolesOf, splitTwo } from '../../../src/ingest/table/role.ts';

test.each<[string, readonly string[] | undefined]>([
  ['省定目标：80%。我市已达到97.2%', ['80%', '我市已达到97.2%']],
  ['省定目标：市级达到 80%。我市已达到 97.2%。', ['市级达到 80%', '我市已达到 97.2%']],
  ['目标80%，目前已达到 97.2%', ['80%', '97.2%']],
  ['目标值为 80%、实现97.2%', ['80%', '97.2%']],
  ['国定目标：达到80%；完成 85%', ['80%', '85%']],
  ['目标 80%  。 已经达到 85%', ['80%', '85%']],
  ['目标：80%', undefined],
  ['已达到97.2%', undefined],
  ['目标：，达到97.2%', undefined],
  ['80%。我市已达到97.2%', undefined],
])('%s', (text, both) => expect(splitTwo(text)).toEqual(both));

test('answers a long cell of marks and spaces', () => {
  expect(splitTwo(`目标${'， '.repeat(1000)}`)).toBe(undefined);
  expect(splitTwo(`目标80${'，达到'.repeat(600)}`)?.[0]).toBe('80');
});

test.each<[string, string | undefined]>([
  ['2019年评价水平', 'baseline 2019年 null'],
  ['2022年一季度水平', 'baseline 2022年一季度 null'],
  ['上年同期（2022年1—7月）水平', 'baseline 2022年1—7月 null'],
  ['2022年四季度得分水平', 'baseline 2022年四季度 null'],
  ['2020年省定目标', 'target 2020年 省定'],
  ['2023年市定目标值', 'target 2023年 市定'],
  ['2025年目标', 'target 2025年 null'],
  ['2020年达到水平', 'achieved 2020年 null'],
  ['2023年一季度完成', 'achieved 2023年一季度 null'],
  ['2023年1—7月实际完成', 'achieved 2023年1—7月 null'],
  ['2020 年省定目标及我市达到水平', 'target 2020年 省定；achieved 2020年 null'],
  ['国内前沿水平', 'frontier null null'],
  ['2023年目标完成率', undefined],
  ['完成率（%）', undefined],
  ['2023年目标完成情况', undefined],
  ['与2023年目标差距', undefined],
  ['比2019年水平增减', undefined],
  ['先进水平', undefined],
])('the heading %s', (heading, roles) =>
  expect(
    rolesOf(heading)
      ?.map(({ role, period, setter }) => `${role} ${period?.label ?? null} ${setter}`)
      .join('；'),
  ).toBe(roles),
);
