import type { ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { toHast } from 'mdast-util-to-hast';
import { blocks, type Block } from '../ingest/prose/blocks.ts';
import { componentOf, type Component } from '../ingest/prose/component.ts';
import { foreign, mdxTree } from '../ingest/prose/mdx.ts';
import { paragraphAnchor } from '../publication/address.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import { linkedNumbers, printedNumbers, withNumbers, type Numbers } from './numbers.ts';
import { headed } from './section-heading.ts';

/** A run of a bulletin's text, as HTML, or a chart tag between two runs. */
export type Passage = { readonly html: string } | { readonly component: Component };

/**
 * A bulletin's text with every number linked to its chart or its row, and headings and paragraphs that can be addressed.
 * Nothing of a text is ever compiled or run: it is the tree that was checked, written out.
 * @param base of the site, with slashes at both ends.
 * @throws where the text is not what was checked: a second lock behind the check.
 */
export function typeset(bulletin: ReconciledBulletin, base: string, form: 'linked' | 'printed' = 'linked'): Passage[] {
  const { tree, text } = checkedTree(bulletin);
  const leaves: Leaves = new Map(
    text.flatMap((block, index) =>
      block.nodes.map((node, k) => [node as unknown, { block, index, seam: block.seams[k] ?? 0 }] as const),
    ),
  );
  const numbers = form === 'printed' ? printedNumbers(bulletin) : linkedNumbers(bulletin, base);
  place(tree, leaves, numbers, base);
  openSections(tree, text);
  return passages(toHast(tree, { passThrough: ['mdxJsxFlowElement'] }) as HtmlRoot);
}

function checkedTree(bulletin: ReconciledBulletin): { readonly tree: Root; readonly text: readonly Block[] } {
  const parsed = mdxTree(bulletin.body);
  const path = `content/issues/${bulletin.issue.number}.mdx`;
  if (!('tree' in parsed)) throw new Error(`${path} 第${parsed.line}行：正文读不出来，没有发布任何内容`);
  const [first] = foreign(parsed.tree);
  if (first)
    throw new Error(
      `${path} 第${first.position?.start.line ?? 1}行：正文里有不能生成页面的写法（${first.type}），没有发布任何内容`,
    );
  const text = blocks(parsed.tree);
  if (!sameText(text, bulletin.blocks)) throw new Error(`${path}：要生成页面的正文与检查过的不同，没有发布任何内容`);
  return { tree: parsed.tree, text };
}

const sameText = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ text, line, seams }, i) => text === b[i]!.text && line === b[i]!.line && seams.join() === b[i]!.seams.join(),
  );

/** Where a letter of the text belongs. */
type Leaves = ReadonlyMap<unknown, { readonly block: Block; readonly index: number; readonly seam: number }>;

/** Numbers become links, links lead below the base, paragraphs get their anchors. */
function place(tree: Root, leaves: Leaves, numbers: Numbers, base: string): void {
  const anchored = new Set<unknown>();
  const walk = (node: Root | RootContent): void => {
    if (node.type === 'paragraph' || node.type === 'listItem') anchor(node, leaves, anchored);
    if ('url' in node && node.url.startsWith('/')) node.url = base.replace(/\/$/, '') + node.url;
    if (!('children' in node)) return;
    node.children = node.children.flatMap((child) => {
      const leaf = leaves.get(child);
      if (leaf && child.type === 'text') return withNumbers(child.value, leaf, numbers);
      walk(child);
      return [child];
    });
  };
  walk(tree);
}

/** Every paragraph can be led to. The first of a list's item may be no element of its own: the item bears its anchor. */
function anchor(node: Paragraph | ListItem, leaves: Leaves, anchored: Set<unknown>): void {
  const first = node.type === 'listItem' ? node.children[0] : node;
  if (first?.type !== 'paragraph') return;
  const leaf = leaves.get(firstLeaf(first));
  if (!leaf || leaf.block.opens || anchored.has(first)) return;
  node.data = { ...node.data, hProperties: { id: paragraphAnchor(leaf.index) } };
  anchored.add(first);
}

const firstLeaf = (node: RootContent): unknown =>
  'children' in node ? node.children.map((child) => firstLeaf(child)).find(Boolean) : 'value' in node && node;

function openSections(tree: Root, text: readonly Block[]): void {
  tree.children = tree.children.flatMap((node) => {
    const index = text.findIndex(
      (b) => b.line === node.position?.start.line && (node.type === 'heading' || node.type === 'paragraph'),
    );
    const opens = text[index]?.opens;
    if (!opens) return [node];
    const isUnderChapter = text.slice(0, index).some((b) => b.opens?.depth === 1);
    return [headed(node, opens, isUnderChapter)];
  });
}

/** Chart tags stand at the top of the text only. */
function passages({ children }: HtmlRoot): Passage[] {
  const found: Passage[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (run.some((node) => node.type === 'element')) found.push({ html: toHtml(run) });
    run = [];
  };
  for (const node of children as (ElementContent | MdxJsxFlowElement)[]) {
    if (node.type !== 'mdxJsxFlowElement') {
      run.push(node);
      continue;
    }
    close();
    found.push({ component: componentOf(node as MdxJsxFlowElement)! });
  }
  close();
  return found;
}
