/** A bulletin's file divided where Astro divides it, at two lines of `---`. */
export interface Fenced {
  /** What stands between the two lines. */
  readonly yaml: string;
  /** The front matter with its fences. */
  readonly whole: string;
  /** The text with blanks for the front matter, letter for letter what Astro hands to MDX. */
  readonly body: string;
  /**
   * Lines, from 1, of the front matter that Astro reads otherwise: one that it takes for a fence, one that holds a line
   * break or a byte order mark of its own.
   */
  readonly stray: readonly number[];
}

const OPEN = /^---[ \t]*\r?\n/;
const CLOSE = /\n---[ \t]*(?:\r?\n|$)/g;

/** Undefined where there is no front matter. */
export function fenced(source: string): Fenced | undefined {
  const open = OPEN.exec(source)?.[0];
  if (open === undefined) return undefined;
  // The line break that ends the opening fence may be the one before the closing fence.
  CLOSE.lastIndex = open.length - 1;
  const close = CLOSE.exec(source);
  if (!close) return undefined;
  const end = close.index + close[0].length;
  const yaml = source.slice(open.length, close.index + 1);
  const whole = source.slice(0, end);
  return { yaml, whole, body: whole.replace(/[^\r\n]/g, ' ') + source.slice(end), stray: strayIn(yaml) };
}

const strayIn = (yaml: string): number[] =>
  yaml.split('\n').flatMap((line, i) => (/^(?:---|\+\+\+)|\r(?!$)|\ufeff/.test(line) ? [i + 2] : []));
