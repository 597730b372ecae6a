import { attributeOf, childOf, childrenOf, elementsOf, type XmlElement } from './xml.ts';

/** How a level of a list counts. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** `（%2）`. */
  readonly text: string;
}

/** A list by its number: the levels, and the abstract list whose count it goes on with. */
interface List {
  readonly counts: string;
  readonly levels: ReadonlyMap<number, Level>;
}

const HAN = '零一二三四五六七八九';

/** 1–99 as 一, 十二, 三十. */
function inHan(n: number): string | undefined {
  if (n < 1 || n > 99) return undefined;
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? HAN[tens]! : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN[ones]! : ''}`;
}

const letter =
  (first: string) =>
  (n: number): string | undefined =>
    n >= 1 && n <= 26 ? String.fromCharCode(first.charCodeAt(0) + n - 1) : undefined;

const circled = (n: number): string | undefined => (n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : undefined);

/** By `w:numFmt` (ECMA-376 17.18.59); a format that is not here is left to a person. */
const FORMATS: Readonly<Record<string, (n: number) => string | undefined>> = {
  decimal: String,
  decimalFullWidth: (n) => String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  decimalZero: (n) => String(n).padStart(2, '0'),
  chineseCounting: inHan,
  chineseCountingThousand: inHan,
  taiwaneseCounting: inHan,
  taiwaneseCountingThousand: inHan,
  japaneseCounting: inHan,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  upperLetter: letter('A'),
  lowerLetter: letter('a'),
};

/** Counts the paragraphs of a file as Word does. */
export class ListCounter {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly ofStyle: ReadonlyMap<string, XmlElement>;
  private readonly counts = new Map<string, number[]>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.lists = listsIn(numbering);
    this.ofStyle = new Map(
      (styles ? elementsOf(styles) : []).filter(({ name }) => name === 'w:style').map((s) => [idOf(s), s]),
    );
  }

  /** The number in front of a paragraph; undefined for none, null where it cannot be told. */
  next(paragraph: XmlElement): string | null | undefined {
    const properties = childOf(paragraph, 'w:pPr');
    const [id, level] = this.placeOf(properties);
    if (id === undefined || id === '0') return undefined;
    const list = this.lists.get(id);
    const own = list?.levels.get(level);
    if (!list || !own) return null;
    const counts = this.counts.get(list.counts) ?? [];
    this.counts.set(list.counts, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    return labelOf(own, list, counts);
  }

  private placeOf(properties: XmlElement | undefined): [id: string | undefined, level: number] {
    const own = childOf(properties, 'w:numPr');
    const inherited = this.styled(attributeOf(childOf(properties, 'w:pStyle'), 'w:val'));
    const id = valueOf(own, 'w:numId') ?? valueOf(inherited, 'w:numId');
    return [id, Number(valueOf(own, 'w:ilvl') ?? valueOf(inherited, 'w:ilvl') ?? 0)];
  }

  /** The list of a style or of one that it is based on. */
  private styled(id: string | undefined, depth = 0): XmlElement | undefined {
    const style = this.ofStyle.get(id ?? '');
    if (!style || depth > 10) return undefined;
    const own = childOf(childOf(style, 'w:pPr'), 'w:numPr');
    return own ?? this.styled(valueOf(style, 'w:basedOn'), depth + 1);
  }
}

const idOf = (style: XmlElement): string => attributeOf(style, 'w:styleId') ?? '';
const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  attributeOf(childOf(element, name), 'w:val');

function labelOf({ format, text }: Level, { levels }: List, counts: readonly number[]): string | null {
  if (format === 'none') return '';
  if (format === 'bullet') return null;
  let sure = true;
  const label = text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const number = FORMATS[levels.get(at)?.format ?? '']?.(counts[at] ?? 1);
    sure &&= number !== undefined;
    return number ?? '';
  });
  return sure ? label : null;
}

function listsIn(numbering: XmlElement | undefined): Map<string, List> {
  const all = numbering ? elementsOf(numbering) : [];
  const abstract = new Map(
    all
      .filter(({ name }) => name === 'w:abstractNum')
      .map((list) => [attributeOf(list, 'w:abstractNumId')!, levelsIn(childrenOf(list))]),
  );
  return new Map(
    all
      .filter(({ name }) => name === 'w:num')
      .map((list) => {
        const id = attributeOf(list, 'w:numId') ?? '';
        const of = valueOf(list, 'w:abstractNumId') ?? '';
        const overrides = childrenOf(list).filter(({ name }) => name === 'w:lvlOverride');
        const levels = new Map([...(abstract.get(of) ?? []), ...overriding(overrides, abstract.get(of))]);
        // A list that begins anew counts for itself.
        return [id, { counts: overrides.length > 0 ? `num ${id}` : of, levels }];
      }),
  );
}

const levelsIn = (elements: readonly XmlElement[]): Map<number, Level> =>
  new Map(
    elements
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [
        Number(attributeOf(level, 'w:ilvl')),
        {
          start: Number(valueOf(level, 'w:start') ?? 1),
          format: valueOf(level, 'w:numFmt') ?? 'decimal',
          text: valueOf(level, 'w:lvlText') ?? '',
        },
      ]),
  );

function overriding(
  overrides: readonly XmlElement[],
  levels: ReadonlyMap<number, Level> | undefined,
): [number, Level][] {
  return overrides.flatMap((override) => {
    const at = Number(attributeOf(override, 'w:ilvl'));
    const own = levelsIn(childrenOf(override)).get(at) ?? levels?.get(at);
    const start = valueOf(override, 'w:startOverride');
    return own ? [[at, start === undefined ? own : { ...own, start: Number(start) }] as [number, Level]] : [];
  });
}
