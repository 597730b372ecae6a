import { similarity } from '../../domain/conflict.ts';
import { lookup } from '../text/letters.ts';
import { compare } from './problem.ts';

/** `，最接近的是“…”` for the most similar of `names`; empty where none is near. Never chosen for the clerk. */
export function near(text: string, names: readonly string[]): string {
  const best = [...new Set(names)]
    .map((name) => ({ name, score: similarity(lookup(text), lookup(name)) }))
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score || compare(a.name, b.name))
    .slice(0, 3);
  return best.length === 0 ? '' : `，最接近的是${best.map(({ name }) => `“${name}”`).join('、')}`;
}
