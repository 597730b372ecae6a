import { csvFormatRow } from 'd3-dsv';
import { stringify } from 'yaml';
import type { Issue } from '../domain/issue.ts';
import type { Sheet } from './table/sheet.ts';

/** Headings of the role columns of a new `comparison.csv`. */
export interface Labels {
  readonly baseline: string;
  readonly target: string;
  readonly achieved: string;
  readonly frontier: string;
}

export interface Years {
  readonly baseline: number;
  readonly achieved: number;
}

/** Issue 48 is of January 2021 and compares 2020 with 2019. */
export const yearsOf = (date: string): Years => ({
  baseline: Number(date.slice(0, 4)) - 2,
  achieved: Number(date.slice(0, 4)) - 1,
});

export const labelsOf = (years: Years, setter = '省定'): Labels => ({
  baseline: `${years.baseline}年评价水平`,
  target: `${years.achieved}年${setter}目标`,
  achieved: `${years.achieved}年达到水平`,
  frontier: '国内前沿水平',
});

/** UTF-8 with BOM and CRLF, by which Excel opens it as what it is. */
const csv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${csvFormatRow([...row])}\r\n`).join('')}`;

export const tableCsv = ({ header, rows }: Sheet): string => csv([header, ...rows.map(({ cells }) => cells)]);

/** Front matter of a new bulletin; what is null or an empty list of names is left out. */
export type Front = Omit<Issue, 'number' | 'series' | 'issuer' | 'original' | 'acknowledged' | 'draft'>;

export function mdx(front: Front, body: readonly string[]): string {
  const { title, date, topic, lead, reportTo, copyTo, printed, docNumber, signer, names } = front;
  const written = {
    title,
    date,
    topic,
    lead,
    reportTo,
    copyTo,
    printed,
    ...(docNumber === null ? {} : { docNumber }),
    ...(signer === null ? {} : { signer }),
    ...(names.length === 0 ? {} : { names }),
  };
  return `---\n${stringify(written, { lineWidth: 0 })}---\n\n${body.map((block) => `${block}\n`).join('\n')}`;
}

/** Paths of the files of an issue, from the root. */
export const pathsOf = (
  number: number,
): { readonly text: string; readonly folder: string; readonly table: string; readonly facts: string } => ({
  text: `content/issues/${number}.mdx`,
  folder: `data/issues/${number}`,
  table: `data/issues/${number}/comparison.csv`,
  facts: `data/issues/${number}/facts.csv`,
});

export const tag = (group: string): string => `<Comparison group="${group}" />`;
