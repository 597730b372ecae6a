import { visible } from '../../ingest/text/letters.ts';

/** A line of a Word file: a paragraph, or a piece of one between two line breaks. */
export interface Line {
  readonly kind: 'line';
  readonly text: string;
  /** Level of Word's heading style; 0 for none. */
  readonly heading: number;
  /** True where Word numbered the paragraph itself: the number is not in its text. */
  readonly numbered: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  /** True where cells were merged: each part is given the text of the whole. */
  readonly merged: boolean;
}

export interface Word {
  readonly parts: readonly (Line | Table)[];
  readonly images: number;
  readonly footnotes: readonly string[];
}

interface OpenTable {
  readonly rows: string[][];
  readonly spans: Map<string, string>;
  merged: boolean;
  column: number;
}

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/**
 * The HTML that mammoth makes of a Word file (https://github.com/mwilliamson/mammoth.js#supported-features) to its
 * lines and tables in order. Not a parser for any other HTML: mammoth's tags are few, closed and well nested.
 */
export function word(html: string): Word {
  const parts: (Line | Table)[] = [];
  const footnotes: string[] = [];
  const tables: { table: OpenTable; cell: string; across: number; down: number }[] = [];
  let [text, heading, lists, images, note, mark] = ['', 0, 0, 0, false, false];
  const flush = (): void => {
    const open = tables.at(-1);
    const lines = text.split('\n').map(visible).filter(Boolean);
    text = '';
    if (open) open.cell = [open.cell, ...lines].filter(Boolean).join(' ');
    else if (note) footnotes.push(...lines.map((line) => line.replace(/\s*↑$/, '')));
    else parts.push(...lines.map((line): Line => ({ kind: 'line', text: line, heading, numbered: lists > 0 })));
  };
  for (const [, close, tag, attributes = '', run] of html.matchAll(TOKEN)) {
    const span = (name: string): number => Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
    if (run !== undefined) text += mark ? '' : run.replace(/&(?:lt|gt|quot|amp);/g, (e) => ENTITIES[e]!);
    else if (tag === 'br') text += '\n';
    else if (tag === 'img') images += 1;
    else if (tag === 'sup') mark = false;
    else if (tag === 'a' && close === '' && /href="#(?:foot|end)note-\d/.test(attributes)) mark = true;
    else if (tag === 'a') mark = false;
    else if (tag === 'p' || tag === 'li' || tag === 'ol' || tag === 'ul' || /^h[1-6]$/.test(tag!)) {
      flush();
      heading = close === '' && tag!.startsWith('h') ? Number(tag!.slice(1)) : 0;
      if (tag === 'ol' || tag === 'ul') lists += close ? -1 : 1;
      if (tag === 'li') note = close === '' && /id="(?:foot|end)note-/.test(attributes);
    } else if (tag === 'table' && close === '') {
      flush();
      tables.push({ table: { rows: [], spans: new Map(), merged: false, column: 0 }, cell: '', across: 1, down: 1 });
    } else if (tag === 'table') {
      const { table } = tables.pop()!;
      // A table in a cell is read as the text of that cell.
      if (tables.length > 0) text += table.rows.flat().join(' ');
      else parts.push({ kind: 'table', rows: table.rows, merged: table.merged });
    } else if (tag === 'tr' && close === '') {
      const { table } = tables.at(-1)!;
      table.rows.push([]);
      table.column = 0;
    } else if ((tag === 'td' || tag === 'th') && close === '') {
      Object.assign(tables.at(-1)!, { cell: '', across: span('colspan'), down: span('rowspan') });
    } else if (tag === 'td' || tag === 'th') {
      flush();
      const { table, cell, across, down } = tables.at(-1)!;
      place(table, cell, across, down);
    }
  }
  flush();
  return { parts: parts.flatMap((p, i) => tabbed(parts, p, i)), images, footnotes };
}

function place(table: OpenTable, cell: string, across: number, down: number): void {
  const r = table.rows.length - 1;
  const row = table.rows[r]!;
  const inherit = (): void => {
    for (
      let above = table.spans.get(`${r}|${row.length}`);
      above !== undefined;
      above = table.spans.get(`${r}|${row.length}`)
    )
      row.push(above);
  };
  inherit();
  for (let k = 0; k < across; k += 1) {
    for (let below = 1; below < down; below += 1) table.spans.set(`${r + below}|${row.length}`, cell);
    row.push(cell);
  }
  inherit();
  if (across > 1 || down > 1) table.merged = true;
}

const cells = (p: Line | Table | undefined): string[] =>
  p?.kind === 'line' ? p.text.split('\t').map((c) => c.trim()) : [];
const isRow = (p: Line | Table | undefined): boolean => cells(p).length >= 3;

/** Lines of three cells or more, divided by tabs, are a table that was pasted as text; any other tab is a space. */
function tabbed(parts: readonly (Line | Table)[], p: Line | Table, i: number): (Line | Table)[] {
  if (p.kind === 'table') return [p];
  const alone = !isRow(parts[i - 1]) && !isRow(parts[i + 1]);
  if (!isRow(p) || alone) return [{ ...p, text: p.text.replace(/\t+/g, ' ') }];
  if (isRow(parts[i - 1])) return [];
  const end = parts.findIndex((q, k) => k > i && !isRow(q));
  return [{ kind: 'table', rows: parts.slice(i, end < 0 ? undefined : end).map(cells), merged: false }];
}
