import { measureOf } from '../../ingest/table/measure.ts';
import type { Registry } from '../../ingest/table/registry.ts';
import { period } from '../../ingest/text/period.ts';
import { halfWidth } from '../../ingest/text/letters.ts';
import { isRoles, measuredBy, type Header } from './heading.ts';
import { leftColumns } from './comparison.ts';
import { tight } from './row.ts';
import { sheetOf, type Sheet, type SheetColumn } from './sheet.ts';
import { unitOfMeasure, type Title } from './title.ts';
import type { Table } from '../word/html.ts';

/** Headings of what is computed from other columns. */
const COMPUTED = /变化|升降|变动|增减|增幅|降幅|差距|差值|完成率|^[较比与]/;

/** The one measure of role columns whose rows are areas; undefined where they measure several. */
export function commonMeasure({ headings }: Header): string | undefined {
  const roles = headings.filter(isRoles);
  const words = new Set(roles.flatMap((columns) => columns.map(({ label }) => measuredBy(label))));
  const [only, ...others] = words;
  return headings.includes('地区') && !headings.includes('指标') && others.length === 0 ? only : undefined;
}

/** Whether a table lists areas by the figures of several measures. */
export function isByArea({ headings, texts, height }: Header, { rows }: Table): boolean {
  const first = headings.findIndex((heading, i) => heading !== '序号' && texts[i] !== '');
  return headings[first] === '地区' && texts.some((text, i) => i > first && isMeasure(text, rows.slice(height), i));
}

const isMeasure = (text: string, rows: Table['rows'], i: number): boolean =>
  text !== '' && !COMPUTED.test(text) && rows.some((cells) => /\d/.test(halfWidth(cells[i] ?? '')));

/** A table of areas as it is printed, with the units that its headings leave out. */
export function areaSheet(path: string, table: Table, header: Header, title: Title, registry: Registry): Sheet {
  const rows = table.rows.slice(header.height).filter((cells) => new Set(cells.filter(Boolean)).size > 1);
  const kept = header.texts.map((text, i) => isKept(header, text, rows, i));
  const guessed: string[] = [];
  const columns = header.texts.flatMap((text, i): SheetColumn<readonly string[]>[] => {
    if (!kept[i]) return [];
    const isMeasured = header.headings[i] === '排名' || header.headings[i] === undefined || isRoles(header.headings[i]);
    const heading = isMeasured ? withUnit(text, title, registry) : text;
    if (heading !== text) guessed.push(`“${text}”写作“${heading}”`);
    return [{ heading, cell: (cells) => (header.headings[i] === '地区' ? tight(cells[i] ?? '') : (cells[i] ?? '')) }];
  });
  const skipped = header.texts.filter((text, i) => text !== '' && !kept[i]);
  return sheetOf(path, columns, rows, () => [], [
    ...(guessed.length > 0 ? [['table', `列名要有单位：${guessed.join('、')}`] as const] : []),
    ...(skipped.length > 0 ? [['left-out', leftColumns(skipped)] as const] : []),
  ]);
}

function isKept({ headings }: Header, text: string, rows: Table['rows'], i: number): boolean {
  const heading = headings[i];
  if (heading === '序号' || heading === '地区' || heading === '备注') return true;
  return isMeasure(text, rows, i);
}

function withUnit(text: string, title: Title, registry: Registry): string {
  const measure = measureOf(text, registry);
  if (measure?.unit) return text;
  const unit = measure?.indicator?.unit ?? unitOfMeasure(text, title.text);
  return unit === '' || period(text) !== undefined ? text : `${text}（${unit}）`;
}
