import type { ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { CheckedLibrary } from '../check/library.ts';
import { chartAddress, figureAnchor, paragraphAnchor } from '../publication/address.ts';
import { closed } from '../wording/closed.ts';
import { tieTitle } from '../wording/tie-title.ts';
import type { Observation } from '../domain/observation.ts';
import { blocks, type Block } from '../ingest/prose/blocks.ts';
import { foreign } from '../ingest/prose/mdx.ts';
import { headed } from './section-heading.ts';
import type { Tie } from '../reconcile/reconcile.ts';

/**
 * Remark plugin: the bulletin's text with every number linked to its chart or its row, and headings that can be addressed.
 */
export function remarkBulletin({ base, library }: { base: string; library: () => CheckedLibrary }) {
  return (tree: Root, file: { path: string }): void => {
    refuseForeign(tree, file.path);
    const number = Number(/(\d+)\.mdx$/.exec(file.path)?.[1]);
    const bulletin = library().bulletins.find((b) => b.issue.number === number);
    if (!bulletin) return;
    const href = (o: Observation): string =>
      o.role === 'stated'
        ? `#${figureAnchor(bulletin.facts, o)}`
        : addressed(chartAddress(number, o.indicator ?? ''), base);
    const text = blocks(tree);
    if (!sameText(text, bulletin.blocks))
      throw new Error(`${file.path}：要生成页面的正文与检查过的不同，没有发布任何内容`);
    const leaves: Leaves = new Map(
      text.flatMap((block, i) =>
        block.nodes.map((node, k) => [node as unknown, { block, index: i, seam: block.seams[k] ?? 0 }] as const),
      ),
    );
    const placed = new Set();
    const walk = (node: Root | RootContent): void => {
      if (node.type === 'paragraph' || node.type === 'listItem') place(node, leaves, placed);
      if ('url' in node) node.url = addressed(node.url, base);
      if (!('children' in node)) return;
      node.children = node.children.flatMap((child) => {
        const leaf = leaves.get(child);
        if (!leaf || child.type !== 'text') {
          walk(child);
          return [child];
        }
        const end = leaf.seam + child.value.length;
        const ties = bulletin.ties.filter((t) => t.block === leaf.index && t.start >= leaf.seam && t.start < end);
        return linked(child.value, leaf.seam, ties, href);
      });
      for (const child of node.children as unknown as Jsx[]) {
        if (child.type === 'mdxJsxFlowElement')
          child.attributes.push({ type: 'mdxJsxAttribute', name: 'issue', value: String(number) });
      }
    };
    walk(tree);
    tree.children = tree.children.flatMap((node) => {
      const index = text.findIndex(
        (b) => b.line === node.position?.start.line && (node.type === 'heading' || node.type === 'paragraph'),
      );
      const opens = text[index]?.opens;
      if (!opens) return [node];
      const isUnderChapter = text.slice(0, index).some((b) => b.opens?.depth === 1);
      return [headed(node, opens, isUnderChapter)];
    });
  };
}

/** An address of the site as a page of it links there. */
const addressed = (url: string, base: string): string => (url.startsWith('/') ? base.replace(/\/$/, '') + url : url);

/** A second lock behind the check, which has refused the same: nothing that MDX would run is compiled, drafts included. */
function refuseForeign(tree: Root, path: string): void {
  const [first] = foreign(tree);
  if (first)
    throw new Error(
      `${path} 第${first.position?.start.line ?? 1}行：正文里有不能生成页面的写法（${first.type}），没有发布任何内容`,
    );
}

const sameText = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ text, line, seams }, i) => text === b[i]!.text && line === b[i]!.line && seams.join() === b[i]!.seams.join(),
  );

/** A chart tag as MDX parses it (mdast-util-mdx-jsx); it learns which bulletin it stands in. */
interface Jsx {
  readonly type: string;
  readonly attributes: { type: 'mdxJsxAttribute'; name: string; value: string }[];
}

function linked(
  value: string,
  seam: number,
  ties: readonly Tie[],
  href: (o: Observation) => string,
): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let at = 0;
  for (const tie of ties) {
    const start = tie.start - seam;
    const shown = tie.text.trimEnd();
    pieces.push({ type: 'text', value: value.slice(at, start) });
    pieces.push({
      type: 'link',
      url: href(tie.of[0]!),
      data: { hProperties: { className: ['number'], title: tieTitle(tie.of) } },
      children: [{ type: 'text', value: shown }],
    });
    at = start + shown.length;
  }
  pieces.push({ type: 'text', value: value.slice(at) });
  return tidy(pieces);
}

/** Without the typesetter's spaces and soft line breaks, beside links too. */
function tidy(pieces: PhrasingContent[]): PhrasingContent[] {
  for (const [i, piece] of pieces.entries()) {
    const own = piece.type === 'link' ? piece.children[0] : piece;
    if (own?.type !== 'text') continue;
    own.value = closed(own.value);
    if (pieces[i + 1]?.type === 'link') own.value = own.value.replace(/(?<=[\p{Script=Han}，。；：、）”])\s+$/u, '');
    if (pieces[i - 1]?.type === 'link') own.value = own.value.replace(/^\s+(?=\p{Script=Han})/u, '');
  }
  return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '');
}

/** Where a letter of the text belongs. */
type Leaves = ReadonlyMap<unknown, { readonly block: Block; readonly index: number; readonly seam: number }>;

/** Every paragraph can be led to. The first of a list's item may be no element of its own: the item bears its anchor. */
function place(node: Paragraph | ListItem, leaves: Leaves, placed: Set<unknown>): void {
  const first = node.type === 'listItem' ? node.children[0] : node;
  if (first?.type !== 'paragraph') return;
  const leaf = leaves.get(firstLeaf(first));
  if (!leaf || leaf.block.opens || placed.has(first)) return;
  node.data = { ...node.data, hProperties: { id: paragraphAnchor(leaf.index) } };
  placed.add(first);
}

const firstLeaf = (node: RootContent): unknown =>
  'children' in node ? node.children.map((child) => firstLeaf(child)).find(Boolean) : 'value' in node && node;
