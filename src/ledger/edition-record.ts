import type { Correction } from '../domain/correction.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin } from '../domain/issue.ts';
import type { Publisher } from '../domain/version.ts';

/** Name of the file in a version's folder from which its pages are made. */
export const EDITION = 'edition.json';

/**
 * Number of the form below. A field that the model gains and can do without needs no new one; any other change does, and a
 * reader of the old form that stays for good.
 */
const SCHEMA = 1;

/** A unit as a version counts in it. */
export interface RecordedUnit {
  readonly name: string;
  readonly kind: string;
  readonly difference: string;
}

/** All that pages and files of a released version say. */
export interface EditionRecord {
  readonly bulletin: Bulletin;
  /** Every correction of the bulletin so far, oldest first; those of this very version begin at `since`. */
  readonly log: readonly Correction[];
  readonly since: number;
  /** The indicators that it speaks of. */
  readonly indicators: readonly Indicator[];
  readonly units: readonly RecordedUnit[];
  readonly publisher: Publisher;
  /** Every table that the bulletin ever had, by the slug in its address. */
  readonly tables: Readonly<Record<string, string>>;
}

/** An observation stands once, in the bulletin's list; where a table or a note means it, its number there. */
interface Reference {
  readonly observation: number;
}

export function editionJson(record: EditionRecord): string {
  const bulletin = stated(record.bulletin);
  const numbers = new Map<unknown, number>(bulletin.observations.map((o, i) => [o, i]));
  const { observations, ...rest } = bulletin;
  const bound = walked(rest, (value) => {
    const number = numbers.get(value);
    return number === undefined ? undefined : ({ observation: number } satisfies Reference);
  });
  return `${JSON.stringify({ schema: SCHEMA, ...record, bulletin: { observations, ...(bound as object) } })}\n`;
}

/** Throws where the file is of a later form than this program knows. */
export function editionRecord(json: string): EditionRecord {
  const { schema, ...record } = JSON.parse(json) as EditionRecord & { readonly schema: number };
  if (schema !== SCHEMA) throw new Error(`${EDITION} schema ${schema}`);
  const { observations, ...rest } = record.bulletin;
  const bound = walked(rest, (value) => (isReference(value) ? observations[value.observation] : undefined)) as Omit<
    Bulletin,
    'observations'
  >;
  return { ...record, bulletin: { observations, ...bound } };
}

/** The bulletin without what its text is to the program that draws its page. The compiler asks for whatever the model gains. */
function stated(bulletin: Bulletin): Bulletin {
  const { issue, version, released, observations, groups, plain, facts, sections, pictured, lookAlikes } = bulletin;
  const { mentions = [] } = bulletin;
  return { issue, version, released, observations, groups, plain, facts, sections, pictured, lookAlikes, mentions };
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  typeof (value as Partial<Reference>).observation === 'number';

/** A copy of plain data in which `replaced` gives what stands for a part; undefined leaves the part as it is. */
function walked(value: unknown, replaced: (value: unknown) => unknown): unknown {
  const other = replaced(value);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((item) => walked(item, replaced));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walked(item, replaced)]));
}
