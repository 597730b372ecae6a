/** The attribute of a mark with the words of its number, to the letter: it holds no coordinates. */
export const READING = 'data-at';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * What Plot and d3-selection write to while they draw, and no more: a DOM of a browser's kind costs more than the drawing.
 * It can be written, not searched or rearranged; what is not here throws, so that nothing is drawn in part.
 */
export class Element {
  readonly localName: string;
  private readonly names: string[] = [];
  private readonly values: string[] = [];
  private content: (string | Element)[] = [];

  constructor(localName: string) {
    this.localName = localName;
  }

  get namespaceURI(): string {
    return SVG;
  }
  get ownerDocument(): typeof document {
    return document;
  }
  get style(): typeof UNSTYLED {
    return UNSTYLED;
  }
  get children(): Element[] {
    return this.content.filter((node) => typeof node !== 'string');
  }

  /** Plot asks for it where it wraps or moves what it has drawn, as for markers. */
  get parentNode(): never {
    throw new Error(`<${this.localName}> cannot be moved`);
  }
  setAttributeNS(_space: string, name: string): never {
    throw new Error(`${name}: links belong to the page`);
  }

  /** The page decides on styles, classes and fonts, and an inner `aria-*` breaks the image's one sentence: none is kept. */
  setAttribute(name: string, value: unknown): void {
    if (name === 'class' || name === 'style' || name === 'font-family' || name.startsWith('aria-')) return;
    const at = this.names.indexOf(name);
    this.values[at < 0 ? this.names.push(name) - 1 : at] =
      name === 'href' || name === READING ? escape(String(value)) : writtenValue(value);
  }

  getAttribute(name: string): string | null {
    return this.values[this.names.indexOf(name)] ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.names.includes(name);
  }

  removeAttribute(name: string): void {
    const at = this.names.indexOf(name);
    if (at < 0) return;
    this.names.splice(at, 1);
    this.values.splice(at, 1);
  }

  set textContent(words: unknown) {
    this.content = [escape(String(words))];
  }

  appendChild(child: Element): Element {
    this.content.push(child);
    return child;
  }

  insertBefore(child: Element, next: Element | null): Element {
    if (next) throw new Error(`<${child.localName}> cannot be inserted before <${next.localName}>`);
    return this.appendChild(child);
  }

  toString(): string {
    let tag = `<${this.localName}`;
    for (let i = 0; i < this.names.length; i++) tag += ` ${this.names[i]}="${this.values[i]}"`;
    return this.content.length > 0 ? `${tag}>${this.content.join('')}</${this.localName}>` : `${tag}/>`;
  }
}

const UNSTYLED = Object.freeze({
  setProperty(): void {
    /* As the attribute: the page decides. */
  },
});

export const document = {
  documentElement: new Element('svg'),
  defaultView: undefined,
  createElementNS(space: string, name: string): Element {
    if (space !== SVG) throw new Error(`<${name}> of ${space} in a drawing`);
    return new Element(name);
  },
  /** Plot makes HTML only around the drawing. */
  createElement(name: string): never {
    throw new Error(`Plot drew <${name}>: titles, captions and legends belong to the page`);
  },
};

/** Numbers come as such or, in paths and transforms, inside words. */
function writtenValue(value: unknown): string {
  if (typeof value === 'number') return String(hundredths(value));
  const words = escape(String(value));
  return words.includes('.') ? words.replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (n) => String(hundredths(Number(n)))) : words;
}

const hundredths = (n: number): number => Math.round(n * 100) / 100;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
