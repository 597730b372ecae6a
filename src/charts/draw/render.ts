import * as Plot from '@observablehq/plot';
import { document, escape, READING, type Element } from './document.ts';

/** Marks that join their data into one path; all others draw one element a datum. */
const JOINED = new Set(['line', 'area']);

/**
 * A bare `<svg>` string without width, height, styles, classes or fonts: the page decides those, and a strict CSP holds.
 * Throws on a Plot warning and on any datum that Plot would drop in silence (null, NaN).
 */
export function render(options: Plot.PlotOptions, label: string): string {
  const svg = quietly(() => Plot.plot({ ...options, document: document as unknown as Document })) as unknown as Element;
  const marks = svg.children.filter(({ localName }) => localName !== 'style');
  assertDrawn(
    options.marks ?? [],
    marks.filter(({ localName }) => localName === 'g'),
  );
  const head = `<svg role="img" aria-label="${escape(label)}" viewBox="${svg.getAttribute('viewBox')}" text-anchor="middle">`;
  return renumber(`${head}${marks.join('')}</svg>`);
}

/** For a mark of numbers: each of its elements bears what it says, for who looks at it closely. @param words by datum */
export function saying(words: readonly (string | undefined)[]): Pick<Plot.MarkOptions, 'render'> {
  if (words.every((said) => said === undefined)) return {};
  return {
    render: (index, scales, values, dimensions, context, next) => {
      const group = next!(index, scales, values, dimensions, context);
      const { children } = group as unknown as Element;
      for (const [i, datum] of index.entries())
        if (words[datum] !== undefined) children[i]!.setAttribute(READING, words[datum]);
      return group;
    },
  };
}

/** Every number handed in is drawn: each mark has as many elements as data. */
function assertDrawn(marks: Plot.Markish, groups: readonly Element[]): void {
  const wanted = ([marks] as unknown[]).flat(Infinity) as (Partial<Plot.Mark> & {
    data?: readonly unknown[];
    ariaLabel?: string;
  })[];
  const drawable = wanted.filter((mark) => mark?.data && mark.data.length > 0);
  if (drawable.length !== groups.length)
    throw new Error(`${drawable.length} marks were handed in, ${groups.length} are drawn`);
  for (const [i, { data, ariaLabel = '' }] of drawable.entries()) {
    const group = groups[i]?.hasAttribute('clip-path') ? groups[i].children[0] : groups[i];
    const drawn = group?.children.length ?? 0;
    if (JOINED.has(ariaLabel) || drawn === data?.length) continue;
    throw new Error(`${data?.length} numbers were handed to a ${ariaLabel} mark, ${drawn} are drawn`);
  }
}

/** Plot only warns on the console and hides a ⚠️ in the drawing; here that is an error. */
function quietly<T>(plot: () => T): T {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  try {
    const drawing = plot();
    if (warnings.length > 0) throw new Error(`Plot warns: ${warnings.join('; ')}`);
    return drawing;
  } finally {
    console.warn = warn;
  }
}

/** Plot counts ids through the whole process. Here they count from 1 in each figure, behind a prefix of the figure's own. */
function renumber(svg: string): string {
  if (!svg.includes(' id="')) return svg;
  const ids = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? ''))];
  const names = new Map(ids.map((id, i) => [id, `@${i + 1}`]));
  const neutral = svg.replace(
    /( id="|url\(#|href="#)([^")]+)/g,
    (_, before: string, id: string) => before + (names.get(id) ?? id),
  );
  return neutral.replace(/( id="|url\(#|href="#)@/g, `$1f${digest(neutral)}-`);
}

/** FNV-1a, 32 bits: equal drawings get equal ids, different ones on a page do not. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
