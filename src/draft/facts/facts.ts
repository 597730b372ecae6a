import { isNumeric, type NumericObservation } from '../../domain/observation.ts';
import { sameDigits } from '../../domain/quantity.ts';
import { halfWidth, lookup } from '../../ingest/text/letters.ts';
import { period } from '../../ingest/text/period.ts';
import type { Registry } from '../../ingest/table/registry.ts';
import { readQuantity } from '../../ingest/value/quantity.ts';
import { contextOf, type Occurrence } from '../../reconcile/occurrence.ts';
import { timingOf } from '../../reconcile/timing.ts';
import type { Decision } from '../decision.ts';
import { proposals, unique, type Proposal } from './name.ts';
import { mentionOf, type Mention } from './mention.ts';
import { relationOf, type Related } from './relation.ts';
import { clauseAt, sentenceAt } from './sentence.ts';
import { keyOf, type Standing } from './standing.ts';

/** A row of `facts.csv` to be. */
export interface DraftFact {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly asOf: string;
  readonly area: string;
  readonly place: string;
  /** A snippet of the sentence where the words around it do not tell it from others; else empty. */
  readonly quote: string;
  readonly related: string;
  readonly relation: string;
  readonly decisions: readonly (readonly [Decision['kind'], string])[];
  /** Where the number stands. */
  readonly occurrence: Occurrence;
}

const AS_OF =
  /截[止至]到?\s*(?:((?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?\s*(?:[底末初]|[上下]半年|第?[一二三四]季度)?)|(目前|发稿|[^，,。]{0,12}))/g;

/** What the rows of a text are drafted from. */
export interface Facts {
  readonly all: readonly Occurrence[];
  /** Numbers that need no row. */
  readonly without: ReadonlySet<string>;
  readonly standing: Standing;
  readonly areas: readonly string[];
  /** ISO, of the bulletin. */
  readonly date: string;
  readonly registry: Registry;
}

/** A row for every number of the text that nothing else states, at its place, as printed. */
export function draftFacts(facts: Facts): DraftFact[] {
  const { all, without, standing, areas, registry } = facts;
  const used = new Map<string, string>();
  const stated = statedBy(standing);
  return [...Map.groupBy(all, ({ index }) => index).values()].flatMap((block) => {
    const text = block[0]!.block.text;
    const numbers = block.map(({ figure }) => mentionOf(figure));
    const names = proposals(text, numbers, { areas, stated: block.map((o) => stated.get(keyOf(o))?.name) });
    const given = new Map<number, string>();
    return block.flatMap((occurrence, i) => {
      if (without.has(keyOf(occurrence))) return [];
      const unit = numbers[i]!.unit ?? '';
      const name = unique(apart(names[i]!.name, unit, registry), unit, used);
      given.set(i, name);
      const related = relationOf(names, i, numbers, {
        given,
        stated: block.map((o) => stated.get(keyOf(o))),
        standing,
      });
      return [factOf(occurrence, { m: numbers[i]!, name, proposal: names[i]!, related, date: facts.date })];
    });
  });
}

/** What of the tables a number of the text says again. */
function statedBy({ bulletin }: Standing): Map<string, NumericObservation> {
  return new Map(
    (bulletin?.ties ?? []).flatMap(({ block, start, of }) =>
      of.length === 1 && isNumeric(of[0]) ? [[`${block}|${start}`, of[0]] as const] : [],
    ),
  );
}

/** What is known of a number. */
interface Known {
  readonly m: Mention;
  readonly name: string;
  readonly proposal: Proposal;
  readonly related: Related | undefined;
  readonly date: string;
}

function factOf(occurrence: Occurrence, known: Known): DraftFact {
  const { m, name, proposal, related, date } = known;
  const { text, place } = occurrence.block;
  const { value, plan } = cellOf(text, m);
  const { asOf, moment } = dated(occurrence, proposal, date);
  return {
    name,
    value,
    unit: m.unit ?? '',
    asOf,
    area: proposal.area,
    place,
    quote: '',
    related: related?.name ?? '',
    relation: related?.relation ?? '',
    decisions: remarksOf(known, text, { value, plan, moment }),
    occurrence,
  };
}

function remarksOf(
  { m, name, proposal, related }: Known,
  text: string,
  { value, plan, moment }: { value: string; plan: boolean; moment: string | null },
): DraftFact['decisions'] {
  const context = text
    .slice(Math.max(0, m.start - 12), m.start + m.text.length + 8)
    .replace(/\s+/g, ' ')
    .trim();
  const doubtful = proposal.doubtful || name !== proposal.name;
  return [
    doubtful ? ['name', `“${name}” ← …${context}…`] : ['named', ''],
    ...(m.unit === undefined ? [['unit', `“${m.text.trim()}” ← …${context}…`] as const] : []),
    ...(plan ? [['expected', `“${name}”写作“${value}” ← …${context}…`] as const] : []),
    ...(related ? [[related.relation === '其中' ? 'part' : 'related', related.message(name)] as const] : []),
    ...(moment === null ? [] : [['moment', `“${name}”的原文是“${moment}”，没有能照填的日期，空着`] as const]),
  ];
}

/** A fact with a snippet by which its number is told from others like it. */
export const quoted = (fact: DraftFact): DraftFact => ({ ...fact, quote: contextOf(fact.occurrence) });

/** The number as it is printed, without its unit (but with %): `70多`, `1—2`, `预计85`. */
function cellOf(text: string, m: Mention): { value: string; plan: boolean } {
  const printed = m.text.replace(/\s+/g, '').replace(/(?<=\d),(?=\d{3})/g, '');
  const units = m.unit === '%' ? undefined : m.unit;
  const plain = units ? printed.replace(`个${units}`, '').replaceAll(units, '') : printed;
  const same = readQuantity(halfWidth(plain), units ?? null);
  const bare = same.kind === 'quantity' && sameDigits(same.quantity, m.quantity) ? plain : printed;
  const before = text.slice(clauseAt(text, m.start).start, m.start);
  const expected = /预计|预期|力争|有望/.test(before);
  return { value: `${expected ? '预计' : ''}${bare}`, plan: expected || /目标|计划|确保|争取|拟/.test(before) };
}

/** The time that governs it by the grammar of reconciliation, or that its base has; never the bulletin's date. */
function dated(occurrence: Occurrence, { asOf }: Proposal, date: string): { asOf: string; moment: string | null } {
  if (asOf !== '') return { asOf, moment: null };
  const { text } = occurrence.block;
  const sentence = sentenceAt(text, occurrence.figure.start);
  const said = [...text.slice(sentence.start, occurrence.figure.start).matchAll(AS_OF)].at(-1);
  const when = said?.[1]?.replace(/\s+/g, '');
  if (when !== undefined && period(when)) return { asOf: when, moment: null };
  const governing = timingOf(occurrence, date).governing?.label;
  if (governing !== undefined && period(governing)) return { asOf: governing, moment: null };
  return { asOf: '', moment: said ? said[0].trim() : null };
}

/** A name of the registry may only stand for a figure of its unit, and never for another figure than its own. */
const apart = (name: string, unit: string, registry: Registry): string => {
  const indicator = registry.find(name);
  return indicator && lookup(indicator.unit) !== lookup(unit) ? `${name}（${unit || '数'}）` : name;
};
