import type { Column } from '../../domain/issue.ts';
import { AREA_FIELD } from '../../ingest/table/area-name.ts';
import { rolesOf } from '../../ingest/table/role.ts';
import { halfWidth, lookup } from '../../ingest/text/letters.ts';
import { period, periodIn } from '../../ingest/text/period.ts';
import type { Table } from '../word/html.ts';

/** What a column of a printed table holds: something of its row, one role, two roles in one cell, or nothing that is known. */
export type Heading = Field | readonly Column[] | undefined;

export type Field = '序号' | '指标' | '一级指标' | '单位' | '地区' | '排名' | '备注';

/** The header of a printed table, which may take two lines. */
export interface Header {
  readonly headings: readonly Heading[];
  /** As they are written in the file: of two lines joined. */
  readonly texts: readonly string[];
  readonly height: number;
}

const FIELDS: readonly [Field, RegExp][] = [
  ['序号', /^(?:序号|编号)$/],
  ['指标', /^(?:三级|二级|具体|评价|考核)?(?:指标|项目|事项)(?:名称)?$/],
  ['一级指标', /^一级指标(?:名称)?$/],
  ['单位', /^(?:计量)?单位$/],
  ['排名', /^(?!.*(?:变化|升降|变动)).*(?:排名|位次|名次)$/],
  ['备注', /^(?:备注|说明)$/],
];

const AREAS = new Set([AREA_FIELD.name, ...AREA_FIELD.aliases].map(lookup));

export const isRoles = (heading: Heading): heading is readonly Column[] => Array.isArray(heading);

function headingOf(text: string): Heading {
  const plain = lookup(text);
  if (AREAS.has(plain)) return '地区';
  const bare = plain.replace(/\([^)]*\)$/, '');
  return FIELDS.find(([, pattern]) => pattern.test(bare))?.[0] ?? rolesOf(text);
}

/** The first line or two of a table: the upper line names what the lower one divides. */
export function headerOf({ rows }: Table): Header {
  const texts = isTwoLines(rows)
    ? rows[0]!.map((upper, i) => joinedHeading(upper, rows[1]![i] ?? ''))
    : (rows[0] ?? []);
  return { headings: texts.map(headingOf), texts, height: isTwoLines(rows) ? 2 : 1 };
}

/** A second line belongs to the header only where it names something under each heading, and no figure. */
function isTwoLines(rows: Table['rows']): boolean {
  const [first, second] = rows;
  if (!first || !second || lookup(first[0] ?? '') !== lookup(second[0] ?? '')) return false;
  const below = second.filter((cell, i) => cell !== first[i]);
  return below.length > 0 && !below.some((cell) => /\d(?!\d*年)/.test(halfWidth(cell)));
}

const SETTER = /^([省国市县区自]定)(?:目标)?$/;

/** `2023年目标` over `省定` to `2023年省定目标`; `省定目标` over `2023年` likewise. */
function joinedHeading(upper: string, lower: string): string {
  if (lower === '' || lookup(upper) === lookup(lower)) return upper;
  const setter = SETTER.exec(lookup(lower))?.[1];
  if (setter !== undefined && upper.includes('目标')) return upper.replace('目标', `${setter}目标`);
  if (periodIn(upper) === undefined && period(lower) !== undefined) return `${lower}${upper}`;
  return periodIn(lower) !== undefined && rolesOf(lower) !== undefined ? lower : `${upper}${lower}`;
}

/** Words of a role heading that say no measure. */
const ROLE_WORDS = /[省国市县区自]定|上年|去年|同期|目标值?|评价|基期|水平|已?达到|完成|实现|实际|情况|[()（）]/g;

/** What the role columns of a table measure where its rows are areas: `2022年四季度得分水平` is of 得分; empty for none. */
export function measuredBy(label: string): string {
  const timed = periodIn(label);
  return `${timed?.before ?? label}${timed?.after ?? ''}`.replace(ROLE_WORDS, '');
}
