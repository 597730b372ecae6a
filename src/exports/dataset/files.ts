import { strToU8 } from 'fflate';
import type { Indicator } from '../../domain/indicator.ts';
import type { Bulletin } from '../../domain/issue.ts';
import { archive, checksums, type DataFile, type Sha256 } from './archive.ts';
import { csvw } from './csvw.ts';
import { dataPackage } from './datapackage.ts';
import type { ExportFile } from '../../publication/file.ts';
import type { Publication } from '../../publication/publication.ts';
import { issueJson } from './record.ts';
import { plainCsv, tidy } from './csv.ts';
import { workbook } from './workbook.ts';
import { archiveName, dataFileNames, UNMARKED_CSV } from '../../publication/page.ts';

/** A file of an issue as its page lists it. */
export interface DatasetEntry {
  readonly name: string;
  /** From the root of the site, as `ExportFile` has it. */
  readonly path: string;
  /** What it is, for readers. */
  readonly meaning: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What files are made of. They are the same wherever they stand, so the folder is no part of it. */
type Input = readonly [
  bulletin: Bulletin,
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
  sha256: Sha256,
];

/** Files that a released version keeps, by name: they are offered as they were sealed, whatever this program would make. */
type Kept = ReadonlyMap<string, Uint8Array>;
const NONE: Kept = new Map();

/** All data files of one version of an issue. `folder`: `issues/48/data/`, or `issues/48/data/v1/` for good. */
export const datasetFiles = (
  ...[bulletin, indicators, publication, sha256, folder, kept = NONE]: [...Input, folder: string, kept?: Kept]
): ExportFile[] =>
  dataFileNames(bulletin).map((name) => ({
    path: folder + name,
    make: () => dataFiles(kept, bulletin, indicators, publication, sha256).find((file) => file.name === name)!.content,
  }));

/** The same files for their page, with sizes and digests; SHA256SUMS, which cannot hold its own, comes last. */
export const datasetEntries = (
  ...[bulletin, indicators, publication, sha256, folder, kept = NONE]: [...Input, folder: string, kept?: Kept]
): DatasetEntry[] =>
  dataFiles(kept, bulletin, indicators, publication, sha256).map(({ name, meaning, content }) => ({
    name,
    path: folder + name,
    meaning,
    bytes: content.length,
    sha256: sha256(content),
  }));

const MADE = new WeakMap<Bulletin, Map<string, DataFile[]>>();

/** Once for each bulletin and way to publish it: the page asks for digests, the writer for files. */
function dataFiles(kept: Kept, ...input: Input): DataFile[] {
  const [bulletin, , publication] = input;
  const known = MADE.get(bulletin) ?? new Map<string, DataFile[]>();
  MADE.set(bulletin, known);
  const key = JSON.stringify(publication);
  const files = known.get(key) ?? make(kept, ...input);
  known.set(key, files);
  return files;
}

/** UTF-8's byte order mark. */
const BOM = strToU8('\ufeff');

function make(kept: Kept, ...[bulletin, indicators, publication, sha256]: Input): DataFile[] {
  const observations = {
    name: 'observations.csv',
    meaning: '全部数据，一行一个，UTF-8（带 BOM），Excel 可直接打开',
    content: kept.get('observations.csv') ?? strToU8(tidy(bulletin)),
  };
  const unmarked = {
    name: UNMARKED_CSV,
    meaning: '同上，不带 BOM，供程序读取',
    content: observations.content.subarray(BOM.length),
  };
  const files: DataFile[] = [
    observations,
    unmarked,
    {
      name: 'observations.xlsx',
      meaning: '全部数据、比较结果和各列的含义，Excel 工作簿',
      content: workbook(bulletin, publication),
    },
    {
      name: 'issue.json',
      meaning: '通报信息、全部数据和比较结果，JSON',
      content: kept.get('issue.json') ?? strToU8(issueJson(bulletin)),
    },
    {
      name: 'datapackage.json',
      meaning: 'observations-utf8.csv 的说明，供程序读取（Data Package 2.0）',
      content: strToU8(dataPackage(bulletin, indicators, publication, unmarked, sha256)),
    },
    {
      name: 'observations.csv-metadata.json',
      meaning: 'observations.csv 的说明，供程序读取（W3C CSV on the Web）',
      content: strToU8(csvw(bulletin, publication, observations.name)),
    },
    ...bulletin.plain.map((table) => ({
      name: `${table.slug}.csv`,
      meaning: `${table.name}，照通报原样，其中的数没有逐个核对`,
      content: strToU8(plainCsv(table)),
    })),
  ];
  const zip = {
    name: archiveName(bulletin),
    meaning: '以上文件和说明，一次下载',
    content: archive(bulletin, publication, files, sha256),
  };
  const all = [...files, zip];
  return [
    ...all,
    { name: 'SHA256SUMS', meaning: '以上各文件的 SHA-256 校验值', content: strToU8(checksums(all, sha256)) },
  ];
}
