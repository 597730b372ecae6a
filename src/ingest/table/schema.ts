import type { Column } from '../../domain/issue.ts';
import type { Place } from '../problem/problem.ts';
import { lookup } from '../text/letters.ts';

/** A column staff may write, the other headings it is known by, and whether a file must have it. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  /** Lines may end before it, as those do that were written before the file had it. */
  readonly omissible?: boolean;
}

/** A column read as one role, or as target and achieved together. */
export interface RoleColumn {
  readonly roles: readonly Column[];
  readonly at: Place;
}

export interface Schema<Name extends string> {
  readonly fields: readonly Field<Name>[];
  /** Columns whose cells the grammar of values reads, with its own notices. */
  readonly values?: readonly Name[];
  /** Makes out a column that is no fixed field; undefined if it is none of a role's either. */
  readonly role?: (heading: string) => readonly Column[] | undefined;
}

/** How a schema's columns are known by their headings. */
export interface Naming<Name extends string> {
  readonly schema: Schema<Name>;
  readonly fieldOf: (text: string) => Field<Name> | undefined;
  readonly isKnown: (text: string) => boolean;
}

export function namingOf<Name extends string>(schema: Schema<Name>): Naming<Name> {
  const fields = new Map(
    schema.fields.flatMap((f) => [f.name, ...(f.aliases ?? [])].map((n) => [lookup(n), f] as const)),
  );
  const fieldOf = (text: string): Field<Name> | undefined =>
    fields.get(lookup(text)) ?? fields.get(withoutBrackets(lookup(text)));
  return {
    schema,
    fieldOf,
    isKnown: (text) => fieldOf(text) !== undefined || schema.role?.(text) !== undefined,
  };
}

/** `指标(项目)` to `指标`. */
export function withoutBrackets(text: string): string {
  if (!text.endsWith(')')) return text;
  const open = text.indexOf('(', text.lastIndexOf(')', text.length - 2) + 1);
  return open < 0 ? text : text.slice(0, open);
}
