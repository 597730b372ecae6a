import { lowerOf } from '../domain/quantity.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { spell } from '../wording/phrase.ts';
import { states, type NumericClaim } from './claim.ts';
import type { Stray } from './stray.ts';

/** Figures of the text that a number of another section states, with that number. */
export function movedClaims(missing: readonly NumericClaim[], strays: readonly Stray[]): Map<NumericClaim, Stray> {
  const byValue = Map.groupBy(strays, (s) => lowerOf(s.mention.quantity));
  return new Map(
    missing
      .filter(({ o }) => o.role === 'stated')
      .flatMap((claim) => {
        const stray = byValue.get(lowerOf(claim.o.quantity))?.find((s) => states(s.mention, claim.o));
        return stray ? [[claim, stray] as const] : [];
      }),
  );
}

/** Figures that their section lacks: in another section, a whole row of a table, or the number itself. */
export function absences(
  missing: readonly NumericClaim[],
  moved: ReadonlyMap<NumericClaim, Stray>,
  all: readonly NumericClaim[],
): Problem[] {
  const sizes = new Map([...Map.groupBy(all, rowKey)].map(([row, claims]) => [row, claims.length]));
  return [...Map.groupBy(missing, rowKey)].flatMap(([row, lost]): Problem[] => {
    const [first] = lost as [NumericClaim];
    const place = first.o.source.place || '（空）';
    const stray = moved.get(first);
    if (stray)
      return [problem('prose/other-section', first.place, spell(first.o), { place, actual: stray.block.place })];
    if (lost.length > 1 && lost.length === sizes.get(row))
      return [problem('prose/row-not-in-text', first.place, lost.map((c) => spell(c.o)).join('、'), { place })];
    return lost.map(({ o, at }) => problem('prose/not-in-text', at!, spell(o), { place }));
  });
}

const rowKey = ({ place }: NumericClaim): string => `${place.file}|${place.row}`;
