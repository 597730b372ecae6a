/** What is wrong with the quotation marks of a record, and in which of its cells. */
interface Fault {
  readonly code: 'csv/unclosed-quote' | 'csv/text-after-quote' | 'csv/space-before-quote';
  readonly column: number;
}

/** A record's text; `line` where it begins, from 1. */
export interface RawRecord {
  readonly text: string;
  readonly line: number;
  readonly fault: Fault | undefined;
}

/** Records by RFC 4180 §2 (https://www.rfc-editor.org/rfc/rfc4180); a faulty one ends with its own line, so that the rest is still read. */
export function* records(text: string, delimiter: string): Generator<RawRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { end, fault } = recordEnd(text, at, delimiter);
    const piece = text.slice(at, end);
    yield { text: piece, line, fault };
    line += piece.match(/\r\n|\r|\n/g)?.length ?? 0;
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    line += 1;
  }
}

interface RecordEnd {
  readonly end: number;
  readonly fault?: Fault;
}

function recordEnd(text: string, start: number, delimiter: string): RecordEnd {
  let at = start;
  for (let column = 0; ; column += 1) {
    const cell = cellEnd(text, at, delimiter);
    if (typeof cell === 'string') return broken(text, start, { code: cell, column });
    if (text[cell] !== delimiter) return { end: cell };
    at = cell + 1;
  }
}

/** Where the cell that begins at `at` ends, or what is wrong with its quotation marks. */
function cellEnd(text: string, at: number, delimiter: string): number | Fault['code'] {
  if (/^[ \u3000]+"/.test(text.slice(at, at + 20))) return 'csv/space-before-quote';
  if (text[at] !== '"') return plainEnd(text, at, delimiter);
  const close = closing(text, at + 1);
  if (close < 0) return 'csv/unclosed-quote';
  if (endsCell(text[close + 1], delimiter)) return close + 1;
  // A quoted cell that runs over lines and then meets text was never meant to: the quote stands alone.
  return /[\r\n]/.test(text.slice(at, close)) ? 'csv/unclosed-quote' : 'csv/text-after-quote';
}

function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (!endsCell(text[at], delimiter)) at += 1;
  return at;
}

const endsCell = (letter: string | undefined, delimiter: string): boolean =>
  letter === undefined || letter === delimiter || letter === '\n' || letter === '\r';

function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

function broken(text: string, start: number, fault: Fault): RecordEnd {
  const rest = text.slice(start).search(/[\r\n]/);
  return { end: rest < 0 ? text.length : start + rest, fault };
}
