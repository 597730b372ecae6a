import { expect, test } from 'vitest';
import { trendsOf } from '../../src/domain/trend.ts';
import { trendFinding } from '../../src/wording/trend-finding.ts';
import { REGISTRY, read, TABLE, TEXT, textOf } from '../ingest/bulletin.ts';

const FRONT =
  '---\ntitle: 通报\ndate: 2023-08-25\ntopic: 政务服务\nlead: 单位\nreportTo: []\ncopyTo: []\nprinted: 2023-08-25\n---\n';

test('a quarter is told as a quarter, never as its year', () => {
  const header = '指标,2022年一季度水平,2023年一季度省定目标,2023年一季度达到水平';
  const { bulletins, indicators, problems } = read(
    new Map([
      [REGISTRY, textOf(REGISTRY)],
      [TEXT, `${FRONT}\n## 附表\n\n<Comparison />\n`],
      [TABLE, `${header}\n网上可办率,70.41%,80%,97.2%\n`],
    ]),
  );
  expect(problems).toEqual([]);
  const indicator = indicators.get('online-share')!;
  expect(trendFinding(trendsOf(bulletins, indicator), indicator)).toBe(
    '2022年一季度70.41%，2023年一季度97.2%，比2022年一季度提高26.79个百分点；2023年一季度省定目标80%。',
  );
});
