import { JSDOM } from 'jsdom';
import { measure } from '../../src/charts/draw/measure.ts';

/** What an SVG of ours shows, read back from its string. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly (Box & { readonly text: string; readonly size: number })[];
  readonly marks: readonly (Box & { readonly ink: string; readonly kind: 'mark' | 'arrow' | 'stem' })[];
}

export interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

const { DOMParser } = new JSDOM('').window;

export function picture(svg: string): Picture {
  const root = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (!root) throw new Error('no svg');
  const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const groups = [...root.children].map((g) => ({ g, shapes: [...g.children] }));
  return {
    width,
    height,
    texts: groups.flatMap(({ g, shapes }) => shapes.filter((s) => s.localName === 'text').map((s) => textBox(g, s))),
    marks: groups.flatMap(({ g, shapes }) => shapes.flatMap((s) => markBox(g, s))),
  };
}

/** Letters that touch would not be told apart; a quarter of a px is rounding. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x1 < b.x2 - 0.25 && b.x1 < a.x2 - 0.25 && a.y1 < b.y2 - 0.25 && b.y1 < a.y2 - 0.25;

export const pairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));

function textBox(g: Element, s: Element): Picture['texts'][number] {
  const size = Number(g.getAttribute('font-size'));
  const text = s.textContent;
  const wide = measure(text, size, Number(g.getAttribute('font-weight') ?? 400));
  const [x, y] = translation(s);
  const x1 = { start: x, end: x - wide }[g.getAttribute('text-anchor') ?? ''] ?? x - wide / 2;
  return { text, size, x1, x2: x1 + wide, y1: y - size / 2, y2: y + size / 2 };
}

/** Everything drawn but hairlines; half an outline counts as part of its mark. */
function markBox(g: Element, s: Element): Picture['marks'] {
  const fill = g.getAttribute('fill') ?? '';
  const stroke = g.getAttribute('stroke');
  const ink = /--(\w+)/.exec(stroke ?? fill)?.[1] ?? '';
  const half = stroke ? Number(g.getAttribute('stroke-width') ?? 1) / 2 : 0;
  const n = (name: string): number => Number(s.getAttribute(name));
  const box = (x1: number, x2: number, y1: number, y2: number, kind: Picture['marks'][number]['kind'] = 'mark') => [
    { ink, kind, x1: x1 - half, x2: x2 + half, y1: y1 - half, y2: y2 + half },
  ];
  if (s.localName === 'circle') return box(n('cx') - n('r'), n('cx') + n('r'), n('cy') - n('r'), n('cy') + n('r'));
  if (s.localName === 'rect') return box(n('x'), n('x') + n('width'), n('y'), n('y') + n('height'));
  if (s.localName !== 'path' || ink === 'hair') return [];
  const [x, y] = translation(s);
  const points = [...(s.getAttribute('d') ?? '').matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(
    ([, a, b]) => [Number(a) + x, Number(b) + y] as const,
  );
  const [xs, ys] = [points.map(([a]) => a), points.map(([, b]) => b)];
  const kind = points.length === 3 ? 'arrow' : points.length === 2 && ys[0] === ys[1] ? 'stem' : 'mark';
  // A line has no width along itself.
  const butt = kind === 'stem' ? half : 0;
  return box(Math.min(...xs) + butt, Math.max(...xs) - butt, Math.min(...ys), Math.max(...ys), kind);
}

function translation(s: Element): [number, number] {
  const [, x = 0, y = 0] = /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(s.getAttribute('transform') ?? '') ?? [];
  return [Number(x), Number(y)];
}
