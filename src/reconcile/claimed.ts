import { problem, type Problem } from '../ingest/problem/problem.ts';
import { spellAsFiled } from '../wording/phrase.ts';
import type { NumericClaim } from './claim.ts';
import { contextOf, type Occurrence } from './occurrence.ts';
import { cellOf, namesOf, type Telling } from './restated.ts';

/** Facts that took a number of the text which by its words is a cell of a table, and say nothing of that cell. */
export const claimedCells = (facts: ReadonlyMap<Occurrence, NumericClaim>, telling: Telling): Problem[] =>
  [...facts].flatMap(([occurrence, claim]) => {
    const cell = claim.o.relation === null && claim.o.indicator === null ? cellOf(occurrence, telling) : undefined;
    if (!cell || !isNamedBetter(cell, claim, occurrence, telling)) return [];
    const words = { value: spellAsFiled(claim.o), context: contextOf(occurrence), other: cell.o.name };
    return [problem('prose/of-table', claim.fact!.row, claim.o.name, words)];
  });

/** Whether the words around a number go better with the cell's name than with the fact's. */
const isNamedBetter = (
  cell: NumericClaim,
  claim: NumericClaim,
  occurrence: Occurrence,
  { registry, naming }: Telling,
): boolean =>
  Math.max(...namesOf(cell.o, registry).map((name) => naming.affinity(name, occurrence))) >
  naming.affinity(claim.o.name, occurrence) + LEAST;

/** Names nearer than this in how they go with a number do not say whose it is. */
const LEAST = 1;
