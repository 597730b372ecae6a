import type { Group } from '../domain/issue.ts';
import type { PlainTable } from '../domain/plain-table.ts';
import { append, compare, problem, type Problem } from './problem/problem.ts';
import type { SourceFile, Table } from './source.ts';
import { areaFile } from './table/area.ts';
import type { Line } from './table/csv.ts';
import { comparisonFile, type ComparisonFile } from './table/comparison.ts';
import { factsFile, NO_FACTS, type FactsFile } from './table/facts.ts';
import type { About, Located } from './table/located.ts';
import { plainFile } from './table/plain.ts';
import type { Registry } from './table/registry.ts';
import { tableKindOf, unknownHeader } from './table/table-kind.ts';
import { tableNameOf } from './table/table-name.ts';
import { decode } from './text/decode.ts';
import { lookup, visible } from './text/letters.ts';

/** Files of `data/issues/48/` by name. */
export type Files = ReadonlyMap<string, SourceFile>;

/** The tables of a bulletin together, whichever files they stand in. */
export interface TableFiles extends Omit<ComparisonFile, 'sheet'> {
  /** Printed as they stand. */
  readonly plain: readonly PlainTable[];
}

export interface ParsedTables {
  /** Undefined where there is none that can be read. */
  readonly table: TableFiles | undefined;
  readonly facts: FactsFile | undefined;
  /** Cell by cell. */
  readonly tables: readonly Table[];
  readonly problems: readonly Problem[];
}

const FACTS = 'facts.csv';

/**
 * comparison.csv, then the others by name: slugs are numbered in this order.
 * @param placed names that the text places as tables to print as they stand
 */
export function parseTables(
  about: About,
  files: Files | undefined,
  registry: Registry,
  placed: ReadonlySet<string>,
): ParsedTables {
  const problems: Problem[] = [];
  const names = [...(files?.keys() ?? [])].filter((name) => name !== FACTS).sort(byName);
  if (names.length === 0) problems.push(noTable(about.number));
  const read = names.map((name) => {
    const file = files!.get(name)!;
    return { file, table: load(file, problems, (path, text) => readTable(path, text, about, registry, placed)) };
  });
  const whole = read.every(({ table }) => table?.table !== undefined);
  const plain = read.flatMap(({ table }) => (table?.kind === 'plain' && table.table ? [table.table] : []));
  const tables = read.flatMap(({ file, table }) => (table?.kind === 'modelled' ? [{ file, table: table.table }] : []));
  append(
    problems,
    tables.flatMap(({ table }, i) =>
      clashes(
        table,
        tables.slice(0, i).map((t) => t.table),
      ),
    ),
  );
  const facts = files?.has(FACTS)
    ? load(files.get(FACTS), problems, (path, text) => factsFile(path, text, about, registry))
    : NO_FACTS;
  return {
    table:
      tables.length + plain.length === 0
        ? undefined
        : {
            ...together(
              tables.map(({ table }) => table),
              whole,
            ),
            plain: plain.map((table, i): PlainTable => ({ ...table, slug: `table-${i + 1}` })),
          },
    facts,
    tables: [
      ...tables.flatMap(({ file, table }): Table[] => (table.sheet ? [{ path: file.path, sheet: table.sheet }] : [])),
      ...(facts?.sheet ? [{ path: files!.get(FACTS)!.path, sheet: facts.sheet }] : []),
    ],
    problems,
  };
}

/** A file's table, read into the model or kept as it stands. */
type ReadTable = { readonly problems: readonly Problem[] } & (
  | { readonly kind: 'modelled'; readonly table: ComparisonFile }
  | { readonly kind: 'plain'; readonly table: PlainTable | undefined }
);

function readTable(
  path: string,
  text: string,
  about: About,
  registry: Registry,
  placed: ReadonlySet<string>,
): ReadTable {
  const kind = tableKindOf(path, text, registry);
  if (kind === 'plain' && placed.has(tableNameOf(path))) return { kind, ...plainFile(path, text) };
  const unknown = kind === 'plain' ? unknownHeader(path, text) : undefined;
  if (unknown) return { kind: 'plain', table: undefined, problems: [unknownKind(path, unknown)] };
  const table = (kind === 'area' ? areaFile : comparisonFile)(path, text, about, registry);
  return { kind: 'modelled', table, problems: table.problems };
}

/** A table that nothing tells the kind of may be one to print as it stands. */
const unknownKind = (file: string, { line, row, cells }: Line): Problem =>
  problem('file/table-kind', { file, line, row }, cells.map(visible).filter(Boolean).join(' '), {
    name: tableNameOf(file),
  });

/** 附件2 before 附件10. */
function byName(a: string, b: string): number {
  const first = (name: string): number => Number(name !== 'comparison.csv');
  const padded = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
  return first(a) - first(b) || compare(padded(a), padded(b));
}

function together(files: readonly ComparisonFile[], all: boolean): Omit<ComparisonFile, 'sheet'> {
  const groups = files.flatMap((f) => f.groups);
  return {
    groups: groups.map((group, i): Group => ({ ...group, slug: `group-${i + 1}` })),
    located: files.flatMap((f) => f.located),
    unread: files.flatMap((f) => f.unread),
    whole: all && files.every((f) => f.whole),
    problems: files.flatMap((f) => f.problems),
  };
}

/** A table's name stands once in a bulletin, and so does what an indicator reached in an area and period. */
function clashes(file: ComparisonFile, earlier: readonly ComparisonFile[]): Problem[] {
  const names = new Set(earlier.flatMap((f) => f.groups.map((g) => g.name)));
  const seen = new Map(earlier.flatMap((f) => f.located).map((l) => [keyOf(l), l.at.file]));
  return [
    ...file.groups
      .filter((g) => names.has(g.name))
      .map((g) => problem('file/table-name', { file: file.located[0]?.at.file ?? '' }, g.name)),
    ...file.located.flatMap((l) => {
      const other = seen.get(keyOf(l));
      return other === undefined ? [] : [problem('row/stated-twice', l.at, l.o.name, { other })];
    }),
  ];
}

const keyOf = ({ o }: Located): string =>
  [lookup(o.name), lookup(o.area ?? ''), o.role, o.period?.code, o.level].join('|');

const noTable = (number: number): Problem =>
  problem('issue/no-table', { file: `data/issues/${number}/comparison.csv` }, null, { number });

function load<T extends { readonly problems: readonly Problem[] }>(
  file: SourceFile | undefined,
  problems: Problem[],
  read: (path: string, text: string) => T,
): T | undefined {
  if (!file) return undefined;
  const source = decode(file.path, file.bytes);
  append(problems, source.problems);
  if (source.text === undefined) return undefined;
  const result = read(file.path, source.text);
  append(problems, result.problems);
  return result;
}
