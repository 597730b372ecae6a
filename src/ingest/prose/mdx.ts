import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { mdxjs } from 'micromark-extension-mdxjs';
import { componentOf } from './component.ts';

/** The tree of a text, or the line (from 1) at which MDX gives up. */
export type MdxTree = { readonly tree: Root } | { readonly line: number };

const EXTENSIONS = [mdxjs(), cjkFriendlyExtension()];
const TREE_EXTENSIONS = [mdxFromMarkdown()];

/** A text as the build parses it: the extensions of @mdx-js/mdx, then that of remark-cjk-friendly, in this order. */
export function mdxTree(body: string): MdxTree {
  try {
    return {
      tree: fromMarkdown(body, { extensions: EXTENSIONS, mdastExtensions: TREE_EXTENSIONS }),
    };
  } catch (cause) {
    return { line: lineOf(cause) };
  }
}

/** `place` of a VFileMessage: a point, or a position from one to another. */
function lineOf(cause: unknown): number {
  const line = cause instanceof Error && 'line' in cause ? cause.line : undefined;
  return typeof line === 'number' ? line : 1;
}

/** What a bulletin's text is made of. Everything else is refused: statements, expressions, elements, raw HTML, code. */
const ALLOWED: ReadonlySet<string> = new Set<Nodes['type']>([
  'root',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'list',
  'listItem',
  'blockquote',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'inlineCode',
  'break',
  'thematicBreak',
]);

/** Everything in a text's tree that is not on the list, outermost first; a chart tag stands at the top of the text only. */
export function foreign(tree: Root): Nodes[] {
  return tree.children.flatMap((node) =>
    node.type === 'mdxJsxFlowElement' && componentOf(node) ? [] : foreignIn(node),
  );
}

function foreignIn(node: Nodes): Nodes[] {
  if (!ALLOWED.has(node.type)) return [node];
  return 'children' in node ? node.children.flatMap(foreignIn) : [];
}
