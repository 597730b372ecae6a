import type { SourceFile, Table } from '../ingest/source.ts';
import type { About, Located } from '../ingest/table/located.ts';
import { near } from '../ingest/problem/near.ts';
import { placeKey } from '../ingest/text/place.ts';
import type { Bulletin, Group, Row } from '../domain/issue.ts';
import type { Observation } from '../domain/observation.ts';
import { comparisonFile, type ComparisonFile } from '../ingest/table/comparison.ts';
import { decode, decodeText } from '../ingest/text/decode.ts';
import { factsFile, NO_FACTS, type FactsFile } from '../ingest/table/facts.ts';
import { frontMatter } from '../ingest/prose/front-matter.ts';
import type { Component } from '../ingest/prose/component.ts';
import { linksOf, type Link } from '../ingest/prose/link.ts';
import { markdown } from '../ingest/prose/markdown.ts';
import { numbersOfPersons, personal } from '../ingest/text/privacy.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import { blocks, type Block } from '../ingest/prose/blocks.ts';
import { reconcile, type Tie } from './reconcile.ts';
import { relate } from './relate.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { pictured, tagProblems } from '../ingest/prose/tag.ts';

/** A bulletin with its text tied to its figures. */
export interface Read extends Bulletin {
  readonly blocks: readonly Block[];
  readonly ties: readonly Tie[];
  readonly components: readonly Component[];
  readonly links: readonly Link[];
}

/** The files of one bulletin to what it states, and every problem in them. Undefined where it cannot be shown at all. */
export function readBulletin(
  number: number,
  text: SourceFile | undefined,
  tables: Tables | undefined,
  registry: Registry,
): { bulletin: Read | undefined; tables: Table[]; problems: Problem[] } {
  const path = text?.path ?? `content/issues/${number}.mdx`;
  const decoded = text
    ? decodeText(path, text.bytes)
    : { text: undefined, problems: [problem('issue/no-text', { file: path }, null, { number })] };
  const problems: Problem[] = [...decoded.problems];
  const front = decoded.text === undefined ? undefined : frontMatter(path, decoded.text);
  const { table, facts, sheets } = readTables({ number, date: front?.date ?? null }, tables, registry, problems);
  add(problems, front?.problems);
  if (!front) return { bulletin: undefined, tables: sheets, problems };

  const { tree, components, problems: markup } = markdown(path, front.body);
  add(problems, markup);
  const prose = blocks(tree);
  if (prose.length === 0 && front.problems.length === 0 && markup.length === 0)
    problems.push(problem('mdx/empty', { file: path }));
  add(problems, sectionsTwice(path, prose));
  const unnamed = (words: string): string =>
    (front.names ?? []).reduce((rest, name) => rest.replaceAll(name, ''), words);
  for (const block of prose) add(problems, personal({ file: path, line: block.line }, unnamed(block.text)));
  const located = [...(table?.located ?? []), ...(facts?.facts ?? [])];
  const { places, misplaced } = placed(located, prose, problems);
  const unread =
    table?.whole && facts?.whole && front.names && markup.length === 0 ? [...table.unread, ...facts.unread] : null;
  // A figure whose place is wrong may be any number of the text.
  const astray = misplaced.map((o) => ({ place: null, printed: o.printed }));
  const claims = located.map(({ o, at, place }) => ({
    o,
    at: places.has(placeKey(o.source.place)) ? at : undefined,
    place,
  }));
  const tied = reconcile(prose, claims, {
    file: path,
    issue: number,
    names: [...(front.names ?? []), ...prose.flatMap((b) => numbersOfPersons(b.text).map(([found]) => found))],
    unread: unread && [...unread, ...astray],
  });
  // Without its names or with broken markup, what the text holds is not known.
  if (front.names && markup.length === 0) add(problems, tied.problems);
  add(problems, tagProblems(path, components, table, facts));

  const final = new Map(
    located.map(({ o }) => [o, { ...o, source: { ...o.source, sentence: tied.sentences.get(o) ?? null } }]),
  );
  const of = (o: Observation): Observation => final.get(o) ?? o;
  const astrayInText = new Set(tied.missing);
  const lookAlikes = relate(
    facts,
    located.map((l) => l.o).filter((o) => !astrayInText.has(o)),
    registry,
    problems,
  );
  if (!front.issue) return { bulletin: undefined, tables: sheets, problems };
  return {
    bulletin: {
      issue: { number, ...front.issue },
      version: 1,
      released: null,
      observations: [...final.values()],
      groups: (table?.groups ?? []).map((g): Group => ({
        ...g,
        rows: g.rows.map((r): Row => ({ ...r, cells: mapValues(r.cells, of) })),
      })),
      facts: (facts?.facts ?? []).map((f) => of(f.o)),
      sections: prose.flatMap((b) => (b.opens ? [b.opens] : [])),
      pictured: pictured(components),
      lookAlikes: lookAlikes.map((t) => ({ ...t, fact: of(t.fact), other: of(t.other) })),
      blocks: prose,
      ties: tied.ties.map((t) => (t.o ? { ...t, o: of(t.o) } : t)),
      components,
      links: linksOf(tree),
    },
    tables: sheets,
    problems,
  };
}

/** Files of `data/issues/48/` by name. */
type Tables = ReadonlyMap<string, SourceFile>;

/** Not spread into one call: a file may have more problems than a call takes arguments. */
function add(problems: Problem[], more: Iterable<Problem> = []): void {
  for (const p of more) problems.push(p);
}

function readTables(
  about: About,
  tables: Tables | undefined,
  registry: Registry,
  problems: Problem[],
): { table: ComparisonFile | undefined; facts: FactsFile | undefined; sheets: Table[] } {
  const load = <T>(
    name: string,
    read: (path: string, text: string) => T & { problems: readonly Problem[] },
  ): T | undefined => {
    const file = tables?.get(name);
    if (!file) return undefined;
    const source = decode(file.path, file.bytes);
    add(problems, source.problems);
    if (source.text === undefined) return undefined;
    const result = read(file.path, source.text);
    add(problems, result.problems);
    return result;
  };
  const table = load<ComparisonFile>('comparison.csv', (p, t) => comparisonFile(p, t, about, registry));
  const facts = tables?.has('facts.csv')
    ? load<FactsFile>('facts.csv', (p, t) => factsFile(p, t, about, registry))
    : NO_FACTS;
  const { number } = about;
  if (!tables?.has('comparison.csv'))
    problems.push(problem('issue/no-table', { file: `data/issues/${number}/comparison.csv` }, null, { number }));
  const read = [
    ['comparison.csv', table?.sheet],
    ['facts.csv', facts?.sheet],
  ] as const;
  return {
    table,
    facts,
    sheets: read.flatMap(([name, sheet]): Table[] => (sheet ? [{ path: tables!.get(name)!.path, sheet }] : [])),
  };
}

/** The places of the text, and the figures that claim another one. */
function placed(
  located: readonly Located[],
  prose: readonly Block[],
  problems: Problem[],
): { places: ReadonlySet<string>; misplaced: Observation[] } {
  const places = new Set(['引言', ...prose.flatMap((b) => (b.opens ? [b.opens.place] : []))].map(placeKey));
  const misplaced = new Map<string, { o: Observation; place: Place }>();
  for (const { o, place } of located) {
    const ofTable = o.role !== 'stated' && /^附[表件]\d*第\d+行$/.test(placeKey(o.source.place));
    if (!places.has(placeKey(o.source.place)) && !ofTable) misplaced.set(`${place.file}|${place.row}`, { o, place });
  }
  if (prose.length > 0)
    for (const { o, place } of misplaced.values())
      problems.push(problem('row/place', place, o.source.place, { near: near(o.source.place, [...places]) }));
  return { places, misplaced: [...misplaced.values()].map(({ o }) => o) };
}

const mapValues = (cells: Row['cells'], f: (o: Observation) => Observation): Row['cells'] =>
  Object.fromEntries(Object.entries(cells).map(([role, o]) => [role, f(o)]));

function sectionsTwice(file: string, prose: readonly Block[]): Problem[] {
  const seen = new Map<string, number>();
  return prose.flatMap((b) => {
    if (!b.opens) return [];
    const key = placeKey(b.opens.place);
    const other = seen.get(key);
    seen.set(key, other ?? b.line);
    return other === undefined ? [] : [problem('mdx/heading-twice', { file, line: b.line }, b.opens.place, { other })];
  });
}
