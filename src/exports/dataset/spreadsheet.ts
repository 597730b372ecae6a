import { strToU8, Zip, ZipDeflate } from 'fflate';
import { runs } from './csv.ts';

/** A cell of a sheet. Text is stored as text, which no program runs, so it needs no apostrophe: here one would be part of it. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly style: TextStyle }
  | { readonly kind: 'number'; readonly value: string; readonly decimals: number }
  | null;

/** `fixed` has the format @, which keeps a text one when somebody edits its cell. */
type TextStyle = 'plain' | 'bold' | 'wrapped' | 'fixed' | 'fixed wrapped';

export type Row = readonly Cell[];

export interface Sheet {
  readonly name: string;
  /** In bold, and always in sight. */
  readonly head: readonly string[];
  /** Asked for twice: the first few say how wide the columns are. */
  readonly rows: () => Iterable<Row>;
}

export const textCell = (value: string | null | undefined, isWrapped = false): Cell => {
  if (value === null || value === undefined || value === '') return null;
  const fixed = runs(value);
  if (isWrapped) return { kind: 'text', text: value, style: fixed ? 'fixed wrapped' : 'wrapped' };
  return { kind: 'text', text: value, style: fixed ? 'fixed' : 'plain' };
};

/** A number with the digits as printed; text where a spreadsheet, which keeps fifteen, would round it. */
export function numberCell(value: string | null): Cell {
  if (value === null) return null;
  const decimals = value.split('.')[1]?.length ?? 0;
  const digits = value.replace(/\D/g, '').replace(/^0+/, '').length;
  if (digits > MOST_DIGITS || decimals > MOST_DIGITS || Number(value).toFixed(decimals) !== value)
    return { kind: 'text', text: value, style: 'fixed' };
  return { kind: 'number', value, decimals };
}

const MOST_DIGITS = 15;

/**
 * A workbook (ECMA-376), written row by row, so that a sheet of all bulletins takes no more memory than its archive. Texts stand
 * in their cells: a table of shared ones would hold all of them. The same bytes everywhere: no clock, no system.
 * @param core the document's properties, as XML
 */
export function spreadsheet(sheets: readonly Sheet[], core: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const part = (name: string, texts: Iterable<string>): void => {
    const file = new ZipDeflate(name, { level: 6 });
    // The first day that ZIP knows, without a zone: the library writes local time, so this is the same bytes in every one.
    Object.assign(file, { mtime: '1980-01-01T00:00:00', os: 0, attrs: 0 });
    zip.add(file);
    for (const text of texts) file.push(strToU8(text));
    file.push(new Uint8Array(), true);
  };
  part('[Content_Types].xml', [contentTypes(sheets.length)]);
  part('_rels/.rels', [ROOT_RELATIONS]);
  part('docProps/core.xml', [core]);
  part('xl/workbook.xml', [workbook(sheets)]);
  part('xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)]);
  part('xl/styles.xml', [styles()]);
  for (const [i, sheet] of sheets.entries()) part(`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet, i === 0));
  zip.end();
  return joined(chunks);
}

/** One after the other. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-';

const numbered = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i + 1)).join('');

const contentTypes = (sheets: number): string =>
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
  `<Default Extension="rels" ContentType="${TYPES}package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/docProps/core.xml" ContentType="${TYPES}package.core-properties+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}officedocument.spreadsheetml.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}officedocument.spreadsheetml.styles+xml"/>` +
  numbered(
    sheets,
    (n) =>
      `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}officedocument.spreadsheetml.worksheet+xml"/>`,
  ) +
  '</Types>';

const relations = (all: string): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

const ROOT_RELATIONS = relations(
  relation('workbook', `${OFFICE}/officeDocument`, 'xl/workbook.xml') +
    relation('core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
);

const workbookRelations = (sheets: number): string =>
  relations(
    numbered(sheets, (n) => relation(`sheet${n}`, `${OFFICE}/worksheet`, `worksheets/sheet${n}.xml`)) +
      relation('styles', `${OFFICE}/styles`, 'styles.xml'),
  );

const workbook = (sheets: readonly Sheet[]): string =>
  `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
  sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="sheet${i + 1}"/>`).join('') +
  '</sheets></workbook>';

/** Places in the list of formats: texts first, then a number of no decimals, of one … */
const TEXT_STYLES: readonly TextStyle[] = ['plain', 'bold', 'wrapped', 'fixed', 'fixed wrapped'];
const AS_TEXT = 200;
const AS_NUMBER = 201;

function styles(): string {
  const decimals = Array.from({ length: MOST_DIGITS + 1 }, (_, n) => n);
  const format = (id: number, code: string): string => `<numFmt numFmtId="${id}" formatCode="${code}"/>`;
  const text = (style: TextStyle): string =>
    `<xf numFmtId="${style.startsWith('fixed') ? AS_TEXT : 0}" fontId="${style === 'bold' ? 1 : 0}" fillId="0" borderId="0" xfId="0"` +
    ' applyNumberFormat="1" applyFont="1" applyAlignment="1">' +
    `${style.endsWith('wrapped') ? '<alignment vertical="top" wrapText="1"/>' : ''}</xf>`;
  return [
    `${DECLARATION}<styleSheet xmlns="${MAIN}">`,
    `<numFmts count="${decimals.length + 1}">${format(AS_TEXT, '@')}`,
    ...decimals.map((n) => format(AS_NUMBER + n, n === 0 ? '0' : `0.${'0'.repeat(n)}`)),
    '</numFmts>',
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${TEXT_STYLES.length + decimals.length}">${TEXT_STYLES.map(text).join('')}`,
    ...decimals.map(
      (n) => `<xf numFmtId="${AS_NUMBER + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"></xf>`,
    ),
    '</cellXfs></styleSheet>',
  ].join('');
}

/** What a sheet holds at most, its heading too (https://support.microsoft.com, Excel specifications and limits). */
const MOST_ROWS = 1_048_576;

function* worksheet({ head, rows, name }: Sheet, isFirst: boolean): Generator<string> {
  const columns = widthsOf(head, rows).map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  yield (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>`
  );
  yield rowXml(
    head.map((text) => ({ kind: 'text', text, style: 'bold' })),
    1,
  );
  let number = 1;
  for (const row of rows()) {
    number += 1;
    if (number > MOST_ROWS) throw new Error(`the sheet ${name} would have more than ${MOST_ROWS} rows`);
    yield rowXml(row, number);
  }
  yield '</sheetData></worksheet>';
}

const rowXml = (row: Row, number: number): string =>
  `<row r="${number}">${row.map((cell, i) => (cell === null ? '' : cellXml(cell, `${lettersOf(i)}${number}`))).join('')}</row>`;

function cellXml(cell: NonNullable<Cell>, at: string): string {
  if (cell.kind === 'number') return `<c r="${at}" s="${TEXT_STYLES.length + cell.decimals}"><v>${cell.value}</v></c>`;
  const style = cell.style === 'plain' ? '' : ` s="${TEXT_STYLES.indexOf(cell.style)}"`;
  const space = cell.text.trim() === cell.text ? '' : ' xml:space="preserve"';
  return `<c r="${at}"${style} t="inlineStr"><is><t${space}>${asXml(cell.text)}</t></is></c>`;
}

/** A, B … Z, AA. */
const lettersOf = (column: number): string =>
  (column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Letters of a column: a longer text is cut by its neighbour, or wrapped. */
const WIDTHS = { least: 8, most: 60 };
/** Rows that say how wide columns are. */
const MEASURED = 1000;

/** In letters of a Latin font, of which a Chinese one takes two. */
function widthsOf(head: readonly string[], rows: Sheet['rows']): number[] {
  const widest = head.map(lettersIn);
  let count = 0;
  for (const row of rows()) {
    if ((count += 1) > MEASURED) break;
    row.forEach((cell, i) => {
      widest[i] = Math.max(widest[i]!, lettersIn(shown(cell)));
    });
  }
  return widest.map((letters) => Math.min(WIDTHS.most, Math.max(WIDTHS.least, letters + 2)));
}

function shown(cell: Cell): string {
  if (cell === null) return '';
  return cell.kind === 'text' ? cell.text : cell.value;
}

const lettersIn = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);

/** What XML 1.0 cannot hold or would change, the way the format writes it: _x000D_ (ECMA-376 Part 1 §22.9.2.19). */
export function asXml(text: string): string {
  const hex = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return text
    .replace(
      /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu,
      (c) => c.split('').map(hex).join(''),
    )
    .replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!);
}
