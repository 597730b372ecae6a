import type { SourceFile } from '../ingest/source.ts';
import type { Indicator } from '../domain/indicator.ts';
import { readBulletin, type Read } from '../reconcile/bulletin.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { decode } from '../ingest/text/decode.ts';
import { compare, inOrder, problem, type Problem } from '../ingest/problem/problem.ts';
import { history, type History } from '../ledger/history.ts';
import type { Digest, LocatedRelease } from '../ledger/ledger.ts';
import { published } from '../ledger/published.ts';
import { EMPTY, registry as readRegistry, type Registry } from '../ingest/table/registry.ts';

export interface Assembled {
  readonly bulletins: readonly Read[];
  /** Every version of every bulletin by its number, newest first. */
  readonly histories: ReadonlyMap<number, History>;
  readonly releases: readonly LocatedRelease[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly problems: readonly Problem[];
}

/** Files that are not read here, yet belong. */
const KNOWN =
  /^data\/(indicators\.csv|corrections\.csv|published\.csv|README\.md|published\/[1-9]\d{0,5}-v[1-9]\d*\.csv)$/;
const TEXT = /^content\/issues\/([^/]+)$/;
const TABLE = /^data\/issues\/([^/]+)\/([^/]+)$/;

/**
 * All files of a root to bulletins, newest last, and every problem of every file. Pure: the same in Node and in a browser.
 * Without a digest, as in a browser, nothing is compared with what was published.
 */
export function assemble(files: readonly SourceFile[], digest?: Digest): Assembled {
  const sorted = [...files].sort((a, b) => compare(a.path, b.path));
  const problems: Problem[] = [];
  const registry = theRegistry(sorted, problems);
  const texts = new Map<number, SourceFile>();
  const tables = new Map<number, Map<string, SourceFile>>();
  /** Issues with a file of a wrong name, which may be the one that is missing. */
  const misnamed = { text: new Set<number>(), table: new Set<number>() };
  for (const file of sorted) {
    const text = TEXT.exec(file.path)?.[1];
    const [, folder, name] = TABLE.exec(file.path) ?? [];
    if (text !== undefined) {
      const number = /^([1-9]\d{0,5})\.mdx$/.exec(text)?.[1];
      if (number) texts.set(Number(number), file);
      else {
        problems.push(problem('file/name', { file: file.path }, text));
        misnamed.text.add(numberIn(text));
      }
    } else if (folder !== undefined && name !== undefined) {
      if (/^[1-9]\d{0,5}$/.test(folder) && (name === 'comparison.csv' || name === 'facts.csv')) {
        tables.set(Number(folder), (tables.get(Number(folder)) ?? new Map<string, SourceFile>()).set(name, file));
      } else {
        problems.push(problem('file/name', { file: file.path }, name));
        misnamed.table.add(numberIn(folder));
      }
    } else if (!KNOWN.test(file.path))
      problems.push(problem('file/name', { file: file.path }, file.path.split('/').at(-1)));
  }
  const numbers = [...new Set([...texts.keys(), ...tables.keys()])].sort((a, b) => a - b);
  const before = digest ? published(sorted, registry, digest, problems) : undefined;
  const histories = new Map<number, History>();
  const bulletins = numbers.flatMap((number) => {
    const made = readBulletin(number, texts.get(number), tables.get(number), registry);
    const astray = misnamed.table.has(number);
    const mayBe = {
      'issue/no-text': misnamed.text.has(number),
      'issue/no-table': astray,
      'prose/unregistered-number': astray && !tables.get(number)?.has('facts.csv'),
    } as const;
    const told = made.problems.filter((p) => !(p.code in mayBe && mayBe[p.code as keyof typeof mayBe]));
    for (const p of told) problems.push(p);
    if (!made.bulletin) return [];
    // Cells that could not be read are told first; what they were published as is asked once they can be.
    if (!before || told.some((p) => p.severity === 'error' && p.file.startsWith('data/'))) return [made.bulletin];
    const then = history(
      { bulletin: made.bulletin, text: texts.get(number)!, tables: made.tables, ...before.of(number) },
      registry,
      digest!,
    );
    for (const p of then.problems) problems.push(p);
    histories.set(number, then);
    return [then.editions[0]!.bulletin];
  });
  if (before) for (const p of before.astray(bulletins, new Set(numbers))) problems.push(p);
  return {
    bulletins,
    histories,
    releases: before?.releases ?? [],
    indicators: registry.indicators,
    problems: inOrder(once(problems)),
  };
}

/** A cell whose text was destroyed, or is Excel's own, is told once, not once more by every check that trips over it. */
function once(problems: readonly Problem[]): Problem[] {
  const key = (p: Problem): string => `${p.file}|${p.row}|${p.cell}`;
  const spoils = ({ code, cell }: Problem): boolean =>
    cell !== null && (code.startsWith('file/') || code === 'value/formula' || code === 'value/formula-error');
  const destroyed = new Set(problems.filter(spoils).map(key));
  return problems.filter((p) => spoils(p) || !destroyed.has(key(p)));
}

const numberIn = (name: string): number => Number(/\d+/.exec(halfWidth(name))?.[0] ?? Number.NaN);

function theRegistry(files: readonly SourceFile[], problems: Problem[]): Registry {
  const path = 'data/indicators.csv';
  const file = files.find((f) => f.path === path);
  if (!file) {
    problems.push(problem('file/no-registry', { file: path }));
    return EMPTY;
  }
  const { text, problems: decoding } = decode(path, file.bytes);
  for (const p of decoding) problems.push(p);
  if (text === undefined) return EMPTY;
  const read = readRegistry(path, text);
  for (const p of read.problems) problems.push(p);
  return read.registry;
}
