import type { Column, Group, Row } from '../../domain/issue.ts';
import { rowOf } from '../../domain/row.ts';
import type { Observation, Rank } from '../../domain/observation.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import { datedOf, readObservation, type Dated, type RowContext } from '../value/observation.ts';
import { incomparable } from './comparability.ts';
import type { WrittenRow } from './comparison-row.ts';
import type { Located, Unread } from './located.ts';
import { readRank } from './rank-column.ts';
import { tableNameOf } from './table-name.ts';

/** A group of a table with what its cells were read as. */
export interface ReadGroup {
  readonly group: Group;
  readonly located: readonly Located[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
}

/**
 * @param file gives a group without a name its own
 * @param columns of the table; the group has those in which one of its rows says something
 * @param isOne false where a column was not understood that may tell two tables apart
 */
export function groupOf(
  members: readonly WrittenRow[],
  slug: string,
  file: string,
  columns: readonly Column[],
  isOne: boolean,
): ReadGroup {
  const name = members[0]!.group;
  const filled = columns.filter((column) =>
    members.some((r) => r.cells.some((c) => c.column === column && c.text !== '')),
  );
  const ranked = members.some((r) => r.entry.text('排名') !== '');
  const read = members.map((r) => readRow(r, { columns: filled, ranked }));
  const rows = read.flatMap((r) => r.row ?? []);
  const units = [...new Set(rows.map(({ unit }) => unit))];
  return {
    group: {
      kind: 'comparison',
      slug,
      name: name || tableNameOf(file),
      file,
      units,
      columns: filled,
      rows,
    },
    located: read.flatMap((r) => r.located),
    unread: read.flatMap((r) => r.unread),
    problems: [
      ...nameNotices(members, name),
      ...allBlank(members, filled),
      ...read.flatMap((r) => r.problems),
      ...cellProblems(
        read.flatMap((r) => r.cells),
        isOne,
      ),
    ],
  };
}

/**
 * A blank cell lacks a word where its row and table are known, and its column is no one that the table leaves out and that
 * something stands in by mistake.
 * @param isOne false where the rows may be of several tables, and rightly have no such figure
 */
function cellProblems(cells: readonly ReadCell[], isOne: boolean): Problem[] {
  const understood = new Set(cells.flatMap(({ column, o }) => (o ? [column] : [])));
  return cells.flatMap(({ column, sound, problems }) =>
    sound && isOne && understood.has(column) ? problems : problems.filter(({ code }) => code !== 'value/blank'),
  );
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
  /** Those of its columns; what is wrong with them is not among its own problems. */
  readonly cells: readonly ReadCell[];
  readonly problems: readonly Problem[];
}

/** What a table asks of each of its rows. */
interface Asked {
  readonly columns: readonly Column[];
  /** Whether it has ranks. */
  readonly ranked: boolean;
}

/** Reads a row's cells; a blank one is an error unless the whole group leaves the role out. */
function readRow(written: WrittenRow, asked: Asked): ReadRow {
  const { entry, context, sound } = written;
  const { dated, problems: when } = datedOf(entry.get('达到时点'));
  const cells = asked.columns.flatMap((column) => readCell(written, column, dated) ?? []);
  const { rank, problems: ranking } = readRank(entry.get('排名'), context, asked.ranked && sound);
  const { reason, problems: comparability } = incomparable(entry);
  const noted = withNote(
    cells.flatMap(({ o }) => o ?? []),
    context.note,
  );
  const observations = rank ? noted.map((o) => withRank(o, rank)) : noted;
  const sources = cells.filter(({ o }) => o !== undefined);
  const place = entry.get('出处')?.at ?? entry.at;
  const all = observations.map((o, i) => ({ column: sources[i]!.column, o }));
  const { unit, area } = context;
  return {
    row: sound ? rowOf(context.indicator!, { unit, area, place: context.place, all, incomparable: reason }) : undefined,
    located: observations.map((o, i) => ({ o, at: sources[i]!.at, place })),
    unread: cells.filter(({ o }) => o === undefined).map(({ printed }) => unreadCell(printed, context)),
    cells,
    problems: [...when, ...ranking, ...comparability],
  };
}

const unreadCell = (printed: string, { place, name, indicator, unit, doubtful, area }: RowContext): Unread => ({
  place,
  printed,
  unit: doubtful ? null : unit,
  area,
  names: [name, ...(indicator?.aliases ?? [])],
});

interface ReadCell {
  readonly column: Column;
  /** Whether its row is. */
  readonly sound: boolean;
  readonly o: Observation | undefined;
  readonly problems: readonly Problem[];
  readonly at: Place;
  readonly printed: string;
}

function readCell(written: WrittenRow, column: Column, dated: Dated | null): ReadCell | undefined {
  const given = written.cells.find((c) => c.column === column);
  if (!given) return undefined;
  const { cell, text } = given;
  const asOf = column.role === 'achieved' ? dated : null;
  const { o, problems } = readObservation(
    { cell, text, role: column.role, setter: column.setter, period: column.period, asOf },
    written.context,
  );
  const { sound } = written;
  return { column, sound, o: sound ? o : undefined, problems, at: cell.at, printed: text };
}

const withRank = (o: Observation, rank: Rank): Observation =>
  o.role === 'achieved' && o.kind === 'number' ? { ...o, rank } : o;

/** A row's note explains its gap if it has one, else its statement, else all its values. */
function withNote(row: readonly Observation[], note: string | null): Observation[] {
  const explains = [
    (o: Observation) => o.kind === 'gap' && o.reason === note,
    (o: Observation) => o.kind === 'statement',
    () => true,
  ].find((applies) => row.some(applies));
  return row.map((o) => (explains?.(o) ? { ...o, note } : o));
}
