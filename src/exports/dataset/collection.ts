import { strToU8 } from 'fflate';
import type { Bulletin } from '../../domain/issue.ts';
import { COLLECTION_CSV, COLLECTION_WORKBOOK } from '../../publication/address.ts';
import type { ExportFile } from '../../publication/file.ts';
import { bulletinsOf, lastModified, type Library } from '../../publication/library.ts';
import { fullAddress, type Publication } from '../../publication/publication.ts';
import type { DataFile, Sha256 } from './archive.ts';
import { CSV_HEAD, csvLines, dataRows } from './csv.ts';
import type { DatasetEntry } from './files.ts';
import { joined, spreadsheet } from './spreadsheet.ts';
import { coreProperties, dataSheet, FIELD_SHEET, imprintSheet, READING } from './workbook.ts';

/** What the data of all bulletins are called. */
export const collectionTitle = ({ series }: Pick<Publication, 'series'>): string => `《${series}》历期全部数据`;

/** The data of every bulletin in one file, oldest bulletin first, each as its newest version states it. */
export const collectionFiles = (library: Library, publication: Publication): ExportFile[] =>
  [COLLECTION_CSV, COLLECTION_WORKBOOK].map((address) => ({
    path: address.slice(1),
    make: () => filesOf(library, publication).find(({ name }) => address.endsWith(`/${name}`))!.content,
  }));

/** The same with sizes and digests, for their page and for catalogues. */
export const collectionEntries = (library: Library, publication: Publication, sha256: Sha256): DatasetEntry[] =>
  filesOf(library, publication).map(({ name, meaning, content }) => ({
    name,
    path: `data/${name}`,
    meaning,
    bytes: content.length,
    sha256: sha256(content),
  }));

const MADE = new WeakMap<Library, Map<string, DataFile[]>>();

/** Once for each library and way to publish it: page and catalogue ask for digests, the writer for files. */
function filesOf(library: Library, publication: Publication): DataFile[] {
  const known = MADE.get(library) ?? new Map<string, DataFile[]>();
  MADE.set(library, known);
  const key = JSON.stringify(publication);
  const files = known.get(key) ?? [
    {
      name: 'observations.csv',
      meaning: '历期全部数据，一行一个，UTF-8（带 BOM），Excel 可直接打开',
      content: collectionCsv(bulletinsOf(library).toReversed()),
    },
    {
      name: 'observations.xlsx',
      meaning: '同样的数据和各列的含义，Excel 工作簿',
      content: collectionWorkbook(library, publication),
    },
  ];
  known.set(key, files);
  return files;
}

/** With the columns of a bulletin's own file. Bytes and no text: thousands of bulletins make a text of a hundred megabytes. */
const collectionCsv = (bulletins: readonly Bulletin[]): Uint8Array =>
  joined([strToU8(CSV_HEAD), ...bulletins.map((bulletin) => strToU8(csvLines(dataRows(bulletin))))]);

function collectionWorkbook(library: Library, publication: Publication): Uint8Array {
  const { office, series, language, licence } = publication;
  const bulletins = bulletinsOf(library).toReversed();
  const day = lastModified(library);
  return spreadsheet(
    [
      dataSheet(function* () {
        for (const bulletin of bulletins) yield* dataRows(bulletin);
      }),
      FIELD_SHEET,
      imprintSheet([
        ['来源', `${office}《${series}》`],
        ['期数', `${bulletins.length}期，各取最新的数据版本，版本号在 version 列`],
        ['最近一次改动', day],
        ['许可', licence ? `${licence.name} ${licence.url}` : '未声明'],
        ['网址', fullAddress(publication, COLLECTION_WORKBOOK) ?? '尚无公开网址'],
        ...READING,
      ]),
    ],
    coreProperties({ title: collectionTitle(publication), creator: office, language, day, version: day }),
  );
}
