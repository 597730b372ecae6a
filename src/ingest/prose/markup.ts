import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import { COMPONENT_TAG, isChartTag } from './component.ts';
import { signs } from './signs.ts';

/** A text as plain Markdown, in which nothing is code: it can always be parsed, so all its mistakes can be told. */
export const plainTree = (body: string): Root => fromMarkdown(body, { extensions: EXTENSIONS });

const EXTENSIONS = [cjkFriendlyExtension(), { disable: { null: ['codeIndented', 'autolink'] } }];

/** A node with its source and where it stands; `at` gives the place of an offset in the source. */
interface Piece<N extends Nodes = Nodes> {
  readonly node: N;
  readonly source: string;
  readonly top: boolean;
  readonly at: (offset?: number) => Place;
}

/** Every mistake of a text's markup, by a walk of its plain Markdown. */
export function markupProblems(file: string, body: string, tree: Root): Problem[] {
  const found: Problem[] = [];
  const walk = (node: Nodes, top: boolean): void => {
    const { start, end } = node.position!;
    const source = body.slice(start.offset, end.offset);
    const at = (offset = 0): Place => ({ file, line: start.line + lineEnds(source.slice(0, offset)) });
    for (const p of problemsOf({ node, source, top, at })) found.push(p);
    if ('children' in node) for (const child of node.children) walk(child, false);
  };
  for (const node of tree.children) walk(node, true);
  return found;
}

const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

function problemsOf(piece: Piece): Problem[] {
  const { node, source, at } = piece;
  switch (node.type) {
    case 'code':
      return [problem('mdx/code-block', at(), firstLine(source))];
    case 'html':
      return tagProblems(piece);
    case 'text':
      return signs(source).map(({ code, index, found }) => problem(code, at(index), found));
    case 'paragraph':
      return [...statement(piece), ...drawnTable(piece)];
    case 'heading':
      return node.depth === 1 ? [problem('mdx/heading', at(), source)] : [];
    case 'image':
      return [...wordsOfImage(piece), ...address(piece, node.url)];
    case 'imageReference':
      return wordsOfImage(piece);
    case 'link':
    case 'definition':
      return address(piece, node.url);
    default:
      return [];
  }
}

const firstLine = (source: string): string => source.split(/\r\n|\r|\n/, 1)[0]!;

function tagProblems({ source, top, at }: Piece): Problem[] {
  if (top && isChartTag(source)) return [];
  return [problem(/^<\/?[A-Z]/.test(source) || COMPONENT_TAG.test(source) ? 'mdx/component' : 'mdx/tag', at(), source)];
}

function statement({ node, source, at }: Piece): Problem[] {
  return node.position!.start.column === 1 && /^(?:import|export)\s/.test(source)
    ? [problem('mdx/code', at(), firstLine(source))]
    : [];
}

/** GFM is off, so a table drawn with bars would be shown as a paragraph of them. */
function drawnTable({ source, at }: Piece): Problem[] {
  const lines = source.split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => isTableRow(line.trim()));
  return first < 0 ? [] : [problem('mdx/markdown-table', at(source.indexOf(lines[first]!)), lines[first]!.trim())];
}

const isTableRow = (line: string): boolean =>
  (/^[|｜]/.test(line) && /[|｜]$/.test(line) && line.length > 2) || (/^[-:|\s]+$/.test(line) && /-\s*\|/.test(line));

function wordsOfImage({ source, at }: Piece): Problem[] {
  return signs(source.replace(/\]\([^)]*\)$/, '')).length > 0 ? [problem('mdx/brace', at(), source)] : [];
}

function address({ node, at }: Piece, url: string): Problem[] {
  return isSafe(url, node.type === 'image') ? [] : [problem('mdx/link', at(), url)];
}

/** Images come from this site: a page makes no request to another host. */
function isSafe(url: string, image: boolean): boolean {
  if (/^[/#.]/.test(url) && !/^\/\/|[\\\u0000-\u001f]/.test(url)) return true;
  return !image && /^(?:https?:\/\/|mailto:)/i.test(url);
}
