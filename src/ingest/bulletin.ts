import type { Section } from '../domain/issue.ts';
import { blocks, type Block } from './prose/blocks.ts';
import type { Component } from './prose/component.ts';
import { frontMatter, type FrontMatter } from './prose/front-matter.ts';
import { linksOf, type Link } from './prose/link.ts';
import { markdown, type Markdown } from './prose/markdown.ts';
import { plainlyPlaced, tagProblems } from './prose/tag.ts';
import { problem, type Problem } from './problem/problem.ts';
import type { SourceFile } from './source.ts';
import type { Registry } from './table/registry.ts';
import { parseTables, type Files, type ParsedTables } from './tables.ts';
import { decodeText } from './text/decode.ts';
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
export interface ParsedBulletin extends ParsedTables {
  readonly number: number;
  /** Of the text. */
  readonly path: string;
  /** Undefined where there is none, or none that can be read. */
  readonly text: ParsedText | undefined;
}

/** The files of one bulletin to what they say, and every problem in them. */
export function parseBulletin(
  number: number,
  file: SourceFile | undefined,
  tables: Files | undefined,
  registry: Registry,
): ParsedBulletin {
  const path = file?.path ?? `content/issues/${number}.mdx`;
  const decoded = file
    ? decodeText(path, file.bytes)
    : { text: undefined, problems: [problem('issue/no-text', { file: path }, null, { number })] };
  const front = decoded.text === undefined ? undefined : frontMatter(path, decoded.text);
  if (!front) {
    const parsed = parseTables({ number, date: null }, tables, registry, new Set());
    return { number, path, text: undefined, ...parsed, problems: [...decoded.problems, ...parsed.problems] };
  }
  const read = markdown(path, front.body);
  const parsed = parseTables({ number, date: front.date }, tables, registry, plainlyPlaced(read.components));
  const { text, problems } = parseText(path, front, read, parsed);
  return { number, path, text, ...parsed, problems: [...decoded.problems, ...parsed.problems, ...problems] };
}

function parseText(
  path: string,
  front: FrontMatter,
  { tree, components, problems: markup }: Markdown,
  { table, facts }: ParsedTables,
): { text: ParsedText; problems: Problem[] } {
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
