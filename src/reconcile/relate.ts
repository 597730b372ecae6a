import { conflicts } from '../domain/conflict.ts';
import type { LookAlike } from '../domain/issue.ts';
import { isNumeric, type NumericObservation, type Observation, type Relation } from '../domain/observation.ts';
import { sameQuantity } from '../domain/quantity.ts';
import { near } from '../ingest/problem/near.ts';
import { append, problem, type Problem, type Words } from '../ingest/problem/problem.ts';
import type { ParsedBulletin } from '../ingest/bulletin.ts';
import { relatedNames, relatedTo, type LocatedFact } from '../ingest/table/facts.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { lookup } from '../ingest/text/letters.ts';
import { spellAsFiled } from '../wording/phrase.ts';

/** A figure is set against so many others at most: more would not be read. */
const MOST_CONFLICTS = 3;

/** Figures a reader could take for one another must be related; those that are become look-alikes with their note. */
export function relate(
  { table, facts }: Pick<ParsedBulletin, 'table' | 'facts'>,
  all: readonly Observation[],
  registry: Registry,
  problems: Problem[],
): LookAlike[] {
  const located = facts?.facts ?? [];
  const related = located.flatMap((fact) => relatedFacts(fact, all, registry));
  const complete = facts !== undefined && facts.whole && facts.unread.length === 0;
  const names = new Set(located.map(({ o }) => lookup(o.name)));
  const known: Known = {
    tied: new Set(all),
    mayBe: (name) => !complete || names.has(lookup(name)) || registry.uncertain(name),
    isRead: (name) =>
      table?.whole === true && !table.unread.some((one) => one.names?.some((own) => lookup(own) === lookup(name))),
  };
  const doubtful = new Set(located.filter(({ mayConflict }) => !mayConflict).map(({ o }) => o));
  for (const found of related) {
    const wrong = relationProblems(found, known, all);
    append(problems, wrong);
    if (wrong.length > 0) doubtful.add(found.fact.o);
  }
  append(problems, conflictProblems(located, all, related, doubtful));
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

/** What is known of what a relation may name. */
interface Known {
  /** Figures that stand where they are said to. */
  readonly tied: ReadonlySet<Observation>;
  /** Whether something is called so, or could not be read and may be. */
  readonly mayBe: (name: string) => boolean;
  /** Whether all cells of the row that is called so could be read. */
  readonly isRead: (name: string) => boolean;
}

function relationProblems(
  { fact, relation, name, other }: Related,
  { tied, mayBe, isRead }: Known,
  all: readonly Observation[],
): Problem[] {
  const { o } = fact;
  if (other) {
    const isRestated = relation.kind === '重述' && tied.has(o) && isRead(name);
    return isRestated && isRestatedOtherwise(o, other) ? [restated(fact, other)] : [];
  }
  if (lookup(name) === lookup(o.name)) return [problem('row/relation-to-itself', fact.related, o.name)];
  if (mayBe(name)) return [];
  const names = all.map((x) => x.name);
  return [problem('row/relation-target', fact.related, name, { near: near(name, names) })];
}

const isRestatedOtherwise = (o: Observation, other: Observation): boolean =>
  isNumeric(o) && isNumeric(other) && !sameQuantity(o.quantity, other.quantity);

const restated = ({ o, relation }: LocatedFact, other: Observation): Problem =>
  problem('row/restated-differs', relation, o.name, { value: spellAsFiled(o), otherValue: spellAsFiled(other) });

/**
 * Figures that a reader would set against each other and that no relation tells apart.
 * @param doubtful those whose relation or place is wrong: put right, it may tell them apart
 */
function conflictProblems(
  located: readonly LocatedFact[],
  all: readonly Observation[],
  related: readonly Related[],
  doubtful: ReadonlySet<Observation>,
): Problem[] {
  const rank = new Map(all.map((o, i) => [o, i]));
  const pair = (a: Observation, b: Observation): string => [rank.get(a)!, rank.get(b)!].sort((x, y) => x - y).join('-');
  const byName = Map.groupBy(all, (o) => o.name);
  const settled = new Set(
    related.flatMap(({ fact, other }) => (other ? byName.get(other.name)!.map((x) => pair(fact.o, x)) : [])),
  );
  const rows = new Map<Observation, LocatedFact['row']>(located.map((f) => [f.o, f.row]));
  const isSettled = (a: Observation, b: Observation): boolean =>
    settled.has(pair(a, b)) || doubtful.has(a) || doubtful.has(b);
  return [...conflicts(all, isSettled, MOST_CONFLICTS)].map(([a, b]) =>
    problem('row/conflict', rows.get(a)!, a.name, conflictWords(a, b)),
  );
}

const conflictWords = (a: NumericObservation, b: NumericObservation): Words<'row/conflict'> => ({
  value: spellAsFiled(a),
  other: `${b.source.place || '出处不明'}“${b.name}”`,
  otherValue: spellAsFiled(b),
  otherName: b.name,
});
