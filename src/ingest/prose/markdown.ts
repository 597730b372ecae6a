import type { Nodes, Root } from 'mdast';
import { problem, type Problem } from '../problem/problem.ts';
import { componentOf, type Component } from './component.ts';
import { markupProblems, plainTree } from './markup.ts';
import { foreign, mdxTree } from './mdx.ts';
import { DEEPEST, nestedMarks, tooDeep } from './nesting.ts';
import { sizeProblems } from './size.ts';
import { spoiled } from './spoiled.ts';

export interface Markdown {
  /** The tree that MDX compiles, letter for letter; where there is a problem, at best that of plain Markdown. */
  readonly tree: Root;
  readonly components: readonly Component[];
  readonly problems: readonly Problem[];
}

/**
 * A bulletin's text to its tree. MDX stops at its first mistake and says it in programmers' English, so the text is first
 * looked at as plain Markdown, which finds every mistake at its line; only a text without any is parsed as MDX. That tree
 * is the one that is reconciled and compiled, and whatever in it is not on the list is refused: a setext heading of
 * Markdown may be a statement of MDX.
 */
export function markdown(file: string, body: string): Markdown {
  const problems = spoiled(file, body);
  const marks = nestedMarks(body);
  if (marks !== undefined) return nothing([...problems, nesting(file, marks)]);
  const size = sizeProblems(file, body);
  if (size.length > 0) return nothing([...problems, ...size]);
  const plain = plainTree(body);
  const deep = tooDeep(plain);
  if (deep !== undefined) return nothing([...problems, nesting(file, deep)]);
  const markup = markupProblems(file, body, plain);
  if (markup.length > 0) return { tree: plain, components: [], problems: [...problems, ...markup] };
  const parsed = mdxTree(body);
  if (!('tree' in parsed))
    return { tree: plain, components: [], problems: [...problems, unread(file, body, parsed.line)] };
  const refused = foreign(parsed.tree).map((node) => refusal(file, body, node));
  return { tree: parsed.tree, components: componentsOf(parsed.tree), problems: [...problems, ...refused] };
}

const nothing = (problems: readonly Problem[]): Markdown => ({
  tree: { type: 'root', children: [] },
  components: [],
  problems,
});

const nesting = (file: string, line: number): Problem =>
  problem('mdx/nesting', { file, line }, null, { limit: DEEPEST });

const componentsOf = (tree: Root): Component[] =>
  tree.children.flatMap((node) => (node.type === 'mdxJsxFlowElement' ? (componentOf(node) ?? []) : []));

/** MDX tells where it gave up, which may be the end of the text; a blank line says nothing to a clerk, so the last full one is quoted. */
function unread(file: string, body: string, near: number): Problem {
  const lines = body.split(/\r\n|\r|\n/);
  const index = lines.slice(0, near).findLastIndex((line) => line.trim() !== '');
  return problem('mdx/unreadable', { file, line: Math.max(index, 0) + 1 }, lines[index]?.trim() ?? '');
}

function refusal(file: string, body: string, node: Nodes): Problem {
  const { start, end } = node.position!;
  const found = body.slice(start.offset, end.offset).split(/\r\n|\r|\n/, 1)[0]!;
  return problem(REFUSALS[node.type] ?? 'mdx/unreadable', { file, line: start.line }, found);
}

const REFUSALS: Partial<Record<Nodes['type'], 'mdx/code' | 'mdx/brace' | 'mdx/component'>> = {
  mdxjsEsm: 'mdx/code',
  mdxFlowExpression: 'mdx/brace',
  mdxTextExpression: 'mdx/brace',
  mdxJsxFlowElement: 'mdx/component',
  mdxJsxTextElement: 'mdx/component',
};
