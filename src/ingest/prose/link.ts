import type { Nodes, Root } from 'mdast';

/** An address that the text links to or shows as a picture. */
export interface Link {
  readonly url: string;
  readonly line: number;
  /** What a picture shows, in words; null for a link. */
  readonly alt: string | null;
}

const altOf = (node: Nodes): string | null => (node.type === 'image' ? (node.alt ?? '') : null);

/** In reading order. */
export function linksOf(tree: Root): Link[] {
  const found: Link[] = [];
  const walk = (node: Nodes): void => {
    if ('url' in node) found.push({ url: node.url, line: node.position?.start.line ?? 1, alt: altOf(node) });
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return found;
}
