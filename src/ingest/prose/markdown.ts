import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { CONTROL } from '../text/letters.ts';
import { mojibake } from '../text/mojibake.ts';
import { problem, type Problem } from '../problem/problem.ts';

/** A chart tag of the text with its literal attributes. */
export interface Component {
  readonly name: ComponentName;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
}

/** What staff may place in the text, with the attributes each takes. */
const COMPONENTS = { Comparison: ['group'], Figures: ['of', 'beside', 'title'] } as const;
export type ComponentName = keyof typeof COMPONENTS;

const TAG = /^<([A-Z][A-Za-z]*)((?:\s+[a-z]+="[^"<>{}]*")*)\s*\/>$/;

export interface Markdown {
  readonly tree: Root;
  readonly components: readonly Component[];
  readonly problems: readonly Problem[];
}

/**
 * Text to its Markdown tree. Parsed as Markdown, not MDX, because MDX stops at its first mistake and says it in
 * programmers' English; what MDX would trip over (`<70%`, `{…}`, tags) is found here, all of it, before MDX sees it.
 */
export function markdown(file: string, body: string): Markdown {
  const components: Component[] = [];
  const problems = spoiled(file, body);
  const nested = NESTED.exec(body);
  const parsed = nested
    ? undefined
    : fromMarkdown(body, {
        extensions: [cjkFriendlyExtension(), { disable: { null: ['codeIndented', 'autolink'] } }],
      });
  const deep = parsed ? tooDeep(parsed) : body.slice(0, nested!.index).split('\n').length;
  if (!parsed || deep !== undefined) {
    problems.push(problem('mdx/nesting', { file, line: deep }, null, { limit: DEEPEST }));
    return { tree: { type: 'root', children: [] }, components, problems };
  }
  const tree = parsed;
  const check = (node: RootContent, top: boolean): void => {
    const { start, end } = node.position!;
    const raw = body.slice(start.offset, end.offset);
    const at = (offset: number): { file: string; line: number } => ({
      file,
      line: start.line + (raw.slice(0, offset).match(/\n/g)?.length ?? 0),
    });
    if (node.type === 'code') {
      problems.push(problem('mdx/code-block', at(0), raw.split('\n')[0]));
    } else if (node.type === 'html') {
      const m = TAG.exec(raw);
      const known = m && m[1]! in COMPONENTS ? (m[1] as ComponentName) : undefined;
      const attributes = [...(m?.[2] ?? '').matchAll(/([a-z]+)="([^"]*)"/g)].map((a) => [a[1]!, a[2]!] as const);
      const fits =
        known &&
        attributes.every(([name]) => (COMPONENTS[known] as readonly string[]).includes(name)) &&
        new Set(attributes.map(([name]) => name)).size === attributes.length;
      if (top && known && fits) components.push({ name: known, attributes: new Map(attributes), line: start.line });
      else problems.push(problem(/^<\/?[A-Z]/.test(raw) || NAMED.test(raw) ? 'mdx/component' : 'mdx/tag', at(0), raw));
    } else if (node.type === 'text') {
      for (const [code, index, found] of marks(raw)) problems.push(problem(code, at(index), found));
    } else if (node.type === 'image' && marks(raw.replace(/\]\([^)]*\)$/, '')).length > 0) {
      problems.push(problem('mdx/brace', at(0), raw));
    } else if (node.type === 'paragraph' && /^(import|export)\s/.test(raw) && start.column === 1) {
      problems.push(problem('mdx/code', at(0), raw.split('\n')[0]));
    } else if (node.type === 'heading' && node.depth === 1) {
      problems.push(problem('mdx/heading', at(0), raw));
    } else if (
      (node.type === 'link' || node.type === 'image' || node.type === 'definition') &&
      !safe(node.url, node.type === 'image')
    ) {
      problems.push(problem('mdx/link', at(0), node.url));
    }
    if ('children' in node) for (const child of node.children) check(child, false);
  };
  for (const node of tree.children) check(node, true);
  return { tree, components, problems };
}

/** Deeper than any text of a bulletin, and shallow enough for everything that walks the tree. */
const DEEPEST = 30;

/** A line of quotation and list marks, which the parser itself is slow at. */
const NESTED = new RegExp(`^[ \\t]*(?:>[ \\t]*|(?:[*+-]|\\d{1,9}[.)])[ \\t]+){${DEEPEST},}`, 'm');

/** The line of the first thing nested too deep; without recursion, since depth is what is asked. */
function tooDeep(tree: Root): number | undefined {
  const left: { node: Root | RootContent; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.depth > DEEPEST) return next.node.position!.start.line;
    if ('children' in next.node) for (const node of next.node.children) left.push({ node, depth: next.depth + 1 });
  }
  return undefined;
}

/** Lines whose text was destroyed, or shows otherwise than it is stored. */
export function spoiled(file: string, body: string): Problem[] {
  return body.split(/\r\n|\r|\n/).flatMap((line, i) => {
    const code = mojibake(line) ? 'file/mojibake' : CONTROL.test(line) ? 'file/control-character' : undefined;
    return code ? [problem(code, { file, line: i + 1 }, line.trim())] : [];
  });
}

const NAMED = new RegExp(`^[<＜]/?(${Object.keys(COMPONENTS).join('|')})(?![A-Za-z])`, 'i');

/** What MDX would take for code or tags in plain text; a backslash before a sign takes its meaning away. */
function marks(
  raw: string,
): [code: 'mdx/component' | 'mdx/tag' | 'mdx/brace' | 'mdx/asterisks', index: number, found: string][] {
  const found: ReturnType<typeof marks> = [];
  for (let i = 0; i < raw.length; i += 1) {
    const rest = (most: number): string => raw.slice(i, i + most);
    if (raw[i] === '\\') i += 1;
    else if ((raw[i] === '<' || raw[i] === '＜') && NAMED.test(rest(20))) {
      const tag = /^[^>＞\n]*[>＞]?/.exec(rest(200))![0];
      found.push(['mdx/component', i, tag]);
      i += tag.length - 1;
    } else if (raw[i] === '<') found.push(['mdx/tag', i, /^<\S{0,8}/.exec(rest(9))![0]]);
    else if (raw[i] === '{') {
      const braces = /^\{+[^}]*\}*/.exec(rest(200))![0];
      found.push(['mdx/brace', i, braces]);
      i += braces.length - 1;
    } else if (rest(2) === '**') {
      // What bold text has not used up stands on the page as it is.
      found.push(['mdx/asterisks', i, rest(12)]);
      i += 1;
    } else if (raw[i] === '}') found.push(['mdx/brace', i, '}']);
  }
  return found;
}

/** Images come from this site: a page makes no request to another host. */
const safe = (url: string, image: boolean): boolean =>
  /^[/#.]/.test(url) && !/^\/\/|[\\\u0000-\u001f]/.test(url) ? true : !image && /^(https?:\/\/|mailto:)/i.test(url);
