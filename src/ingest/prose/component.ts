import type { MdxJsxFlowElement } from 'mdast-util-mdx';

/** What staff may place in the text, with the attributes each takes. */
const ATTRIBUTES = { Comparison: ['group'], Table: ['name'], Figures: ['of', 'beside', 'title'] } as const;
type ComponentName = keyof typeof ATTRIBUTES;

/** A chart tag of the text with its literal attributes. */
export interface Component {
  readonly name: ComponentName;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
}

/** A tag at its beginning, in any case or width. */
export const COMPONENT_TAG = new RegExp(`^[<＜]/?(?:${Object.keys(ATTRIBUTES).join('|')})(?![A-Za-z])`, 'i');

const TAG = /^<([A-Z][A-Za-z]*)((?:\s+[a-z]+="[^"<>{}]*")*)\s*\/>$/;

const isName = (name: string | null | undefined): name is ComponentName =>
  typeof name === 'string' && Object.hasOwn(ATTRIBUTES, name);

function fits(name: ComponentName, attributes: readonly string[]): boolean {
  const known: readonly string[] = ATTRIBUTES[name];
  return attributes.every((attribute) => known.includes(attribute)) && new Set(attributes).size === attributes.length;
}

/** Whether the source of a tag is that of a chart tag: known, with attributes it takes, each a literal in quotation marks. */
export function isChartTag(source: string): boolean {
  const [, name, attributes = ''] = TAG.exec(source) ?? [];
  return (
    isName(name) &&
    fits(
      name,
      [...attributes.matchAll(/\s([a-z]+)="/g)].map((a) => a[1]!),
    )
  );
}

/** The chart tag that MDX has read; undefined for every other element, and for one with an expression or content in it. */
export function componentOf({ name, attributes, children, position }: MdxJsxFlowElement): Component | undefined {
  if (!isName(name) || children.length > 0) return undefined;
  const literals = attributes.flatMap((a) =>
    a.type === 'mdxJsxAttribute' && typeof a.value === 'string' ? [[a.name, a.value] as const] : [],
  );
  if (
    literals.length < attributes.length ||
    !fits(
      name,
      literals.map(([attribute]) => attribute),
    )
  )
    return undefined;
  return { name, attributes: new Map(literals), line: position?.start.line ?? 1 };
}
