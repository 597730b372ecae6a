/** An element: its attributes, and its text or what stands in it. */
export type Element = readonly [
  name: string,
  attributes: Readonly<Record<string, string>>,
  content?: string | readonly Element[],
];

export const document = (root: Element): string => `<?xml version="1.0" encoding="utf-8"?>\n${written(root, '')}`;

function written([name, attributes, content = []]: Element, indent: string): string {
  const open = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`;
  if (typeof content === 'string') return `${open}>${escaped(content)}</${name}>\n`;
  return content.length === 0
    ? `${open}/>\n`
    : `${open}>\n${content.map((child) => written(child, `${indent} `)).join('')}${indent}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 cannot hold at all (§2.2) becomes the sign for that; white space that a parser would change is written as a number. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (c) => ENTITIES[c]!)
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
