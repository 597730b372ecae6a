import type { Section } from '../domain/issue.ts';
import { blocks, type Block } from './prose/blocks.ts';
import type { Component } from './prose/component.ts';
import { frontMatter, type FrontMatter } from './prose/front-matter.ts';
import { linksOf, type Link } from './prose/link.ts';
import { markdown } from './prose/markdown.ts';
import { tagProblems } from './prose/tag.ts';
import { append, problem, type Problem } from './problem/problem.ts';
import type { SourceFile, Table } from './source.ts';
import { comparisonFile, type ComparisonFile } from './table/comparison.ts';
import { factsFile, NO_FACTS, type FactsFile } from './table/facts.ts';
import type { About } from './table/located.ts';
import type { Registry } from './table/registry.ts';
import { decode, decodeText } from './text/decode.ts';
import { placeKey } from './text/place.ts';
import { personal } from './text/privacy.ts';

/** The text of a bulletin: its front matter, and what stands below it. */
export interface ParsedText {
  readonly front: FrontMatter;
  readonly blocks: readonly Block[];
  readonly components: readonly Component[];
  readonly links: readonly Link[];
  /** Whether its markup and its names could be read: otherwise what it holds is not known. */
  readonly whole: boolean;
}

/** What the files of one bulletin say, each for itself. */
export interface ParsedBulletin {
  readonly number: number;
  /** Of the text. */
  readonly path: string;
  /** Undefined where there is none, or none that can be read. */
  readonly text: ParsedText | undefined;
  readonly table: ComparisonFile | undefined;
  readonly facts: FactsFile | undefined;
  /** The tables cell by cell. */
  readonly tables: readonly Table[];
  readonly problems: readonly Problem[];
}

/** Files of `data/issues/48/` by name. */
type Tables = ReadonlyMap<string, SourceFile>;

/** The files of one bulletin to what they say, and every problem in them. */
export function parseBulletin(
  number: number,
  file: SourceFile | undefined,
  tables: Tables | undefined,
  registry: Registry,
): ParsedBulletin {
  const path = file?.path ?? `content/issues/${number}.mdx`;
  const decoded = file
    ? decodeText(path, file.bytes)
    : { text: undefined, problems: [problem('issue/no-text', { file: path }, null, { number })] };
  const front = decoded.text === undefined ? undefined : frontMatter(path, decoded.text);
  const parsed = parseTables({ number, date: front?.date ?? null }, tables, registry);
  const text = front && parseText(path, front, parsed);
  return {
    number,
    path,
    text: text?.text,
    ...parsed,
    problems: [...decoded.problems, ...parsed.problems, ...(text?.problems ?? [])],
  };
}

type ParsedTables = Pick<ParsedBulletin, 'table' | 'facts' | 'tables' | 'problems'>;

function parseTables(about: About, tables: Tables | undefined, registry: Registry): ParsedTables {
  const problems: Problem[] = [];
  const table = load(tables?.get('comparison.csv'), problems, (p, t) => comparisonFile(p, t, about, registry));
  const facts = tables?.has('facts.csv')
    ? load(tables.get('facts.csv'), problems, (p, t) => factsFile(p, t, about, registry))
    : NO_FACTS;
  if (!tables?.has('comparison.csv')) problems.push(noTable(about.number));
  const sheets = [
    ['comparison.csv', table?.sheet],
    ['facts.csv', facts?.sheet],
  ] as const;
  return {
    table,
    facts,
    tables: sheets.flatMap(([name, sheet]): Table[] => (sheet ? [{ path: tables!.get(name)!.path, sheet }] : [])),
    problems,
  };
}

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

function parseText(
  path: string,
  front: FrontMatter,
  { table, facts }: ParsedTables,
): { text: ParsedText; problems: Problem[] } {
  const { tree, components, problems: markup } = markdown(path, front.body);
  const prose = blocks(tree);
  const sound = front.problems.length === 0 && markup.length === 0;
  return {
    text: {
      front,
      blocks: prose,
      components,
      links: linksOf(tree),
      whole: front.names !== undefined && markup.length === 0,
    },
    problems: [
      ...front.problems,
      ...markup,
      ...(prose.length === 0 && sound ? [problem('mdx/empty', { file: path })] : []),
      ...sectionsTwice(path, prose),
      ...persons(path, prose, front.names ?? []),
      ...tagProblems(path, components, table, facts),
    ],
  };
}

function persons(file: string, prose: readonly Block[], names: readonly string[]): Problem[] {
  const unnamed = (words: string): string => names.reduce((rest, name) => rest.replaceAll(name, ''), words);
  return prose.flatMap((block) => [...personal({ file, line: block.line }, unnamed(block.text))]);
}

/** The sections that a text opens, in order. */
export const sectionsOf = (prose: readonly Block[]): Section[] => prose.flatMap((b) => (b.opens ? [b.opens] : []));

function sectionsTwice(file: string, prose: readonly Block[]): Problem[] {
  const seen = new Map<string, number>();
  return prose.flatMap((b) => {
    if (!b.opens) return [];
    const key = placeKey(b.opens.place);
    const other = seen.get(key);
    seen.set(key, other ?? b.line);
    return other === undefined
      ? []
      : [problem('mdx/duplicate-heading', { file, line: b.line }, b.opens.place, { other })];
  });
}
