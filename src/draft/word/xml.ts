/** An element of a part of a Word file; text stands in it as it is written, with its entities. */
export interface XmlElement {
  readonly name: string;
  /** As written, with the spaces between them. */
  readonly attributes: string;
  children: (XmlElement | string)[];
}

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

/** A part to its root, whose name is empty. Comments and instructions are kept as text. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: '', children: [] };
  const open = [root];
  let from = 0;
  for (const tag of xml.matchAll(TAG)) {
    const parent = open.at(-1)!;
    if (tag.index > from) parent.children.push(xml.slice(from, tag.index));
    from = tag.index + tag[0].length;
    const [, closing, name, attributes, alone] = tag;
    if (closing) {
      if (open.length > 1) open.pop();
      continue;
    }
    const element: XmlElement = { name: name!, attributes: attributes!, children: [] };
    parent.children.push(element);
    if (!alone) open.push(element);
  }
  root.children.push(xml.slice(from));
  return root;
}

export function serializeXml({ name, attributes, children }: XmlElement): string {
  const inner = children.map((child) => (typeof child === 'string' ? child : serializeXml(child))).join('');
  return name === '' ? inner : `<${name}${attributes}>${inner}</${name}>`;
}

/** The elements inside, of any depth, in the order of the file; those that `into` refuses are given but not entered. */
export function elementsOf(element: XmlElement, into: (inner: XmlElement) => boolean = () => true): XmlElement[] {
  return childrenOf(element).flatMap((child) => [child, ...(into(child) ? elementsOf(child, into) : [])]);
}

export const childrenOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && childrenOf(element).find((child) => child.name === name);

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element && new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(element.attributes)?.[1];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as a reader sees it. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
