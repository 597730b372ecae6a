import type { Sentence } from '../../wording/finding.ts';
import type { Group, Row } from '../../domain/issue.ts';
import { isNumeric, type Observation } from '../../domain/observation.ts';
import { columnTitle } from '../../wording/title.ts';
import { inLarge } from '../../wording/key-figure.ts';
import { counted, spell } from '../../wording/phrase.ts';
import { bar, column, digits, paragraphPart, titlePart, type Part } from './sheet.ts';
import { measure } from '../draw/measure.ts';
import { LOOKS, type Ink } from '../draw/theme.ts';

/** A number in large digits and what it counts; a domain's key figure is one. */
export interface LargeFigure {
  readonly value: string;
  readonly unit: string;
  readonly label: string;
  /** On a line of its own below. */
  readonly note?: string;
  /** Of its role; what is reached unless it says so. */
  readonly ink?: Ink;
}

/** What the rows of a group reached, in the bulletin's order, each with its target. */
export const groupFigures = (group: Group): LargeFigure[] =>
  group.rows.map(({ name, cells: { achieved, target } }) => ({
    ...largeOf(achieved),
    label: name,
    ...(isNumeric(target) ? { note: `目标${spell(target)}` } : {}),
  }));

/** What a row has in each column. */
export const rowFigures = (row: Row, group: Group): LargeFigure[] =>
  group.columns.map((column) => {
    const o = row.cells[column.role];
    return {
      ...largeOf(o),
      label: columnTitle(column, [row]),
      ink: o === undefined || o.kind === 'gap' ? 'muted' : LOOKS[column.role].ink,
      ...(o?.area ? { note: o.area } : {}),
    };
  });

/** A statement and the word for a gap stay in one piece. */
function largeOf(o: Observation | undefined): Pick<LargeFigure, 'value' | 'unit'> {
  if (isNumeric(o)) return inLarge(o);
  return { value: o ? spell(o) : '未列', unit: '' };
}

/** A finding: its first sentence in bold, since that is what a reader takes away. */
export function findingPart(sentences: readonly Sentence[], size: number, width: number): Part {
  const [first, ...more] = sentences;
  if (first === undefined) return column([], 0);
  const bold = titlePart(first, { size, weight: 700, ink: 'ink', leading: 1.4 }, width);
  return more.length === 0
    ? bold
    : column([bold, paragraphPart(more.join(''), { size, weight: 400, ink: 'ink', leading: 1.4 }, width)], 2);
}

/** The first size that is not higher than the room; letters go on shrinking rather than being cut. */
export function fitted(sizes: readonly number[], room: number, set: (size: number) => Part): Part {
  for (const size of sizes) {
    const part = set(size);
    if (part.height <= room) return part;
  }
  const smaller = (sizes.at(-1) ?? 20) * 0.9;
  return fitted([smaller], room, set);
}

const MOST_TILES = 6;
const TILE_GAP = 24;

/** Numbers in columns under a hairline. Where there are too many the rest is counted: a choice among them would be ours. */
export function tiles(figures: readonly LargeFigure[], columns: number, width: number): Part {
  if (figures.length === 0) return column([], 0);
  const rest = figures.length > MOST_TILES ? figures.length - MOST_TILES + 1 : 0;
  const shown =
    rest > 0
      ? [...figures.slice(0, -rest), { value: `另有${counted(rest, '项')}`, unit: '', label: '见图表页' }]
      : figures;
  const wide = (width - TILE_GAP * (columns - 1)) / columns;
  const rule: Part = { height: 1, at: (x, y) => bar(x, Math.round(y), width, 1, 'hair') };
  return fitted([22, 21, 20], 270, (size) => {
    const set = shown.map((figure) => tile(figure, size, wide));
    const rows = Array.from({ length: Math.ceil(set.length / columns) }, (_, i) =>
      side(set.slice(i * columns, (i + 1) * columns), wide + TILE_GAP),
    );
    return column([rule, ...rows], 14);
  });
}

const side = (parts: readonly Part[], step: number): Part => ({
  height: Math.max(...parts.map((part) => part.height)),
  at: (x, y) => parts.map((part, i) => part.at(x + i * step, y)).join('\n'),
});

function tile({ value, unit, label, note, ink = 'achieved' }: LargeFigure, size: number, width: number): Part {
  const small = { size, weight: 400, ink: 'muted', leading: 1.4 } as const;
  const large = [48, 42, 36, 32, 28].find((one) => measure(`${value} `, one, 700) + measure(unit, one / 2) <= width);
  // A statement is no number: it may take lines.
  const head = large
    ? digits(value, unit, { size: large, weight: 700, ink, leading: 58 / large })
    : fitted([26, 24, 22, 20], 96, (one) =>
        titlePart(`${value}${unit}`, { size: one, weight: 700, ink, leading: 1.2 }, width),
      );
  return column([head, ...[label, note].flatMap((words) => (words ? [paragraphPart(words, small, width)] : []))], 0);
}
