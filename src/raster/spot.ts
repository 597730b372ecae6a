import { numberOf } from './number.ts';

/** Where an element is drawn, and how large, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Moved and enlarged alike in both directions, as nothing else is in our drawings. */
export function moved(spot: Spot, list: string): Spot {
  let { x, y, scale } = spot;
  for (const [, name, numbers = ''] of list.matchAll(/(\w+)\(([^()]*)\)/g)) {
    const [by = 0, down = 0, ...more] = numbers.split(',').map(numberOf);
    if (name === 'translate' && more.length === 0) {
      x += by * scale;
      y += down * scale;
    } else if (name === 'scale' && !numbers.includes(',')) scale *= by;
    else throw new Error(`transform="${list}" is in no drawing of ours`);
  }
  return { x, y, scale };
}
