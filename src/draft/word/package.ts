import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { visible } from '../../ingest/text/letters.ts';
import { ListCounter } from './numbering.ts';
import { childOf, decoded, elementsOf, parseXml, serializeXml, type XmlElement } from './xml.ts';

/** A Word file made ready for the conversion, which passes over some of what a reader of it sees. */
export interface Prepared {
  readonly bytes: Uint8Array;
  /** Paragraphs whose number Word counts, with that number in front. */
  readonly counted: readonly string[];
  /** Words of headers and footers, charts and formulas, each with what it stands in. */
  readonly unseen: readonly string[];
}

const TEXT = 'word/document.xml';

/** Throws where the bytes are no Word file. */
export function prepare(bytes: Uint8Array): Prepared {
  const parts = unzipSync(bytes);
  const part = (path: string): XmlElement | undefined => {
    const found = parts[path];
    return found && parseXml(strFromU8(found));
  };
  const text = part(TEXT);
  if (!text) return { bytes, counted: [], unseen: [] };
  strikeDoubly(text);
  openBoxes(text);
  const counted = writeNumbers(text, new ListCounter(part('word/numbering.xml'), part('word/styles.xml')));
  return {
    bytes: zipSync({ ...parts, [TEXT]: strToU8(serializeXml(text)) }, { level: 0 }),
    counted,
    unseen: [...edgesOf(Object.keys(parts).sort(), part), ...formulasOf(text), ...deletedIn(text), ...chartsOf(text)],
  };
}

/** The conversion knows one line through a word, not two. */
function strikeDoubly(text: XmlElement): void {
  for (const element of elementsOf(text))
    element.children = element.children.map((child) =>
      typeof child !== 'string' && child.name === 'w:dstrike' ? { ...child, name: 'w:strike' } : child,
    );
}

/** A text box that only newer programs can show is put in the form of the older ones, which the conversion reads. */
function openBoxes(text: XmlElement): void {
  for (const element of elementsOf(text)) {
    element.children = element.children.map((child) => {
      if (typeof child === 'string' || child.name !== 'mc:AlternateContent' || childOf(child, 'mc:Fallback'))
        return child;
      const boxes = elementsOf(child, ({ name }) => name !== BOX).filter(({ name }) => name === BOX);
      return boxes.length > 0 ? { name: 'w:pict', attributes: '', children: boxes } : child;
    });
  }
}

const BOX = 'w:txbxContent';

/** Puts the numbers that Word counts in front of their paragraphs as text. */
function writeNumbers(text: XmlElement, lists: ListCounter): string[] {
  const counted: string[] = [];
  for (const paragraph of elementsOf(text).filter(({ name }) => name === 'w:p')) {
    const label = lists.next(paragraph);
    const words = wordsOf(paragraph);
    if (label === undefined || label === null || words === '') continue;
    paragraph.children = paragraph.children.map((child) =>
      typeof child !== 'string' && child.name === 'w:pPr' ? unnumbered(child) : child,
    );
    if (label === '') continue;
    const at = paragraph.children.findIndex((child) => typeof child !== 'string' && child.name === 'w:pPr') + 1;
    const gap = /[A-Za-z\d.]$/.test(label) && /^[A-Za-z\d]/.test(words) ? ' ' : '';
    paragraph.children.splice(at, 0, run(`${label}${gap}`));
    counted.push(`${label}${gap}${words}`);
  }
  return counted;
}

const run = (words: string): XmlElement => ({
  name: 'w:r',
  attributes: '',
  children: [
    {
      name: 'w:t',
      attributes: ' xml:space="preserve"',
      children: [words.replace(/&/g, '&amp;').replace(/</g, '&lt;')],
    },
  ],
});

/** Of no list, whatever its style says. */
const unnumbered = (properties: XmlElement): XmlElement => ({
  ...properties,
  children: [
    ...properties.children.filter((child) => typeof child === 'string' || child.name !== 'w:numPr'),
    {
      name: 'w:numPr',
      attributes: '',
      children: [
        { name: 'w:ilvl', attributes: ' w:val="0"', children: [] },
        { name: 'w:numId', attributes: ' w:val="0"', children: [] },
      ],
    },
  ],
});

const WORDS = new Set(['w:t', 'm:t', 'w:delText']);

function wordsOf(element: XmlElement): string {
  const texts = elementsOf(element, ({ name }) => name !== BOX).filter(({ name }) => WORDS.has(name));
  return visible(decoded(texts.flatMap(({ children }) => children.filter((c) => typeof c === 'string')).join('')));
}

/** Headers and footers, but for one that is a page's number. */
function edgesOf(paths: readonly string[], part: (path: string) => XmlElement | undefined): string[] {
  return paths.flatMap((path) => {
    const kind = /^word\/(header|footer)\d*\.xml$/.exec(path)?.[1];
    if (!kind) return [];
    const paragraphs = elementsOf(part(path)!).filter(({ name }) => name === 'w:p');
    const words = paragraphs.map(wordsOf).filter((text) => /[\p{L}]/u.test(text) && !/^第\s*\d*\s*页/.test(text));
    return [...new Set(words)].map((text) => `${kind === 'header' ? '页眉' : '页脚'}“${text}”`);
  });
}

const formulasOf = (text: XmlElement): string[] =>
  elementsOf(text, ({ name }) => name !== 'm:oMath')
    .filter(({ name }) => name === 'm:oMath')
    .map((formula) => `公式“${wordsOf(formula)}”`);

const deletedIn = (text: XmlElement): string[] =>
  elementsOf(text)
    .filter(({ name }) => name === 'w:del')
    .flatMap((deleted) => (wordsOf(deleted) === '' ? [] : [`修订中删去的“${wordsOf(deleted)}”`]));

function chartsOf(text: XmlElement): string[] {
  const charts = elementsOf(text).filter(({ name }) => name === 'c:chart' || name === 'dgm:relIds').length;
  return charts > 0 ? [`${charts} 张图表`] : [];
}
