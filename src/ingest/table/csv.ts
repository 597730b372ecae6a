import { dsvFormat } from 'd3-dsv';
import { address, CONTROL } from '../text/letters.ts';
import { ambiguous, mojibake } from '../text/mojibake.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';

/** A record of a file: `row` as Excel counts, `line` where it begins in the file. */
export interface Line {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  /** Its quotes are wrong, so its cells may be cut at the wrong place. */
  readonly faulty: boolean;
}

export interface Grid {
  readonly lines: readonly Line[];
  /** Lines with content beyond what any table of a bulletin has, counted but not kept. */
  readonly more: number;
  readonly problems: readonly Problem[];
}

const DELIMITERS: readonly [delimiter: string, kind: string][] = [
  [',', '英文逗号'],
  ['\t', '制表符'],
  [';', '分号'],
];

/**
 * Text of a CSV to records. d3-dsv parses but reports nothing (an unclosed quote swallows the file, `"1"x` loses the
 * x), so every record is found and checked here first, and d3-dsv reads one sound record at a time.
 */
export function grid(file: string, source: string): Grid {
  const problems: Problem[] = [];
  const separator = /^sep=(.)(?:\r\n|\r|\n)/i.exec(source);
  const text = separator ? source.slice(separator[0].length) : source;
  if (separator) problems.push(problem('csv/sep-line', { file, line: 1 }, separator[0].trim()));
  const firstLine = separator ? 2 : 1;

  const head = text.slice(0, 4000).split(/\r\n|\r|\n/, 8);
  const [delimiter, kind] =
    DELIMITERS.find(([d]) => d === separator?.[1] && head.some((line) => line.includes(d))) ?? delimiterOf(head);
  const commas = head.findIndex((line) => !line.includes(delimiter) && (line.match(/，/g)?.length ?? 0) >= 2);
  if (commas >= 0 && !head.some((line) => line.includes(delimiter))) {
    const at = { file, line: firstLine + commas, row: commas + 1 };
    return {
      lines: [],
      more: 0,
      problems: [...problems, problem('csv/fullwidth-commas', at, head[commas], { mark: '，' })],
    };
  }
  if (delimiter !== ',') problems.push(problem('csv/delimiter', { file, line: firstLine }, null, { kind }));

  const dsv = dsvFormat(delimiter);
  const lines: Line[] = [];
  let more = 0;
  for (const record of records(text, delimiter)) {
    if (lines.length >= MOST_LINES) {
      if (/[^,;\s]/.test(record.text)) more += 1;
      continue;
    }
    const row = lines.length + 1;
    const line = record.line + firstLine - 1;
    const cells = record.fault ? record.cells : (dsv.parseRows(record.text)[0] ?? ['']);
    if (record.fault) {
      const { code, column } = record.fault;
      problems.push(problem(code, { file, line, row, cell: address(column, row) }, record.cells[column] ?? null));
    }
    lines.push({ row, line, cells, faulty: record.fault !== undefined });
    problems.push(...spoiled({ file, line, row }, cells));
  }
  return { lines, more, problems };
}

/** Blank ones among them. */
const MOST_LINES = 120_000;

function delimiterOf(head: readonly string[]): readonly [string, string] {
  const most = (d: string): number => Math.max(...head.map((line) => line.split(d).length));
  return DELIMITERS.reduce((best, next) => (most(next[0]) > most(best[0]) ? next : best));
}

interface Fault {
  readonly code: 'csv/unclosed-quote' | 'csv/text-after-quote' | 'csv/space-before-quote';
  readonly column: number;
}

interface RawRecord {
  readonly text: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: Fault | undefined;
}

/** Records by RFC 4180 §2 (https://www.rfc-editor.org/rfc/rfc4180); a faulty one ends with its own line, so that the rest is still read. */
function* records(text: string, delimiter: string): Generator<RawRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { end, fault } = recordEnd(text, at, delimiter);
    const piece = text.slice(at, end);
    const cells = fault ? plainCells(piece, delimiter) : [];
    yield { text: piece, line, cells, fault };
    line += piece.match(/\r\n|\r|\n/g)?.length ?? 0;
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    line += 1;
  }
}

function recordEnd(text: string, start: number, delimiter: string): { end: number; fault?: Fault } {
  let at = start;
  for (let column = 0; ; column += 1) {
    const space = /^[ \u3000]+"/.exec(text.slice(at, at + 20));
    if (space) return broken(text, start, 'csv/space-before-quote', column);
    if (text[at] === '"') {
      const close = closing(text, at + 1);
      if (close < 0) return broken(text, start, 'csv/unclosed-quote', column);
      const next = text[close + 1];
      if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') {
        // A quoted cell that runs over lines and then meets text was never meant to: the quote stands alone.
        const spans = /[\r\n]/.test(text.slice(at, close));
        return broken(text, start, spans ? 'csv/unclosed-quote' : 'csv/text-after-quote', column);
      }
      at = close + 1;
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
    }
    if (text[at] !== delimiter) return { end: at };
    at += 1;
  }
}

function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

function broken(text: string, start: number, code: Fault['code'], column: number): { end: number; fault: Fault } {
  const rest = text.slice(start).search(/[\r\n]/);
  return { end: rest < 0 ? text.length : start + rest, fault: { code, column } };
}

const plainCells = (piece: string, delimiter: string): string[] => piece.split(delimiter);

/** Text that was lost or altered before it reached us. */
function* spoiled(at: Place & { row: number }, cells: readonly string[]): Generator<Problem> {
  for (const [column, cell] of cells.entries()) {
    if (!/[^\n\r\t -~]/.test(cell)) continue;
    const place = { ...at, cell: address(column, at.row) };
    if (mojibake(cell)) yield problem('file/mojibake', place, cell);
    else if (CONTROL.test(cell)) yield problem('file/control-character', place, cell);
    else if (ambiguous(cell)) yield problem('file/ambiguous-encoding', place, cell);
  }
}
