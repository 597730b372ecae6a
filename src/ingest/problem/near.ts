import { similarity } from '../../domain/conflict.ts';
import { lookup } from '../text/letters.ts';
import { compare } from './problem.ts';

/** The names most similar to `text`, at most three; never chosen for the clerk. */
export const nearest = (text: string, names: readonly string[]): string[] =>
  [...new Set(names)]
    .map((name) => ({ name, score: similarity(lookup(text), lookup(name)) }))
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score || compare(a.name, b.name))
    .slice(0, 3)
    .map(({ name }) => name);

/** `，最接近的是“…”`; empty where there is none. */
export const nearestWords = (names: readonly string[]): string =>
  names.length === 0 ? '' : `，最接近的是${names.map((name) => `“${name}”`).join('、')}`;

/** `，最接近的是“…”` for the most similar of `names`. */
export const near = (text: string, names: readonly string[]): string => nearestWords(nearest(text, names));
