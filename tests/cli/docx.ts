import { readFileSync } from 'node:fs';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, type FileChild } from 'docx';

/** Bulletin 48 as it was received. */
export const SEED = readFileSync(new URL('../site/bulletin-48.txt', import.meta.url), 'utf8');

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
] as const;

/**
 * A Word file of a text: `#` become Word's headings, tab-separated lines a table of Word's own unless `tabs` keeps them
 * as typed, two spaces at an end of line a line break.
 */
export async function docx(text: string, tabs = false): Promise<Buffer> {
  const children: FileChild[] = [];
  const lines = text
    .replace(/ {2}\n/g, '⏎')
    .split('\n')
    .filter((line) => line.trim() !== '' && line !== '---');
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    const rows = tabs
      ? []
      : lines.slice(i, lines.findIndex((l, k) => k >= i && !l.includes('\t')) >>> 0).map((l) => l.split('\t'));
    if (rows.length > 0) {
      children.push(
        new Table({
          rows: rows.map(
            (cells) =>
              new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
          ),
        }),
      );
      i += rows.length - 1;
      continue;
    }
    const [, marks = '', said = ''] = /^(#*)\s*(.*)$/.exec(line)!;
    const runs = said.split('⏎').map((piece, k) => new TextRun({ text: piece, ...(k > 0 ? { break: 1 } : {}) }));
    children.push(new Paragraph({ children: runs, ...(marks ? { heading: LEVELS[marks.length]! } : {}) }));
  }
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
