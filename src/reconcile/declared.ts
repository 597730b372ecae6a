import type { Units } from '../domain/unit.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import { figuresOf, type Figure } from './figure/figure.ts';

/** Names of the front matter that are numbers: to declare one would take it from every check. */
export const nameProblems = (at: Place, names: readonly string[], units: Units): Problem[] =>
  names.flatMap((name) => (isFigure(name, units) ? [problem('front-matter/name-is-figure', at, name)] : []));

/** A bare number, one that ends in a number with its unit, one that holds a share, or more than one name. */
function isFigure(name: string, units: Units): boolean {
  if (!/\p{L}/u.test(name)) return /\p{N}/u.test(name);
  if (/[，。；！？]/.test(name) && /\p{N}/u.test(name)) return true;
  return figuresOf(name, [], units).some(
    (figure) => isShare(figure) || (figure.counted.kind !== 'none' && isEnd(name.slice(figure.end))),
  );
}

/** Signs and words of the sentence around a number make no name of it. */
const isEnd = (rest: string): boolean => !/\p{L}/u.test(rest.replace(/[的是为达]/g, ''));

const isShare = ({ counted }: Figure): boolean => counted.kind === 'unit' && /[%‰]/.test(counted.name);

/** Names that hold digits: they are looked at once more before a release. */
export const numbered = (names: readonly string[]): string[] => names.filter((name) => /\p{N}/u.test(name));
