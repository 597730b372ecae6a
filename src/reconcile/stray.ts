import type { NumericObservation, Observation } from '../domain/observation.ts';
import { lowerOf, sameDigits, sameValue } from '../domain/quantity.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Unread } from '../ingest/table/located.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { placeKey } from '../ingest/text/place.ts';
import { spell } from '../wording/phrase.ts';
import type { ClaimIndex } from './claim.ts';
import { placeIn, type Occurrence } from './occurrence.ts';

/** A number of the text that no observation of its section states. */
export interface Stray extends Occurrence {
  readonly problem: Problem;
  /** The figure it states otherwise. */
  readonly differs: Observation | undefined;
}

export function strayOf(occurrence: Occurrence, claims: ClaimIndex, file: string, issue: number): Stray {
  const { mention, block } = occurrence;
  const at = placeIn(file, occurrence);
  const found = mention.text.trim();
  const alike = claims.at(block.place).find(({ o }) => sameValue(lowerOf(o.quantity), lowerOf(mention.quantity)))?.o;
  if (alike) {
    const words = { other: spell(alike), where: alike.name, what: differenceOf(occurrence, alike) };
    return { ...occurrence, problem: problem('prose/differs', at, found, words), differs: alike };
  }
  const [elsewhere] = claims.statedBy(mention);
  const near = elsewhere ? `；“${elsewhere.o.name}”有这个数，出处写的是“${elsewhere.o.source.place}”` : '';
  const words = { place: block.place, context: contextOf(occurrence), near, number: issue };
  return { ...occurrence, problem: problem('prose/unregistered-number', at, found, words), differs: undefined };
}

/** In what a number of the text differs from the same number of the data. */
function differenceOf({ mention: { quantity } }: Occurrence, o: NumericObservation): string {
  if (sameDigits(quantity, o.quantity)) return '单位';
  return lowerOf(quantity) === lowerOf(o.quantity) ? '限定词' : '小数位';
}

const contextOf = ({ mention, block }: Occurrence): string =>
  block.text
    .slice(Math.max(0, mention.start - 10), mention.start + mention.text.length + 4)
    .replace(/\s+/g, ' ')
    .trim();

/** Strays left after each unreadable figure has taken the number it prints, or else any one of its section. */
export function unclaimed(strays: readonly Stray[], unread: readonly Unread[] | null): Problem[] {
  if (unread === null) return [];
  const left = [...strays];
  for (const { place, printed } of unread) {
    const digits = halfWidth(printed).replace(/,/g, '');
    const isHere = (s: Stray): boolean => place === null || placeKey(place) === placeKey(s.block.place);
    const exact = left.findIndex((s) => isHere(s) && digits.includes(lowerOf(s.mention.quantity)));
    const taken = exact >= 0 ? exact : left.findIndex(isHere);
    if (taken >= 0) left.splice(taken, 1);
  }
  return left.map((s) => s.problem);
}
