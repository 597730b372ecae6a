import { cellIn, type Bulletin, type Group, type Row } from '../domain/issue.ts';
import { isNumeric, isTimeless, ROLES, type Gap, type Observation, type Role } from '../domain/observation.ts';
import { comparatorOf, type Comparator } from '../domain/quantity.ts';
import { quoted, spellAsFiled } from './phrase.ts';
import { lookAlikeNote } from './look-alike.ts';
import { rowLabel } from './row-name.ts';
import { spans } from './span.ts';

/** Public notes under a table or its chart: gaps, bounds, dates and levels that the bulletin leaves open. */
export function groupNotes(group: Group): string[] {
  return [
    ...gapNotes(group),
    ...remarkNotes(group),
    ...boundNotes(group.rows),
    ...pendingNotes(group),
    ...openNotes(group.rows),
  ];
}

/** Notes on one indicator: those of its rows, and its definition. */
export const indicatorNotes = (notes: readonly string[], definition: string | null): string[] => [
  ...notes,
  definition === null ? '口径未公布。' : `口径：${definition.replace(/。?$/, '。')}`,
];

/** What one indicator may be taken for. */
export const lookAlikeNotes = (code: string, { lookAlikes }: Bulletin): string[] =>
  lookAlikes.filter(({ fact, other }) => [fact, other].some((o) => o.indicator === code)).map(lookAlikeNote);

function gapNotes(group: Group): string[] {
  return group.columns.flatMap((column) => {
    const gaps = group.rows.flatMap((row) => {
      const o = cellIn(row, column);
      return o?.kind === 'gap' ? [{ row, words: gapWords(o) }] : [];
    });
    return [...Map.groupBy(gaps, ({ words }) => words)].map(([words, where]) => {
      const rows = where.map(({ row }) => row);
      return `${column.label}：${which(rows, group)}${words}。`;
    });
  });
}

/** The reason often repeats the word. 未列 is not a word of the bulletin's, but its silence. */
function gapWords({ word, reason }: Gap): string {
  if (reason?.startsWith(word)) return `通报写明${quoted(reason)}`;
  return `${word === '未列' ? '通报未列' : `通报写明${quoted(word)}`}${reason ? `（${reason}）` : ''}`;
}

/** Few rows by name, many by their number in the table. */
function which(rows: readonly Row[], group: Group): string {
  if (group.rows.length === 1) return '';
  if (rows.length === group.rows.length) return '各项，';
  if (rows.length <= 2) return `${rows.map((row) => rowLabel(row, group)).join('、')}，`;
  return `第${spans(rows.map((r) => group.rows.indexOf(r) + 1)).join('、')}项，`;
}

/** What the bulletin says of a row; the reason for a gap is told with the gap. */
const remarkNotes = (group: Group): string[] =>
  group.rows.flatMap((r) => {
    const notes = r.all.flatMap(({ o }) => (o.note && o.kind !== 'gap' ? [o.note] : []));
    return [...new Set(notes)].map((n) => (group.rows.length > 1 ? `${rowLabel(r, group)}：${n}` : n));
  });

const FLOORS: readonly Comparator[] = ['ge', 'gt'];
const CEILINGS: readonly Comparator[] = ['le', 'lt'];
const APPROXIMATE: readonly Comparator[] = ['about', 'over', 'under'];

function boundNotes(rows: readonly Row[]): string[] {
  const numbers = rows.flatMap((r) => r.all.map(({ o }) => o)).filter(isNumeric);
  const spelled = (comparators: readonly Comparator[], roles: readonly Role[] = ROLES): string =>
    spelledOnce(numbers.filter((o) => comparators.includes(comparatorOf(o.quantity)) && roles.includes(o.role)));
  const [floor, ceiling, approximate] = [spelled(FLOORS), spelled(CEILINGS), spelled(APPROXIMATE)];
  return [
    ...(floor ? [`${floor}只写了下限，图中以箭头表示。`] : []),
    ...(ceiling ? [`${ceiling}只写了上限，图中以箭头表示。`] : []),
    ...differenceNotes(
      spelled([...FLOORS, ...CEILINGS], ['target']),
      spelled([...FLOORS, ...CEILINGS], ['baseline', 'achieved']),
    ),
    ...(approximate ? [`${approximate}是概数，不作加减。`] : []),
    ...(numbers.some(({ cumulative }) => cumulative) ? ['〔〕里的是规划期累计数，不与一年的数比较。'] : []),
  ];
}

/** `“70%以上”“90%以上”`. */
export const spelledOnce = (numbers: readonly Observation[]): string =>
  [...new Set(numbers.map((o) => quoted(spellAsFiled(o))))].join('');

/** How differences are computed from bounds. */
function differenceNotes(targets: string, others: string): string[] {
  const parts = [
    ...(targets ? ['与目标相差，从目标的界限算起'] : []),
    ...(others ? [`由${others}算出的差只有一头的界限，写作至多或至少`] : []),
  ];
  return parts.length > 0 ? [`${parts.join('；')}。`] : [];
}

/** Why targets are pending, each reason once; of a row alone it stands with the outcome. */
function pendingNotes(group: Group): string[] {
  const { rows } = group;
  if (rows.length < 2) return [];
  const pending = rows.flatMap((row) =>
    [...new Set(row.comparison.targets.flatMap(({ outcome, reason }) => (outcome === 'pending' ? [reason] : [])))].map(
      (reason) => ({ row, reason }),
    ),
  );
  return [...Map.groupBy(pending, ({ reason }) => reason)].map(
    ([reason, all]) =>
      `待评：${which(
        all.map(({ row }) => row),
        group,
      )}${reason}。`,
  );
}

const openNotes = (rows: readonly Row[]): string[] => [...timeNotes(rows), ...levelNotes(rows)];

function timeNotes(rows: readonly Row[]): string[] {
  const reached = rows.map((r) => r.cells.achieved).filter(isNumeric);
  const dates = [...new Set(reached.flatMap((o) => (o.asOf ? [`截至${o.asOf.label}`] : [])))];
  const isOpen = reached.some(isTimeless);
  if (dates.length === 0) return isOpen ? ['达到水平的时点：通报未注明。'] : [];
  return [`达到水平的时点：${dates.join('、')}${isOpen ? '，其余通报未注明' : ''}。`];
}

function levelNotes(rows: readonly Row[]): string[] {
  const numbers = rows.flatMap((r) => r.all.map(({ o }) => o)).filter((o) => isNumeric(o) && o.role !== 'frontier');
  if (numbers.length === 0) return [];
  const levels = [...levelsOf(rows)].join('、');
  if (levels === '') return ['层级：通报未注明。'];
  const open = rows.flatMap((row) => withoutLevel(row, rows) ?? []);
  if (open.length === 0) return [`层级：${levels}。`];
  return [`层级：${levels}；${open.length > MOST_OPEN ? '未写层级的' : open.join('、')}，通报未注明。`];
}

/** More rows than this are not told by name. */
const MOST_OPEN = 3;

/** The levels that a table's own numbers state. */
export const levelsOf = (rows: readonly Row[]): Set<string> =>
  new Set(
    rows.flatMap((r) =>
      r.all.flatMap(({ column, o }) => (isNumeric(o) && column.role !== 'frontier' ? (o.level ?? []) : [])),
    ),
  );

/** 与国家政务平台数据共享; of a row that states the level of some numbers, which others: 实名差评按期整改率的2019年评价水平. */
function withoutLevel(row: Row, rows: readonly Row[]): string | null {
  const own = row.all.filter(({ column, o }) => isNumeric(o) && column.role !== 'frontier');
  const open = own.filter(({ o }) => o.level === null).map(({ column }) => column.label);
  if (open.length === 0) return null;
  const name = rowLabel(row, { rows });
  if (rows.length === 1) return open.length === own.length ? name : open.join('、');
  return open.length === own.length ? name : `${name}的${open.join('、')}`;
}
