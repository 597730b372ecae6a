/** Run as a process of its own, in a time zone of its own: the digest of every file that this room makes of bulletin 48. */
import { chartCsv, chartJson } from '../../src/exports/chart-data.ts';
import { datasetEntries } from '../../src/exports/dataset.ts';
import { bulletin, indicators, outside, released, sha256 } from './fixture.ts';

const folders = [[bulletin, 'issues/48/data/v1/'], [released, 'issues/48/data/']] as const;
for (const [b, folder] of folders) for (const entry of await datasetEntries(b, indicators, outside, sha256, folder)) console.log(entry.sha256, entry.path);
for (const group of bulletin.groups) console.log(sha256(chartCsv(bulletin, { group }) + chartJson(bulletin, { group }, indicators, outside)), group.slug);
