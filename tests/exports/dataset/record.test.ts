import { expect, test } from 'vitest';
import { issueRecord } from '../../../src/exports/dataset/record.ts';
import { read } from '../../ingest/bulletin.ts';
import { stating } from '../../reconcile/stating.ts';

test('issue.json says of each number of the text which observation it is, and of a change which two', () => {
  const bulletin = read(stating('网上可办率达到97.2%，比2019年提高26.79个百分点。')).bulletins[0]!;
  const { observations, mentions } = issueRecord(bulletin);
  expect(
    mentions.map(({ text, kind, place, states }) => [
      text,
      kind,
      place,
      ...states.map((i) => `${observations[i]!.name} ${observations[i]!.role} ${observations[i]!.value}`),
    ]),
  ).toEqual([
    ['65826 项', 'observation', '一(一)', '审批事项受理量 stated 65826'],
    ['99.8%', 'observation', '一(一)', '审批事项办结率 stated 99.8'],
    ['97.2%', 'observation', '一(一)', '网上可办率 achieved 97.2'],
    ['26.79个百分点', 'difference', '一(一)', '网上可办率 achieved 97.2', '网上可办率 baseline 70.41'],
  ]);
  expect(mentions[2]!.sentence).toBe('网上可办率达到97.2%，比2019年提高26.79个百分点。');
});

test('a section that a row leaves out is that of its number', () => {
  const bulletin = read(stating('窗口8个。', '窗口,8,个,,,,,,')).bulletins[0]!;
  expect(bulletin.facts.at(-1)!.source).toEqual({ issue: 1, place: '一(一)', sentence: '窗口8个。' });
});
