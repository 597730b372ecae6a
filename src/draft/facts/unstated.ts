import type { Observation } from '../../domain/observation.ts';
import type { Registry } from '../../ingest/table/registry.ts';
import { saidChange } from '../../reconcile/change.ts';
import type { Occurrence } from '../../reconcile/occurrence.ts';
import { mdx, pathsOf, tableCsv, type Front } from '../files.ts';
import { draftFacts, quoted, type DraftFact } from './facts.ts';
import { factsSheet } from './sheet.ts';
import { keyOf, miscounted, numbersOf, standingOf, tiedIn, type Standing } from './standing.ts';

/** A text and what states its numbers already. */
export interface Stated {
  readonly front: Front;
  readonly body: readonly string[];
  /** The tables by path. */
  readonly written: ReadonlyMap<string, string>;
  /** Numbers that the tables have taken out of the text. */
  readonly taken: ReadonlySet<string>;
  readonly areas: readonly string[];
  readonly registry: Registry;
}

/** The numbers that only the text states: none that the tables have, and no change that can be computed. */
export function unstated(
  number: number,
  { front, body, written, taken, areas, registry }: Stated,
): { facts: readonly DraftFact[]; observations: readonly Observation[] } {
  const paths = pathsOf(number);
  // What is left open does not keep the text from being read.
  const readable = { ...front, title: front.title || '通报', topic: front.topic || '待填', lead: front.lead || '待填' };
  const tables = new Map([[paths.text, mdx(readable, body)], ...written]);
  const bare = standingOf(number, tables, registry);
  const all = numbersOf(bare, front.names, registry);
  const draftedWithout = (without: ReadonlySet<string>): DraftFact[] =>
    draftFacts({ all, without, standing: bare, areas, date: front.date, registry });
  const withFacts = (facts: readonly DraftFact[]): Standing =>
    standingOf(number, new Map([...tables, [paths.facts, tableCsv(factsSheet(paths.facts, facts))]]), registry);
  const stated = new Set([...taken, ...tiedIn(bare)]);
  const isChange = (o: Occurrence): boolean => !stated.has(keyOf(o)) && saidChange(o) !== undefined;
  const changes = all.filter(isChange).map(keyOf);
  const apart = withFacts(draftedWithout(new Set([...stated, ...changes])));
  const computed = new Set([...tiedIn(apart), ...miscounted(all, apart)]);
  const facts = draftedWithout(new Set([...stated, ...changes.filter((key) => computed.has(key))]));
  const undecided = withFacts(facts).problems.filter((p) => p.code === 'prose/undecided');
  return {
    facts: facts.map((fact, i) => (undecided.some((p) => p.row === i + 2) ? quoted(fact) : fact)),
    observations: bare.bulletin?.observations ?? [],
  };
}
