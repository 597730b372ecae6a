import { expect, test } from 'vitest';
import { splitTwo } from '../../../src/ingest/table/role.ts';

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
