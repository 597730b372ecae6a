import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { problem, type Problem } from './problem.ts';

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
  const tree = fromMarkdown(body, {
    extensions: [cjkFriendlyExtension(), { disable: { null: ['codeIndented', 'autolink'] } }],
  });
  const components: Component[] = [];
  const problems: Problem[] = [];
  const check = (node: RootContent, top: boolean): void => {
    const { start, end } = node.position!;
    const raw = body.slice(start.offset, end.offset);
    const at = (offset: number): { file: string; line: number } => ({ file, line: start.line + (raw.slice(0, offset).match(/\n/g)?.length ?? 0) });
    if (node.type === 'html') {
      const m = TAG.exec(raw);
      const known = m && m[1]! in COMPONENTS ? (m[1] as ComponentName) : undefined;
      const attributes = [...(m?.[2] ?? '').matchAll(/([a-z]+)="([^"]*)"/g)].map((a) => [a[1]!, a[2]!] as const);
      const fits = known && attributes.every(([name]) => (COMPONENTS[known] as readonly string[]).includes(name)) && new Set(attributes.map(([name]) => name)).size === attributes.length;
      if (top && known && fits) components.push({ name: known, attributes: new Map(attributes), line: start.line });
      else problems.push(problem(/^<\/?[A-Z]/.test(raw) ? 'mdx/component' : 'mdx/tag', at(0), raw));
    } else if (node.type === 'text') {
      for (const m of raw.matchAll(/(?<!\\)<\S{0,8}/g)) problems.push(problem('mdx/tag', at(m.index), m[0]));
      for (const m of raw.matchAll(/(?<!\\)(\{[^}]*\}?|\})/g)) problems.push(problem('mdx/brace', at(m.index), m[0]));
    } else if (node.type === 'paragraph' && /^(import|export)\s/.test(raw) && start.column === 1) {
      problems.push(problem('mdx/code', at(0), raw.split('\n')[0]!));
    } else if (node.type === 'heading' && node.depth === 1) {
      problems.push(problem('mdx/heading', at(0), raw));
    } else if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && !safe(node.url, node.type === 'image')) {
      problems.push(problem('mdx/link', at(0), node.url));
    }
    if ('children' in node) for (const child of node.children) check(child as RootContent, false);
  };
  for (const node of tree.children) check(node, true);
  return { tree, components, problems };
}

/** Images come from this site: a page makes no request to another host. */
const safe = (url: string, image: boolean): boolean =>
  /^[/#.]/.test(url) && !url.startsWith('//') ? true : !image && /^(https?:\/\/|mailto:)/i.test(url);
