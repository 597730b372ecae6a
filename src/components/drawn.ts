import type { Size } from '../charts/theme.ts';

export type Drawings = Readonly<Record<Size, string>>;

/** Held as long as the thing itself: a table stands on its bulletin's page, its chart's page and sometimes the front page. */
const memo = new WeakMap<object, Drawings>();

export function drawn(of: object, draw: (size: Size) => string): Drawings {
  const known = memo.get(of) ?? { wide: draw('wide'), narrow: draw('narrow') };
  memo.set(of, known);
  return known;
}
