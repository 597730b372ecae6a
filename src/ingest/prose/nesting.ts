import type { Nodes, Root } from 'mdast';

/** Deeper than any text of a bulletin, and shallow enough for everything that walks the tree. */
export const DEEPEST = 30;

/** A line of quotation and list marks, which the parser itself is slow at. */
const NESTED = new RegExp(`^[ \\t]*(?:>[ \\t]*|(?:[*+-]|\\d{1,9}[.)])[ \\t]+){${DEEPEST},}`, 'm');

/** The line, from 1, of the first run of marks that nests too deep; undefined if there is none. */
export function nestedMarks(body: string): number | undefined {
  const nested = NESTED.exec(body);
  return nested ? body.slice(0, nested.index).split(/\r\n|\r|\n/).length : undefined;
}

/** The line of the first thing nested too deep; without recursion, since depth is what is asked. */
export function tooDeep(tree: Root): number | undefined {
  const left: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.depth > DEEPEST) return next.node.position!.start.line;
    if ('children' in next.node) for (const node of next.node.children) left.push({ node, depth: next.depth + 1 });
  }
  return undefined;
}
