import { strToU8, zipSync, type ZipOptions } from 'fflate';
import type { Bulletin } from '../../domain/issue.ts';
import { ALL_FIELDS, explained } from './field.ts';
import { gbt2025 } from '../cite/gbt.ts';
import { newsline } from '../cite/newsline.ts';
import type { Publication } from '../../publication/publication.ts';
import { datasetWork } from '../cite/work.ts';

/** SHA-256 as hexadecimal digits; text is taken as UTF-8. Handed in, so that this room needs no Node. */
export type Sha256 = (content: string | Uint8Array) => string;

/** One data file of an issue. */
export interface DataFile {
  readonly name: string;
  /** What it is, for readers. */
  readonly meaning: string;
  readonly content: Uint8Array;
}

/** The first day that ZIP knows, without a zone: the library writes local time, so this is the same bytes in every one. */
const ZIPPED: ZipOptions = { mtime: '1980-01-01T00:00:00', os: 0, attrs: 0, level: 9 };

/** As `sha256sum` writes and checks it. */
export const checksums = (files: readonly DataFile[], sha256: Sha256): string =>
  files.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join('');

/** All files of an issue in one, with what a person needs who finds it years later without the site. */
export function archive(
  bulletin: Bulletin,
  publication: Publication,
  files: readonly DataFile[],
  sha256: Sha256,
): Uint8Array {
  const readme = { name: 'README.txt', meaning: '本说明', content: strToU8(readmeText(bulletin, publication, files)) };
  const all = [readme, ...files];
  const entries = [
    ...all.map(({ name, content }) => [name, content] as const),
    ['SHA256SUMS', strToU8(checksums(all, sha256))] as const,
  ];
  return zipSync(Object.fromEntries(entries), ZIPPED);
}

/** Chinese in UTF-8 with BOM and CRLF: the text editors of older Windows need both. */
function readmeText(bulletin: Bulletin, publication: Publication, files: readonly DataFile[]): string {
  const { issue, version, released } = bulletin;
  const { office, series, licence } = publication;
  const work = datasetWork(bulletin, publication);
  const paragraphs = [
    [`《${series}》第${issue.number}期《${issue.title}》数据`],
    [
      `来源：${office}《${series}》第${issue.number}期`,
      `通报日期：${issue.date}`,
      `数据版本：${version}（${released === null ? '尚未发布' : `${released}发布`}）`,
      `许可：${licence ? `${licence.name}（${licence.url}）` : '未声明'}`,
      `网址：${work.address ?? '尚无公开网址'}`,
    ],
    ['文件', ...files.map(({ name, meaning }) => `${name}　${meaning}`), 'SHA256SUMS　以上各文件和本说明的校验值'],
    ['observations.csv 的列', ...ALL_FIELDS.map((field) => `${field.name}　${explained(field)}`)],
    [
      '读取 observations.csv',
      'UTF-8 编码，带 BOM，行末为 CRLF。',
      '可能被电子表格当作公式运行的文字，前面加了一个半角单引号；原来就以半角单引号开头的，也加一个。用程序读取时，格内文字以半角单引号开头的，去掉一个就是原文。',
      '没有的项空着，不写0。',
    ],
    ['引用', newsline(work), gbt2025(work), '“引用日期”请换成您查阅的日期。'],
    [
      '校验',
      'Linux、macOS：在解压后的文件夹里运行 sha256sum -c SHA256SUMS（macOS 也可用 shasum -a 256 -c SHA256SUMS），每个文件都显示 OK，就与发布的相同。',
      'Windows：运行 certutil -hashfile observations.csv SHA256，得到的值应与 SHA256SUMS 里同一文件的值相同；其他文件换成各自的名字。',
    ],
  ];
  return `\ufeff${paragraphs.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`;
}
