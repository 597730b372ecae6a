import { flow, measure, wrap } from '../draw/measure.ts';
import { palette, type Ink } from '../draw/theme.ts';

/** Something set on a sheet, from its upper left corner. */
export interface Part {
  readonly height: number;
  readonly at: (x: number, y: number) => string;
}

export interface Letters {
  readonly size: number;
  readonly weight: 400 | 700;
  readonly ink: Ink | 'red';
  /** Distance between lines, in letters. */
  readonly leading: number;
  /** Lines end at x. */
  readonly end?: true;
}

/** The red of the masthead; it never stands for a number. */
const RED = '#b0120a';
const colour = (name: Ink | 'red'): string => (name === 'red' ? RED : palette.light[name]);

/**
 * Fonts by name, since a file takes none with it: those of macOS, Windows, Linux and Adobe, then the one our PNGs are
 * drawn with, by the name it bears inside @embedpdf/fonts-sc.
 */
export const FAMILIES = [
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Noto Sans S Chinese',
] as const;

interface Page {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/** A file of its own: nothing outside is referred to, and attributes alone decide, so that any viewer and any policy shows it. */
export function sheet({ width, height, title, description }: Page, body: readonly string[]): string {
  const fonts = [...FAMILIES.map((name) => `'${name}'`), 'sans-serif'].join(',');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `role="img" font-family="${fonts}">`,
    `<title>${escape(title)}</title>`,
    `<desc>${escape(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    ...body,
    '</svg>\n',
  ].join('\n');
}

export const bar = (x: number, y: number, width: number, height: number, ink: Ink | 'red'): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour(ink)}"/>`;

/** Running text in full lines, of even length only where the last one would hold a word or two. */
export function paragraphPart(text: string, letters: Letters, width: number): Part {
  const full = flow(text, width, letters.size, letters.weight);
  const widow = full.length > 1 && measure(full.at(-1)!, letters.size) < WIDOW * letters.size;
  return widow ? titlePart(text, letters, width) : linesPart(full, letters);
}

/** In letters. */
const WIDOW = 5;

/** A title in lines of even length. */
export function titlePart(text: string, letters: Letters, width: number): Part {
  const even = wrap(text, width, letters.size, letters.weight);
  const fits = even.every((line) => measure(line, letters.size, letters.weight) <= width);
  return linesPart(fits ? even : flow(text, width, letters.size, letters.weight), letters);
}

function linesPart(texts: readonly string[], letters: Letters): Part {
  const step = letters.size * letters.leading;
  return {
    height: step * texts.length,
    at: (x, y) => texts.map((text, i) => lineOfText(escape(text), letters, x, y + step * i)).join('\n'),
  };
}

/** A number on one line with its unit, half as large, close behind it. */
export function digits(value: string, unit: string, letters: Letters): Part {
  const small =
    unit === '' ? '' : `<tspan font-size="${round(letters.size / 2)}" font-weight="400"> ${escape(unit)}</tspan>`;
  return {
    height: letters.size * letters.leading,
    at: (x, y) => lineOfText(`${escape(value)}${small}`, letters, x, y),
  };
}

function lineOfText(content: string, { size, weight, ink, leading, end }: Letters, x: number, y: number): string {
  // Chinese letters reach from 0.88 above the line to 0.12 below it: their middle is 0.38 above.
  const base = y + size * (leading / 2 + 0.38);
  const more = `${weight === 400 ? '' : ` font-weight="${weight}"`}${end ? ' text-anchor="end"' : ''}`;
  return `<text x="${round(x)}" y="${round(base)}" font-size="${round(size)}"${more} fill="${colour(ink)}">${content}</text>`;
}

/** Parts one under the other. */
export function column(parts: readonly Part[], gap: number): Part {
  const height = parts.reduce((sum, part) => sum + part.height, 0) + gap * Math.max(0, parts.length - 1);
  const at = (x: number, y: number): string => {
    let top = y;
    return parts
      .map((part) => {
        const set = part.at(x, top);
        top += part.height + gap;
        return set;
      })
      .join('\n');
  };
  return { height, at };
}

/** What a mark says to who points at it, which nobody can in a picture. */
const READINGS = / data-at="[^"]*"/g;

/** How large one of our drawings is, in px. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

export function extentOf(drawing: string): Extent {
  const [, width, height] = /^<svg [^>]*viewBox="0 0 (\d+) (\d+)"/.exec(drawing) ?? [];
  if (width === undefined || height === undefined) throw new Error('not a drawing of ours');
  return { width: Number(width), height: Number(height) };
}

/** One of our drawings, with the colours of the light page in the place of its variables. */
export function inlay(drawing: string): Extent & {
  readonly at: (x: number, y: number, scale?: number) => string;
} {
  const [, body = ''] = /^<svg [^>]*>(.*)<\/svg>$/s.exec(drawing) ?? [];
  const literal = body
    .replace(READINGS, '')
    .replace(/var\(--(\w+)\)/g, (_, name: string) => {
      if (!Object.hasOwn(palette.light, name)) throw new Error(`no ink “${name}”`);
      return palette.light[name as Ink];
    })
    .replace(/(?=<g)/g, '\n');
  if (literal.includes('var(')) throw new Error('not a drawing of ours');
  const at = (x: number, y: number, scale = 1): string =>
    `<g transform="translate(${round(x)},${round(y)})${scale === 1 ? '' : ` scale(${scale})`}" text-anchor="middle">${literal}\n</g>`;
  return { ...extentOf(drawing), at };
}

const round = (n: number): number => Math.round(n * 100) / 100;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Letters that XML 1.0 knows no way to write are left out: with one of them no viewer would open the file. */
const escape = (text: string): string =>
  text
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
