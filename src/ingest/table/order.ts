import { problem, type Problem } from '../problem/problem.ts';
import { halfWidth, lookup } from '../text/letters.ts';
import type { Entry } from './sheet.ts';

/** 序号 goes on by one or starts again at 1 with a table: what is skipped or doubled is a row lost, added or moved. */
export function ordinalProblems<Name extends string>(rows: readonly Ordered<Name | '序号'>[]): Problem[] {
  if (rows.every(({ entry }) => entry.text('序号') === '')) return [];
  const positions = new Map<string, number>();
  let last = 0;
  return rows.flatMap(({ entry, table }, i) => {
    const cell = entry.get('序号')!;
    const position = next(positions, table);
    const number = ordinalOf(cell.text);
    const isExpected = number === last + 1 || number === position || number === i + 1;
    last = number ?? last + 1;
    const expected = [...new Set([i + 1, position])].join(' 或 ');
    return isExpected ? [] : [problem('row/ordinal', cell.at, cell.text, { expected })];
  });
}

/** A row of a sheet with the printed table that it belongs to. */
export interface Ordered<Name extends string> {
  readonly entry: Entry<Name>;
  readonly table: string;
}

/** From 1, of each table for itself. */
function next(counts: Map<string, number>, table: string): number {
  const count = (counts.get(table) ?? 0) + 1;
  counts.set(table, count);
  return count;
}

const HAN = '零一二三四五六七八九十';

/** `1`, `1.`, `（1）`, `①`, `一`. */
function ordinalOf(text: string): number | undefined {
  const bare = halfWidth(text.normalize('NFKC')).replace(/^\(|[).、]$/g, '');
  if (/^\d{1,5}$/.test(bare)) return Number(bare);
  return bare.length === 1 && HAN.includes(bare) ? HAN.indexOf(bare) : undefined;
}

/** 附表第3行 names one row, and the rows of a table follow each other as they were printed. */
export function placeProblems<Name extends string>(rows: readonly Ordered<Name | '出处'>[]): Problem[] {
  const seen = new Map<string, number>();
  const positions = new Map<string, number>();
  const last = new Map<string, number>();
  return rows.flatMap(({ entry, table }) => {
    const cell = entry.get('出处');
    const position = next(positions, table);
    const [, named, digits] = /^(.+)第(\d+)行$/.exec(cell?.text ?? '') ?? [];
    if (!cell || named === undefined) return [];
    const number = Number(digits);
    const other = seen.get(lookup(cell.text));
    if (other !== undefined) return [problem('row/place-twice', cell.at, cell.text, { other })];
    seen.set(lookup(cell.text), entry.row);
    const isExpected = number === (last.get(named) ?? 0) + 1 || number === position;
    last.set(named, number);
    return isExpected ? [] : [problem('row/place-order', cell.at, cell.text, { expected: `${named}第${position}行` })];
  });
}
