import { textShape, type Style } from './label.ts';
import type { Block } from '../draw/scene.ts';
import { measure, wrap } from '../draw/measure.ts';
import type { Page } from '../draw/theme.ts';

/** The name above a row and its remarks: a single one at the right end of the name's line on a wide page, else below. */
export function heading(
  name: string,
  remarks: readonly string[],
  page: Pick<Page, 'name' | 'note' | 'beside'>,
  width: number,
): Block {
  const bold: Style = { size: page.name, weight: 600, ink: 'ink' };
  const small: Style = { size: page.note, weight: 400, ink: 'muted' };
  const [line, leading] = [page.name + 7, page.note + 6];
  const names = wrap(name, width, bold.size, bold.weight).map((words, i) =>
    textShape(words, 0, line * (i + 0.5), 'start', bold),
  );
  const height = line * names.length;
  const [remark] = remarks;
  const fits = (words: string): boolean =>
    measure(name, bold.size, bold.weight) + 24 + measure(words, small.size) <= width;
  if (page.beside && remark && remarks.length === 1 && fits(remark)) {
    return { height, shapes: [...names, textShape(remark, width, line / 2, 'end', small)] };
  }
  const below = remarks.flatMap((words) => wrap(words, width, small.size));
  return {
    height: height + leading * below.length,
    shapes: [
      ...names,
      ...below.map((words, i) => textShape(words, 0, height + leading * (i + 0.5) - 1, 'start', small)),
    ],
  };
}
