import type { Column, Group, Row } from '../../domain/issue.ts';
import { rowOf } from '../../domain/row.ts';
import type { Observation } from '../../domain/observation.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { datedOf, readObservation } from '../value/observation.ts';
import type { WrittenRow } from './comparison-row.ts';
import type { Located, Unread } from './located.ts';

/** A group of a table with what its cells were read as. */
export interface ReadGroup {
  readonly group: Group;
  readonly located: readonly Located[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
}

/**
 * @param unnamed what a group without a name is called
 * @param columns of the table; the group has those in which one of its rows says something
 * @param whole false where a column was not understood, which may be the one that tells two tables apart
 */
export function groupOf(
  members: readonly WrittenRow[],
  slug: string,
  unnamed: string,
  columns: readonly Column[],
  whole: boolean,
): ReadGroup {
  const name = members[0]!.group;
  const filled = columns.filter((column) =>
    members.some((r) => r.cells.some((c) => c.column === column && c.text !== '')),
  );
  const { unit } = members[0]!.context;
  const read = members.map((r) => readRow(r, filled, whole || r.context.unit === unit));
  const rows = read.flatMap((r) => r.row ?? []);
  const units = [...new Set(rows.map(({ unit }) => unit))];
  return {
    group: { slug, name: name || unnamed, units, columns: filled, rows },
    located: read.flatMap((r) => r.located),
    unread: read.flatMap((r) => r.unread),
    problems: [...nameNotices(members, name), ...allBlank(members, filled), ...read.flatMap((r) => r.problems)],
  };
}

const nameNotices = (members: readonly WrittenRow[], name: string): Problem[] =>
  members
    .map(({ entry }) => entry)
    .filter((entry) => entry.text('组') !== '' && entry.text('组') !== name)
    .map((entry) => problem('value/normalised', entry.get('组')!.at, entry.text('组'), { used: name }));

/** A role that a whole group leaves out is no mistake, but some role it must have. */
function allBlank(members: readonly WrittenRow[], filled: readonly Column[]): Problem[] {
  const empty = members[0]!.cells[0]?.cell;
  const blank = filled.length === 0 && empty && members.every((r) => r.sound);
  return blank ? [problem('value/blank', empty.at, '')] : [];
}

interface ReadRow {
  /** Undefined where the row has no sound name. */
  readonly row: Row | undefined;
  readonly located: readonly Located[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a row's cells; a blank one is an error unless the whole group leaves the role out.
 * @param belongs false where the row may be of another table, and rightly have no such figure
 */
function readRow(written: WrittenRow, columns: readonly Column[], belongs: boolean): ReadRow {
  const { entry, context, sound } = written;
  const { dated, problems: when } = datedOf(entry.get('达到时点'));
  const read = columns.flatMap((column) => {
    const given = written.cells.find((c) => c.column === column);
    if (!given) return [];
    const { cell, text } = given;
    const asOf = column.role === 'achieved' ? dated : null;
    const result = readObservation({ cell, text, role: column.role, period: column.period, asOf }, context);
    const problems = sound && belongs ? result.problems : result.problems.filter((p) => p.code !== 'value/blank');
    return [{ column, o: sound ? result.o : undefined, problems, at: cell.at, printed: text }];
  });
  const observations = withNote(
    read.flatMap(({ o }) => o ?? []),
    context.note,
  );
  const sources = read.filter(({ o }) => o !== undefined);
  const place = entry.get('出处')?.at ?? entry.at;
  return {
    row: sound
      ? rowOf(context.indicator!, {
          unit: context.unit,
          area: null,
          place: context.place,
          all: observations.map((o, i) => ({ column: sources[i]!.column, o })),
        })
      : undefined,
    located: observations.map((o, i) => ({ o, at: sources[i]!.at, place })),
    unread: read.filter(({ o }) => o === undefined).map(({ printed }) => ({ place: context.place, printed })),
    problems: [...when, ...read.flatMap(({ problems }) => problems)],
  };
}

/** A row's note explains its gap if it has one, else its statement, else all its values. */
function withNote(row: readonly Observation[], note: string | null): Observation[] {
  const explains = [
    (o: Observation) => o.kind === 'gap' && o.reason === note,
    (o: Observation) => o.kind === 'statement',
    () => true,
  ].find((applies) => row.some(applies));
  return row.map((o) => (explains?.(o) ? { ...o, note } : o));
}
