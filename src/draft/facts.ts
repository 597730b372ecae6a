import { halfWidth } from '../ingest/text/letters.ts';
import type { Decision } from './decision.ts';
import { proposals, unique } from './figure-name.ts';
import { clauseAt, sentenceAt } from './sentence.ts';
import { period } from '../ingest/text/period.ts';
import type { Block } from '../ingest/prose/blocks.ts';
import { mentions, type Mention } from './mention.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { readQuantity } from '../ingest/value/quantity.ts';
import { sameDigits } from '../domain/quantity.ts';

/** A row of `facts.csv` to be. */
export interface DraftFact {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly asOf: string;
  readonly place: string;
  readonly related: string;
  readonly relation: string;
  readonly decisions: readonly (readonly [Decision['kind'], string])[];
}

const AS_OF =
  /截[止至]到?\s*(?:((?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?\s*(?:[底末初]|[上下]半年|第?[一二三四]季度)?)|(目前|发稿|[^，,。]{0,12}))/g;

/** Every number of the text that no score takes up, at its place, as printed. */
export function draftFacts(
  text: readonly Block[],
  names: readonly string[],
  taken: ReadonlySet<string>,
  registry: Registry,
): DraftFact[] {
  const facts: DraftFact[] = [];
  const used = new Set<string>();
  for (const [index, block] of text.entries()) {
    const all = mentions(block.text, names);
    const named = proposals(block.text, all);
    const given = new Map<number, string>();
    for (const [i, m] of all.entries()) {
      if (taken.has(`${index}|${m.start}`)) continue;
      const unit = m.unit ?? '';
      const name = unique(apart(named[i]!.name, unit, registry), used);
      given.set(i, name);
      const part = named[i]!.part === null ? undefined : given.get(named[i]!.part);
      const context = block.text
        .slice(Math.max(0, m.start - 12), m.start + m.text.length + 8)
        .replace(/\s+/g, ' ')
        .trim();
      const decisions: [Decision['kind'], string][] = [['name', `“${name}” ← …${context}…`]];
      const { value, plan } = cellOf(block.text, m);
      if (unit === '') decisions.push(['unit', `“${m.text.trim()}” ← …${context}…`]);
      if (plan) decisions.push(['expected', `“${name}”写作“${value}” ← …${context}…`]);
      if (part) decisions.push(['part', `“${name}”记为“${part}”的一部分`]);
      facts.push({
        name,
        value,
        unit,
        asOf: dated(block.text, m, name, decisions),
        place: block.place,
        related: part ?? '',
        relation: part ? '其中' : '',
        decisions,
      });
    }
  }
  return facts;
}

/** The number as it is printed, without its unit (but with %): `70多`, `1—2`, `预计85`. */
function cellOf(text: string, m: Mention): { value: string; plan: boolean } {
  const printed = m.text.replace(/\s+/g, '');
  const units = m.unit === '%' ? undefined : m.unit;
  const plain = units
    ? printed
        .replace(units === '工作日' || units === '小时' ? new RegExp(`个?${units}`, 'g') : units, '')
        .replaceAll(units, '')
    : printed;
  const same = readQuantity(halfWidth(plain), units ?? null);
  const bare = same.kind === 'quantity' && sameDigits(same.quantity, m.quantity) ? plain : printed;
  const before = text.slice(clauseAt(text, m.start).start, m.start);
  const expected = /预计|预期|力争|有望/.test(before);
  return { value: `${expected ? '预计' : ''}${bare}`, plan: expected || /目标|计划|确保|争取|拟/.test(before) };
}

/** Dated only by 截止 or 截至 in the same sentence before it; never by another sentence, nor by the bulletin's date. */
function dated(text: string, m: Mention, name: string, decisions: [Decision['kind'], string][]): string {
  const sentence = sentenceAt(text, m.start);
  const said = [...text.slice(sentence.start, m.start).matchAll(AS_OF)].at(-1);
  if (!said) return '';
  const when = said[1]?.replace(/\s+/g, '');
  if (when !== undefined && period(when)) return when;
  decisions.push(['moment', `“${name}”的原文是“${said[0].trim()}”，没有能照填的日期，空着`]);
  return '';
}

/** A name of the registry may only stand for a figure of its unit. */
const apart = (name: string, unit: string, registry: Registry): string => {
  const indicator = registry.find(name);
  return indicator && indicator.unit !== unit ? `${name}（${unit || '数'}）` : name;
};
