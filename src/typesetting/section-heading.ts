import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Section } from '../domain/issue.ts';
import { words } from '../wording/line-break.ts';
import { element } from './element.ts';

/**
 * What opens a section, as a heading that can be addressed. A run-in title (（一）…。) becomes one too, in one block with the text
 * that it runs into: the style sheet sets both in one line, as the bulletin has them, and a copy reads as printed.
 */
export function headed(node: RootContent, { id, depth }: Section, isUnderChapter: boolean): RootContent {
  const level = depth === 1 || !isUnderChapter ? 2 : 3;
  if (node.type === 'heading') return addressed(node, id, level);
  if (node.type !== 'paragraph') return node;
  const [title, rest] = parted(node);
  const tag = `h${level}`;
  if (rest.length === 0) return element(tag, { id }, title);
  return element('div', { id, className: ['run-in'] }, [element(tag, {}, title), element('p', {}, rest)]);
}

function addressed(node: Heading, id: string, level: 2 | 3): Heading {
  node.depth = level;
  node.data = { ...node.data, hProperties: { id } };
  node.children = node.children.flatMap(betweenWords);
  return node;
}

/** A heading's lines break between words. */
function betweenWords(child: PhrasingContent): PhrasingContent[] {
  if (child.type !== 'text') return [child];
  const pieces = words(child.value).flatMap((value, i): PhrasingContent[] => [
    ...(i > 0 ? [element('wbr', {}, [])] : []),
    { type: 'text', value },
  ]);
  return [element('span', { className: ['label'] }, pieces)];
}

/** The title with its full stop, and what follows it; all of a paragraph that has none. */
function parted({ children }: Paragraph): [title: PhrasingContent[], rest: PhrasingContent[]] {
  for (const [i, child] of children.entries()) {
    const stop = child.type === 'text' ? child.value.indexOf('。') + 1 : 0;
    if (child.type !== 'text' || stop === 0) continue;
    const [before, behind] = [child.value.slice(0, stop), child.value.slice(stop)];
    return [
      [...children.slice(0, i), { type: 'text', value: before }],
      [...(behind === '' ? [] : [{ type: 'text', value: behind } as const]), ...children.slice(i + 1)],
    ];
  }
  return [children, []];
}
