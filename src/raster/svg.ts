/** An element of a drawing. Words are kept where they are drawn. */
export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (Element | string)[];
}

export type Attributes = Readonly<Record<string, string>>;

/** What our drawings are made of, and which attributes say where; those of STYLE may stand on any. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'width', 'height', 'viewBox', 'role'],
  title: [],
  desc: [],
  g: ['transform'],
  text: ['x', 'y', 'transform'],
  tspan: [],
  rect: ['x', 'y', 'width', 'height', 'rx', 'transform'],
  circle: ['cx', 'cy', 'r', 'transform'],
  path: ['d', 'transform'],
};
const STYLE =
  /^(?:fill|stroke|stroke-(?:width|linejoin|miterlimit|dasharray)|paint-order|font-(?:family|size|weight)|text-anchor)$/;
const WORDED = new Set(['text', 'tspan']);

const TOKEN = /<([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|<\/([a-z]+)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

interface Open extends Element {
  readonly children: (Element | string)[];
}

/** Reads an SVG of ours, and refuses whatever it would otherwise draw wrong without a word. */
export function read(svg: string): Element {
  const open: Open[] = [{ name: '', attributes: {}, children: [] }];
  let end = 0;
  for (const token of svg.matchAll(TOKEN)) {
    if (!takes(open, token)) break;
    end += token[0].length;
  }
  const [root] = open[0]?.children ?? [];
  if (end < svg.length || open.length !== 1 || typeof root !== 'object')
    throw new Error(`not an SVG of ours, from “${svg.slice(end, end + 80)}” on`);
  return root;
}

/** Whether a token can stand where it stands; if so it is added. */
function takes(open: Open[], [, name, attributes, empty, closed, words]: readonly (string | undefined)[]): boolean {
  const within = open.at(-1)!;
  if (closed !== undefined) return open.pop()?.name === closed;
  if (name !== undefined) {
    const element = { name, attributes: attributesOf(name, attributes ?? ''), children: [] };
    within.children.push(element);
    if (empty === '') open.push(element);
  } else if (WORDED.has(within.name)) within.children.push(plain(words ?? ''));
  return true;
}

function attributesOf(element: string, text: string): Attributes {
  const places = PLACES[element];
  if (!places) throw new Error(`<${element}> is in no drawing of ours`);
  const all = [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value] as const);
  const strange = all.find(([name]) => !places.includes(name) && !STYLE.test(name));
  if (strange) throw new Error(`<${element} ${strange[0]}> is in no drawing of ours`);
  return Object.fromEntries(all);
}

/** Any white space is drawn as one space. */
const plain = (words: string): string => unescaped(words).replace(/[\t\n\r ]+/g, ' ');

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
export const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
