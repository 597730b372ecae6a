import { lowerOf } from '../domain/quantity.ts';
import type { Units } from '../domain/unit.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { spellAsFiled } from '../wording/phrase.ts';
import type { NumericClaim } from './claim.ts';
import { isStatedBy } from './fit.ts';
import type { Stray } from './stray.ts';

/** Figures of the text that a number of another section states, or one beside their snippet, with that number. */
export function movedClaims(
  missing: readonly NumericClaim[],
  strays: readonly Stray[],
  units: Units,
): Map<NumericClaim, Stray> {
  const byDigits = Map.groupBy(
    strays,
    ({ occurrence: { figure } }) => figure.readings[0] && lowerOf(figure.readings[0]),
  );
  const free = new Set(strays);
  return new Map(
    missing
      .filter(({ fact, o }) => fact !== undefined && (o.source.place !== '' || fact.quote !== null))
      .flatMap((claim) => {
        const stray = byDigits
          .get(lowerOf(claim.o.quantity))
          ?.find((s) => free.has(s) && isStatedBy(s.occurrence.figure, claim.o, units));
        if (!stray) return [];
        free.delete(stray);
        return [[claim, stray] as const];
      }),
  );
}

/** Figures that their section lacks: in another section, a whole row of a table, a snippet, or the number itself. */
export function absences(
  missing: readonly NumericClaim[],
  moved: ReadonlyMap<NumericClaim, Stray>,
  all: readonly NumericClaim[],
): Problem[] {
  const sizes = new Map([...Map.groupBy(all, rowKey)].map(([row, claims]) => [row, claims.length]));
  return [...Map.groupBy(missing, rowKey)].flatMap(([row, lost]): Problem[] => {
    const [first] = lost as [NumericClaim];
    const place = first.o.source.place;
    if (first.fact?.quote)
      return [problem('prose/quote', first.fact.quoted, first.fact.quote, { value: spellAsFiled(first.o) })];
    const stray = moved.get(first);
    if (stray)
      return [
        problem('prose/other-section', first.place, spellAsFiled(first.o), {
          place,
          actual: stray.occurrence.block.place,
        }),
      ];
    if (lost.length > 1 && lost.length === sizes.get(row))
      return [problem('prose/row-not-in-text', first.place, lost.map((c) => spellAsFiled(c.o)).join('、'), { place })];
    const where = place === '' ? '' : `“${place}”`;
    return lost.map(({ o, at, fact }) =>
      problem('prose/not-in-text', at!, spellAsFiled(o), { place: where, what: fact ? '删掉这一行' : '改正出处' }),
    );
  });
}

const rowKey = ({ place }: NumericClaim): string => `${place.file}|${place.row}`;
