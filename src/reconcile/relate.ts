import { conflicts } from '../domain/conflict.ts';
import type { LookAlike } from '../domain/issue.ts';
import { isNumeric, type NumericObservation, type Observation, type Relation } from '../domain/observation.ts';
import { sameQuantity } from '../domain/quantity.ts';
import { near } from '../ingest/problem/near.ts';
import { problem, type Problem, type Words } from '../ingest/problem/problem.ts';
import { relatedNames, relatedTo, type FactsFile, type LocatedFact } from '../ingest/table/facts.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { lookup } from '../ingest/text/letters.ts';
import { spellAsFiled } from '../wording/phrase.ts';

/** A figure is set against so many others at most: more would not be read. */
const MOST_CONFLICTS = 3;

/** Figures a reader could take for one another must be related; those that are become look-alikes with their note. */
export function relate(
  facts: FactsFile | undefined,
  all: readonly Observation[],
  registry: Registry,
  problems: Problem[],
): LookAlike[] {
  const located = facts?.facts ?? [];
  const related = located.flatMap((fact) => relatedFacts(fact, all, registry));
  const complete = facts !== undefined && facts.whole && facts.unread.length === 0;
  const wrong = related.flatMap((found) => relationProblems(found, all, registry, complete));
  for (const p of [...wrong, ...conflictProblems(located, all, related)]) problems.push(p);
  return related.flatMap(({ fact, relation, other }) =>
    other && relation.kind === '同名异口径' ? [{ fact: fact.o, other, note: relation.note ?? '' }] : [],
  );
}

/** A figure of the text, the name of another that it is related to, and that other; undefined where none is called so. */
interface Related {
  readonly fact: LocatedFact;
  readonly relation: Relation;
  readonly name: string;
  readonly other: Observation | undefined;
}

function relatedFacts(fact: LocatedFact, all: readonly Observation[], registry: Registry): Related[] {
  const { relation } = fact.o;
  if (relation === null) return [];
  return relatedNames(relation.name).map((name) => ({
    fact,
    relation,
    name,
    other: relatedTo(name, fact.o, all, registry),
  }));
}

function relationProblems(
  { fact, relation, name, other }: Related,
  all: readonly Observation[],
  registry: Registry,
  complete: boolean,
): Problem[] {
  const { o } = fact;
  if (other) return relation.kind === '重述' && isRestatedOtherwise(o, other) ? [restated(fact, other)] : [];
  if (lookup(name) === lookup(o.name)) return [problem('row/relation-to-itself', fact.related, o.name)];
  if (!complete || registry.find(name) || registry.uncertain(name)) return [];
  const names = all.map((x) => x.name);
  return [problem('row/relation-target', fact.related, name, { near: near(name, names) })];
}

const isRestatedOtherwise = (o: Observation, other: Observation): boolean =>
  isNumeric(o) && isNumeric(other) && !sameQuantity(o.quantity, other.quantity);

const restated = ({ o, relation }: LocatedFact, other: Observation): Problem =>
  problem('row/restated-differs', relation, o.name, { value: spellAsFiled(o), otherValue: spellAsFiled(other) });

/** Figures that a reader would set against each other and that no relation tells apart. */
function conflictProblems(
  located: readonly LocatedFact[],
  all: readonly Observation[],
  related: readonly Related[],
): Problem[] {
  const rank = new Map(all.map((o, i) => [o, i]));
  const pair = (a: Observation, b: Observation): string => [rank.get(a)!, rank.get(b)!].sort((x, y) => x - y).join('-');
  const byName = Map.groupBy(all, (o) => o.name);
  const settled = new Set(
    related.flatMap(({ fact, other }) => (other ? byName.get(other.name)!.map((x) => pair(fact.o, x)) : [])),
  );
  const rows = new Map<Observation, LocatedFact['row']>(located.map((f) => [f.o, f.row]));
  return [...conflicts(all, (a, b) => settled.has(pair(a, b)), MOST_CONFLICTS)].map(([a, b]) =>
    problem('row/conflict', rows.get(a)!, a.name, conflictWords(a, b)),
  );
}

const conflictWords = (a: NumericObservation, b: NumericObservation): Words<'row/conflict'> => ({
  value: spellAsFiled(a),
  other: `${b.source.place || '出处不明'}“${b.name}”`,
  otherValue: spellAsFiled(b),
  otherName: b.name,
});
