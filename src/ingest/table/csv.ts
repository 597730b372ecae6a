import { dsvFormat } from 'd3-dsv';
import { append, problem, type Place, type Problem } from '../problem/problem.ts';
import { address, CONTROL, visible } from '../text/letters.ts';
import { LIMIT } from '../text/limit.ts';
import { ambiguous, letterLost, mojibake } from '../text/mojibake.ts';
import { records, type RawRecord } from './record.ts';

/** A record of a file: `row` as Excel counts, `line` where it begins in the file. */
export interface Line {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  /** Its quotes are wrong or a cell too long, so its cells may be cut at the wrong place. */
  readonly faulty: boolean;
  /** Columns, from 0, whose text was lost or altered before it reached us. */
  readonly spoiled: readonly number[];
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

/** Blank ones among them. */
const MOST_LINES = 120_000;

/**
 * Text of a CSV to records. d3-dsv parses but reports nothing (an unclosed quote swallows the file, `"1"x` loses the
 * x), so every record is found and checked here first, and d3-dsv reads one sound record at a time.
 * @param first records that are wanted, where not all are
 */
export function grid(file: string, source: string, first = Infinity): Grid {
  const { text, firstLine, declared, problems } = afterSeparatorLine(file, source);
  const head = text.slice(0, 4000).split(/\r\n|\r|\n/, 8);
  const [delimiter, kind] =
    DELIMITERS.find(([d]) => d === declared && head.some((line) => line.includes(d))) ?? delimiterOf(head);
  const commas = fullWidthLine(head, delimiter);
  if (commas >= 0) {
    const at = { file, line: firstLine + commas, row: commas + 1 };
    problems.push(problem('csv/fullwidth-commas', at, head[commas]!, { mark: '，' }));
    return { lines: [], more: 0, problems };
  }
  if (delimiter !== ',') problems.push(problem('csv/delimiter', { file, line: firstLine }, null, { kind }));
  return readRecords(file, records(text, delimiter), { delimiter, firstLine, problems, first });
}

interface Separated {
  readonly text: string;
  readonly firstLine: number;
  readonly declared: string | undefined;
  readonly problems: Problem[];
}

/** Excel's first line `sep=;` is no record. */
function afterSeparatorLine(file: string, source: string): Separated {
  const separator = /^sep=(.)(?:\r\n|\r|\n)/i.exec(source);
  if (!separator) return { text: source, firstLine: 1, declared: undefined, problems: [] };
  return {
    text: source.slice(separator[0].length),
    firstLine: 2,
    declared: separator[1],
    problems: [problem('csv/sep-line', { file, line: 1 }, separator[0].trim())],
  };
}

function delimiterOf(head: readonly string[]): readonly [string, string] {
  const most = (d: string): number => Math.max(...head.map((line) => line.split(d).length));
  return DELIMITERS.reduce((best, next) => (most(next[0]) > most(best[0]) ? next : best));
}

/** The index of the first line divided by full-width commas, where no line is divided by anything else; -1 otherwise. */
const fullWidthLine = (head: readonly string[], delimiter: string): number =>
  head.some((line) => line.includes(delimiter)) ? -1 : head.findIndex((line) => line.split('，').length > 2);

interface Reading {
  readonly delimiter: string;
  readonly firstLine: number;
  readonly problems: Problem[];
  /** Records after which nothing is read. */
  readonly first: number;
}

function readRecords(file: string, found: Iterable<RawRecord>, reading: Reading): Grid {
  const { delimiter, firstLine, problems, first } = reading;
  const dsv = dsvFormat(delimiter);
  const lines: Line[] = [];
  let more = 0;
  for (const record of found) {
    if (lines.length >= first) break;
    if (lines.length >= MOST_LINES) {
      if (/[^,;\s]/.test(record.text)) more += 1;
      continue;
    }
    const at = { file, line: record.line + firstLine - 1, row: lines.length + 1 };
    const cells = record.fault ? record.text.split(delimiter) : (dsv.parseRows(record.text)[0] ?? ['']);
    const columns = cells.length > LIMIT.columns ? cells.findLastIndex((cell) => visible(cell) !== '') + 1 : 0;
    // A table so wide is not read on: every one of its rows would be as wide.
    if (columns > LIMIT.columns) {
      problems.push(problem('csv/too-many-columns', at, null, { count: columns, limit: LIMIT.columns }));
      return { lines: [], more: 0, problems };
    }
    const kept = cells.slice(0, LIMIT.columns);
    const faults = faultsOf(at, kept, record);
    const spoiled = [...spoiledCells(at, kept)];
    append(problems, faults);
    append(
      problems,
      spoiled.map(({ told }) => told),
    );
    lines.push({
      row: at.row,
      line: at.line,
      cells: kept.map(shortened),
      faulty: faults.length > 0,
      spoiled: spoiled.filter(({ told }) => told.severity === 'error').map(({ column }) => column),
    });
  }
  return { lines, more, problems };
}

function faultsOf(at: Place & { row: number }, cells: readonly string[], { fault }: RawRecord): Problem[] {
  if (fault) {
    const cell = address(fault.column, at.row);
    return [problem(fault.code, { ...at, cell }, cells[fault.column] ?? null)];
  }
  return cells.flatMap((text, column) =>
    text.length > LIMIT.cellLetters
      ? [
          problem('csv/long-cell', { ...at, cell: address(column, at.row) }, text, {
            count: text.length,
            limit: LIMIT.cellLetters,
          }),
        ]
      : [],
  );
}

/** So that no expression is ever asked about more. */
const shortened = (text: string): string => (text.length > LIMIT.cellLetters ? text.slice(0, LIMIT.cellLetters) : text);

/** Text that was lost or altered before it reached us. */
function* spoiledCells(
  at: Place & { row: number },
  cells: readonly string[],
): Generator<{ readonly column: number; readonly told: Problem }> {
  for (const [column, cell] of cells.entries()) {
    const code = spoiledBy(cell);
    if (code) yield { column, told: problem(code, { ...at, cell: address(column, at.row) }, cell) };
  }
}

function spoiledBy(
  cell: string,
): 'file/mojibake' | 'file/letter-lost' | 'file/control-character' | 'file/ambiguous-encoding' | undefined {
  if (!/[^\n\r\t -~]/.test(cell)) return undefined;
  if (mojibake(cell)) return 'file/mojibake';
  if (letterLost(cell)) return 'file/letter-lost';
  if (CONTROL.test(cell)) return 'file/control-character';
  return ambiguous(cell) ? 'file/ambiguous-encoding' : undefined;
}
