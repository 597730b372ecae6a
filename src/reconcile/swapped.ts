import { pairsOf } from '../domain/conflict.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { spellAsFiled } from '../wording/phrase.ts';
import type { NumericClaim } from './claim.ts';
import type { Naming } from './naming.ts';
import { contextOf, type Occurrence } from './occurrence.ts';

interface Tied {
  readonly claim: NumericClaim;
  readonly occurrence: Occurrence;
  readonly pieces: ReadonlySet<string>;
  /** Of its row in the text. */
  readonly turn: number;
}

/** Names that go better than this with their number are not looked at again: 8 is every piece of them beside it. */
const SURE = 7.9;
/** What an exchange must bring both names together to be told. */
const LEAST = 0.5;
/** What one of them may lose by it: more says that it stands where it belongs, while the text has left the other's name out. */
const MOST_LOST = 1.5;
/** Rows before and behind one that it may have been exchanged with. */
const REACH = 150;

/** Rows whose names together go better with each other's numbers: their names or values were exchanged. */
export function swappedNames(facts: ReadonlyMap<Occurrence, NumericClaim>, naming: Naming): Problem[] {
  const doubtful = [...facts]
    .filter(([occurrence, claim]) => naming.affinity(nameOf(claim), occurrence) < SURE)
    .map(([occurrence, claim], turn): Tied => ({ claim, occurrence, pieces: pairsOf(nameOf(claim)), turn }));
  const told = new Set<Tied>();
  return doubtful.flatMap((a) => {
    const b = told.has(a) ? undefined : partnerOf(a, doubtful, naming);
    if (!b || told.has(b)) return [];
    told.add(a).add(b);
    return [swapped(a, b)];
  });
}

const nameOf = ({ o }: NumericClaim): string => `${o.name}|${o.area ?? ''}`;

/** The row whose exchange with this one would help both names most. */
function partnerOf(a: Tied, all: readonly Tied[], naming: Naming): Tied | undefined {
  let found: Tied | undefined;
  let most = LEAST;
  for (const b of all.slice(Math.max(0, a.turn - REACH), a.turn + REACH)) {
    const [gainA, gainB] = [gainOf(a, b, naming), gainOf(b, a, naming)];
    if (Math.min(gainA, gainB) > -MOST_LOST && gainA + gainB > most) [found, most] = [b, gainA + gainB];
  }
  return found;
}

/** How much better what a name has and the other has not goes with the other's number. */
function gainOf(a: Tied, b: Tied, naming: Naming): number {
  const own = [...a.pieces].filter((piece) => !b.pieces.has(piece));
  return naming.weight(own, b.occurrence) - naming.weight(own, a.occurrence);
}

function swapped(a: Tied, b: Tied): Problem {
  const { claim, occurrence } = a;
  const words = {
    other: b.claim.fact!.row.row ?? 0,
    otherName: b.claim.o.name,
    value: spellAsFiled(claim.o),
    context: contextOf(occurrence),
    otherValue: spellAsFiled(b.claim.o),
    otherContext: contextOf(b.occurrence),
  };
  return problem('prose/swapped', claim.fact!.row, claim.o.name, words);
}
