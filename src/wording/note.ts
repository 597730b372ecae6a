import type { Bulletin, Group, Row, Twin } from '../domain/issue.ts';
import { isNumeric, type Observation } from '../domain/observation.ts';
import { quoted, spell } from './phrase.ts';

/** Public notes under a table or its chart: gaps, bounds, dates and levels that the bulletin leaves open. */
export function groupNotes(group: Group): string[] {
  return [...gapNotes(group), ...ownNotes(group), ...boundNotes(group.rows), ...openNotes(group.rows)];
}

/** The same for one row, with the notes on figures it may be taken for. */
export function rowNotes(row: Row, group: Group, bulletin: Bulletin, definition: string | null): string[] {
  const alone = { ...group, rows: [row] };
  const twins = bulletin.twins.filter((t) => t.other.indicator === row.indicator || t.fact.indicator === row.indicator);
  return [
    ...twins.map(twinNote),
    ...groupNotes(alone),
    definition === null ? '口径未公布。' : `口径：${definition.replace(/。?$/, '。')}`,
  ];
}

/** 正文“不见面审批事项占比”98.9%，附表第1行“政务服务事项不见面审批事项占比”97.2%：…. */
export function twinNote({ fact, other, note }: Twin): string {
  const one = (o: Observation): string => `${placeWord(o.source.place)}${quoted(o.name)}${spell(o)}`;
  return `${one(fact)}，${one(other)}。${note}`;
}

/** Sections of the text are named as such: 正文二(一). */
export const placeWord = (place: string): string => (/^附[表件]/.test(place) ? place : `正文${fullWidth(place)}`);

/** 二(一) of the files is 二（一） on a page. */
export const fullWidth = (place: string): string => place.replace(/\(/g, '（').replace(/\)/g, '）');

function gapNotes(group: Group): string[] {
  return group.columns.flatMap((column) => {
    const gaps = group.rows.flatMap((r) =>
      r.cells[column.role]?.missing ? [{ row: r, o: r.cells[column.role]! }] : [],
    );
    const byWord = Map.groupBy(gaps, ({ o }) => gap(o));
    return [...byWord].map(
      ([word, where]) =>
        `${column.label}：${which(
          where.map(({ row }) => row),
          group,
        )}${word}。`,
    );
  });
}

/** The reason often repeats the word. 未列 is not a word of the bulletin's, but its silence. */
function gap({ missing, missingReason }: Observation): string {
  if (missingReason?.startsWith(missing ?? '')) return `通报写明${quoted(missingReason)}`;
  return `${missing === '未列' ? '通报未列' : `通报写明${quoted(missing ?? '')}`}${missingReason ? `（${missingReason}）` : ''}`;
}

/** Few rows by name, many by their number in the table. */
function which(rows: readonly Row[], group: Group): string {
  if (group.rows.length === 1) return '';
  if (rows.length === group.rows.length) return '各项，';
  return `${rows.length <= 2 ? rows.map((r) => r.name).join('、') : `第${spans(rows.map((r) => group.rows.indexOf(r) + 1)).join('、')}项`}，`;
}

/** 1, 2, 3, 4, 6 → 1至4, 6. */
function spans(numbers: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}至${run.at(-1)}`] : run.map(String)));
}

const ownNotes = (group: Group): string[] =>
  group.rows.flatMap((r) =>
    [...new Set(Object.values(r.cells).flatMap((o) => (o.note && o.missing === null ? [o.note] : [])))].map((n) =>
      group.rows.length > 1 ? `${r.name}：${n}` : n,
    ),
  );

function boundNotes(rows: readonly Row[]): string[] {
  const cells = rows.flatMap((r) => Object.values(r.cells)).filter(isNumeric);
  const told = (test: readonly string[], roles?: readonly string[]): string =>
    [
      ...new Set(
        cells
          .filter((o) => test.includes(o.comparator) && (!roles || roles.includes(o.role)))
          .map((o) => quoted(spell(o))),
      ),
    ].join('');
  const bounds = ['ge', 'gt', 'le', 'lt'];
  const [floor, ceiling, rough] = [told(['ge', 'gt']), told(['le', 'lt']), told(['about', 'over', 'under'])];
  const [goal, open] = [told(bounds, ['target']), told(bounds, ['baseline', 'achieved'])];
  return [
    ...(floor ? [`${floor}只写了下限，图中以箭头表示。`] : []),
    ...(ceiling ? [`${ceiling}只写了上限，图中以箭头表示。`] : []),
    ...(goal || open
      ? [
          `${[...(goal ? ['与目标相差，从目标的界限算起'] : []), ...(open ? [`由${open}算出的差只有一头的界限，写作至多或至少`] : [])].join('；')}。`,
        ]
      : []),
    ...(rough ? [`${rough}是概数，不作加减。`] : []),
  ];
}

function openNotes(rows: readonly Row[]): string[] {
  const reached = rows.flatMap((r) => (isNumeric(r.cells.achieved) ? [r.cells.achieved] : []));
  const undated = reached.length > 0 && reached.every((o) => o.asOf === null);
  const dated = reached.filter((o) => o.asOf !== null);
  const numbers = rows.flatMap((r) => Object.values(r.cells)).filter((o) => isNumeric(o) && o.role !== 'frontier');
  const levels = [...new Set(numbers.map((o) => o.level))];
  return [
    ...(undated
      ? ['达到水平的时点：通报未注明。']
      : dated.length > 0
        ? [
            `达到水平的时点：${[...new Set(dated.map((o) => `截至${o.asOf!.label}`))].join('、')}${dated.length < reached.length ? '，其余通报未注明' : ''}。`,
          ]
        : []),
    ...(levels.length === 1 && levels[0] === null
      ? ['层级：通报未注明。']
      : levels.includes(null)
        ? [`层级：${levels.filter((l) => l !== null).join('、')}；未写层级的，通报未注明。`]
        : levels.length > 0
          ? [`层级：${levels.join('、')}。`]
          : []),
  ];
}
