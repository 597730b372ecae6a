import { lookup } from '../text/letters.ts';
import { AREA_FIELD } from './area-name.ts';
import { COMPARISON_FIELDS } from './comparison-row.ts';
import { grid, type Line } from './csv.ts';
import { measureOf } from './measure.ts';
import type { Registry } from './registry.ts';
import { rolesOf } from './role.ts';
import { namingOf, withoutBrackets } from './schema.ts';

/** 对照表, 地区表, 原表: what a row of a table is. */
export type TableKind = 'comparison' | 'area' | 'plain';

/** Rows among which the header is looked for, and letters that hold them. */
const SEARCHED = { rows: 6, letters: 20_000 };

/** Read from the header; comparison.csv is a comparison unless its rows are areas. */
export function tableKindOf(path: string, text: string, registry: Registry): TableKind {
  const found = firstRows(path, text)
    .map(({ cells }) => kindOfHeader(cells, registry))
    .find((kind) => kind !== 'plain');
  return found ?? (path.endsWith('/comparison.csv') ? 'comparison' : 'plain');
}

/** The header of a table in which nothing says what its rows are; undefined where it is a comparison's or an area table's. */
export function unknownHeader(path: string, text: string): Line | undefined {
  const rows = firstRows(path, text);
  const isKnown = ({ cells }: Line): boolean => isNamed(cells) || cells.some(isArea);
  return rows.some(isKnown) ? undefined : rows.find(({ cells }) => cells.some((cell) => lookup(cell) !== ''));
}

const firstRows = (path: string, text: string): readonly Line[] =>
  grid(path, text.slice(0, SEARCHED.letters), SEARCHED.rows).lines;

const isArea = (text: string): boolean =>
  [AREA_FIELD.name, ...AREA_FIELD.aliases].some((name) => lookup(name) === lookup(text));

const { fieldOf } = namingOf({ fields: COMPARISON_FIELDS });

const isNamed = (cells: readonly string[]): boolean =>
  cells.some((cell) => fieldOf(withoutBrackets(lookup(cell)))?.name === '指标');

function kindOfHeader(cells: readonly string[], registry: Registry): TableKind {
  if (isNamed(cells)) return cells.some((cell) => rolesOf(cell) !== undefined) ? 'comparison' : 'plain';
  const [first] = cells.filter((cell) => lookup(cell) !== '' && fieldOf(cell)?.name !== '序号');
  const measured = cells.some((cell) => !isArea(cell) && measureOf(cell, registry) !== undefined);
  return first !== undefined && isArea(first) && measured ? 'area' : 'plain';
}
