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

/** Labels of a drawing that lie on one another, by their words. */
export const overlapping = ({ texts }: Picture): string[] =>
  pairs(texts)
    .filter(([a, b]) => overlap(a, b))
    .map(([a, b]) => `${a.text} × ${b.text}`);

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
  const stroke = g.getAttribute('stroke');
  const ink = /--(\w+)/.exec(stroke ?? g.getAttribute('fill') ?? '')?.[1] ?? '';
  if (s.localName === 'path' && ink === 'hair') return [];
  const half = stroke ? Number(g.getAttribute('stroke-width') ?? 1) / 2 : 0;
  return (SPANS[s.localName]?.(s) ?? []).map(({ kind, x1, x2, y1, y2 }) => {
    // A line has no width along itself.
    const along = kind === 'stem' ? 0 : half;
    return { ink, kind, x1: x1 - along, x2: x2 + along, y1: y1 - half, y2: y2 + half };
  });
}

type Span = Omit<Picture['marks'][number], 'ink'>;

const numberOf = (s: Element, name: string): number => Number(s.getAttribute(name));

/** What a shape covers without its outline. */
const SPANS: Readonly<Record<string, (s: Element) => Span[]>> = {
  circle: (s) => {
    const [x, y, r] = ['cx', 'cy', 'r'].map((name) => numberOf(s, name)) as [number, number, number];
    return [{ kind: 'mark', x1: x - r, x2: x + r, y1: y - r, y2: y + r }];
  },
  rect: (s) => {
    const [x, y] = [numberOf(s, 'x'), numberOf(s, 'y')];
    return [{ kind: 'mark', x1: x, x2: x + numberOf(s, 'width'), y1: y, y2: y + numberOf(s, 'height') }];
  },
  path: (s) => {
    const [x, y] = translation(s);
    const points = [...(s.getAttribute('d') ?? '').matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)];
    const [xs, ys] = [points.map(([, a]) => Number(a) + x), points.map(([, , b]) => Number(b) + y)];
    const edges = { x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys) };
    if (points.length === 3) return [{ kind: 'arrow', ...edges }];
    return [{ kind: points.length === 2 && ys[0] === ys[1] ? 'stem' : 'mark', ...edges }];
  },
};

function translation(s: Element): [number, number] {
  const [, x = 0, y = 0] = /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(s.getAttribute('transform') ?? '') ?? [];
  return [Number(x), Number(y)];
}
