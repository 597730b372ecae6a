import type { NumericObservation } from '../domain/observation.ts';
import { readChange, rowKeyOf, saidChange, type ChangeContext, type ReadChange } from './change.ts';
import type { NumericClaim } from './claim.ts';
import type { Doubt } from './doubt.ts';
import { SENTENCE, spanOf, type Occurrence } from './occurrence.ts';
import { NAMED, namesOf, type Telling } from './restated.ts';

/** Numbers of the text and what they are tied to. */
type Tied = ReadonlyMap<Occurrence, NumericClaim>;

/** The changes that a text states, but for those that are facts. */
export function tieChanges(
  all: readonly Occurrence[],
  { facts, cells }: { readonly facts: Tied; readonly cells: Tied },
  numeric: readonly NumericClaim[],
  { registry, naming, doubt }: Pick<Telling, 'registry' | 'naming'> & { readonly doubt: Doubt },
): Map<Occurrence, ReadChange> {
  const inTables = numeric.filter(({ fact }) => fact === undefined);
  const rows = [...Map.groupBy(inTables, rowKeyOf).values()].map((row) => row.map(({ o }) => o));
  const bySentence = Map.groupBy(all, sentenceKey);
  const tiedTo = (number: Occurrence): NumericObservation | undefined => (facts.get(number) ?? cells.get(number))?.o;
  /** Where the sentence states nothing else, and no cell of a row that it names is lost, it still says what it is about. */
  const inDoubt = (occurrence: Occurrence, sentence: readonly Occurrence[], named: Rows): 'sentence' | 'nothing' =>
    sentence.every((number) => tiedTo(number) || saidChange(number)) && !doubt.ofCell(occurrence, named)
      ? 'sentence'
      : 'nothing';
  const changes = new Map<Occurrence, ReadChange>();
  for (const occurrence of all) {
    const said = facts.has(occurrence) ? undefined : saidChange(occurrence);
    if (!said) continue;
    const sentence = bySentence.get(sentenceKey(occurrence))!;
    const named = rows.filter(([o]) =>
      namesOf(o!, registry).some((name) => naming.share(name, occurrence, 'sentence') >= NAMED),
    );
    const read = readChange(said, occurrence, registry.units, {
      beside: sentence.flatMap((number) => {
        const o = tiedTo(number);
        return o && number !== occurrence ? [{ o, number }] : [];
      }),
      rows: named,
      against: doubt.ofChange(occurrence) ? inDoubt(occurrence, sentence, named) : 'all',
    });
    if (read) changes.set(occurrence, read);
  }
  return changes;
}

type Rows = ChangeContext['rows'];

const sentenceKey = (occurrence: Occurrence): string => `${occurrence.index}|${spanOf(occurrence, SENTENCE)[0]}`;
