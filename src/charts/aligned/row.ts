import { isNumeric } from '../../domain/observation.ts';
import { isJudgedAlike } from '../../domain/target-view.ts';
import { cellIn, type Column, type Group, type Row } from '../../domain/issue.ts';
import { shortLabel } from '../../wording/aligned.ts';
import { OUTCOMES, spell } from '../../wording/phrase.ts';
import { rowLabel } from '../../wording/row-name.ts';
import { targetNames } from '../../wording/target-finding.ts';
import { measure, wrap } from '../draw/measure.ts';
import { shift, stack, type Block, type Shape } from '../draw/scene.ts';
import { ink, LEADING, LOOKS, PAGES, type Ink, type Page, type Size } from '../draw/theme.ts';
import { textShape, type Style } from '../parts/label.ts';
import { STRIP, strip } from './strip.ts';
import type { AlignedRows } from './strips.ts';

export const STRIP_WIDTH: Readonly<Record<Size, number>> = { wide: 290, narrow: 300 };

/** Px of the names on a wide page, and from them to the strips. */
const WORDS = 300;
const BESIDE = 316;
/** Room for 未达标 in its box. */
const OUTCOME = 64;

/** @param judged the row as each of its targets judges it */
export function drawAlignedRow(row: Row, judged: readonly Row[], group: Group, set: AlignedRows, size: Size): Block {
  const page = PAGES[size];
  const told = isJudgedAlike(judged) ? judged.slice(0, 1) : judged;
  const names = told.length > 1 ? targetNames(group) : [];
  const strips = told.map((one, i) => drawStrip(one, names[i] ?? null, set, size));
  const values = valuesBlock(row, group.columns, page.beside ? WORDS : page.width, page);
  if (page.beside) return besides(stack([nameBlock(rowLabel(row, group), WORDS, page), values], 2), stack(strips));
  const [only] = told.length === 1 ? told : [];
  const name = nameBlock(rowLabel(row, group), page.width - (only ? OUTCOME : 0), page);
  const head = only ? { ...name, shapes: [...name.shapes, ...outcomeShapes(only, page, (page.name + 7) / 2)] } : name;
  return stack([head, values, stack(strips)], 2);
}

/** Two blocks side by side, their middles level. */
function besides(left: Block, right: Block): Block {
  const height = Math.max(left.height, right.height);
  return {
    height,
    shapes: [
      ...shift(left.shapes, (height - left.height) / 2),
      ...shift(right.shapes, (height - right.height) / 2, BESIDE),
    ],
  };
}

/** A row at one target; of several, each under its name with what became of it. */
function drawStrip(row: Row, name: string | null, { of, scale, withUnit }: AlignedRows, size: Size): Block {
  const page = PAGES[size];
  const one = of(row);
  const drawn = typeof one === 'string' ? reasonBlock(one, scale.width, page) : strip(one, scale, withUnit);
  const right = page.beside ? page.width - BESIDE : page.width;
  const named = name === null ? [] : [textShape(name, 0, LEADING / 2, 'start', small(page))];
  const block =
    name === null ? drawn : { height: drawn.height + LEADING, shapes: [...named, ...shift(drawn.shapes, LEADING)] };
  if (!page.beside && name === null) return block;
  const y = page.beside ? block.height / 2 : LEADING / 2;
  return { ...block, shapes: [...block.shapes, ...outcomeShapes(row, { ...page, width: right }, y)] };
}

const small = (page: Page): Style => ({ size: page.note, weight: 400, ink: 'muted' });

/** Why there is no strip. */
function reasonBlock(reason: string, width: number, page: Page): Block {
  const lines = wrap(reason, width, page.note);
  return {
    height: Math.max(STRIP, LEADING * lines.length),
    shapes: lines.map((line, i) =>
      textShape(
        line,
        0,
        Math.max(21, (LEADING * lines.length) / 2) + LEADING * (i - (lines.length - 1) / 2),
        'start',
        small(page),
      ),
    ),
  };
}

function nameBlock(name: string, width: number, page: Page): Block {
  const style: Style = { size: page.name, weight: 600, ink: 'ink' };
  const line = page.name + 7;
  const lines = wrap(name, width, style.size, style.weight);
  return {
    height: line * lines.length,
    shapes: lines.map((words, i) => textShape(words, 0, line * (i + 0.5), 'start', style)),
  };
}

/** 2019年 70.41%　目标 80%　2020年 97.2%, each in the colour of its role; what is wider than a line takes several. */
function valuesBlock(row: Row, columns: readonly Column[], width: number, page: Page): Block {
  const shapes: Shape[] = [];
  let [x, line] = [0, 0];
  for (const { words, style } of columns.map((column) => valueOf(row, column, columns, page))) {
    const parts = wrap(words, width, style.size, style.weight);
    const wide = Math.max(...parts.map((part) => measure(part, style.size, style.weight)));
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    shapes.push(...parts.map((part, i) => textShape(part, x, LEADING * (line + i + 0.5), 'start', style)));
    x += wide + 12;
    line += parts.length - 1;
  }
  return { height: LEADING * (line + 1), shapes };
}

interface Value {
  readonly words: string;
  readonly style: Style;
}

const INKS: Readonly<Record<Column['role'], Ink>> = {
  baseline: LOOKS.baseline.ink,
  target: LOOKS.target.ink,
  achieved: LOOKS.achieved.ink,
  frontier: LOOKS.frontier.ink,
};

function valueOf(row: Row, column: Column, columns: readonly Column[], page: Page): Value {
  const o = cellIn(row, column);
  const label = shortLabel(column, columns);
  if (!isNumeric(o)) return { words: `${label}${o ? spell(o) : '未列'}`, style: small(page) };
  const words = `${label}${spell(o)}`;
  return { words, style: { size: page.note, weight: column.role === 'achieved' ? 700 : 400, ink: INKS[column.role] } };
}

/** At the right edge; a miss stands in a box. */
function outcomeShapes({ comparison: { outcome } }: Row, page: Page, y: number): Shape[] {
  const missed = outcome === 'missed';
  const style: Style = { size: page.value, weight: missed ? 700 : 400, ink: missed ? 'ink' : 'muted' };
  const words = OUTCOMES[outcome];
  if (!missed) return [textShape(words, page.width, y, 'end', style)];
  const wide = measure(words, style.size, style.weight);
  return [
    {
      kind: 'bar',
      layer: 'grid',
      paint: { fill: 'none', stroke: ink('ink'), strokeWidth: 2 },
      x1: page.width - wide - 12,
      x2: page.width - 1,
      y1: y - 13,
      y2: y + 13,
      rx: 0,
    },
    textShape(words, page.width - 6.5, y, 'end', style),
  ];
}
