/** Run as a process of its own, in a time zone of its own: the digest of every file that this room makes of bulletin 48. */
import { chartsOf } from '../../src/wording/chart.ts';
import { chartCsv, chartJson } from '../../src/exports/chart/data.ts';
import { datasetEntries } from '../../src/exports/dataset/files.ts';
import { bulletin, indicators, outside, released, sha256 } from './fixture.ts';

const folders = [
  [bulletin, 'issues/48/data/v1/'],
  [released, 'issues/48/data/'],
] as const;
for (const [b, folder] of folders)
  for (const entry of datasetEntries(b, indicators, outside, sha256, folder)) console.log(entry.sha256, entry.path);
for (const chart of chartsOf(bulletin, indicators))
  console.log(sha256(chartCsv(chart) + chartJson(chart, indicators, outside)), chart.slug);
