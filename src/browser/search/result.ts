import type { Found } from '../../search/record.ts';
import { placesOf } from '../../search/token.ts';
import { element } from '../check/element.ts';

/** A whole sentence with what was asked for marked, which leads to its place. @param base of the site, without its last slash */
export const resultItem = (
  { address, words, where }: Found,
  parts: readonly (readonly string[])[],
  base: string,
): HTMLElement =>
  element(
    'li',
    {},
    element('a', { href: base + address }, ...marked(words, parts)),
    element('p', { class: 'meta' }, where),
  );

/** Places that touch or overlap are one. */
function marked(words: string, parts: readonly (readonly string[])[]): (string | HTMLElement)[] {
  const places = parts.flatMap((part) => placesOf(part, words)).sort(([a], [b]) => a - b);
  const pieces: (string | HTMLElement)[] = [];
  let at = 0;
  for (const [start, end] of places) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    pieces.push(words.slice(at, from), element('mark', {}, words.slice(from, end)));
    at = end;
  }
  return [...pieces, words.slice(at)];
}
