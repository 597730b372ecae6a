import type { Indicator } from '../domain/indicator.ts';
import { parseBulletin } from '../ingest/bulletin.ts';
import { BUILT_IN_UNITS, type Units } from '../domain/unit.ts';
import { append, compare, inOrder, problem, type Problem } from '../ingest/problem/problem.ts';
import type { SourceFile } from '../ingest/source.ts';
import { EMPTY, registry as readRegistry, type Registry } from '../ingest/table/registry.ts';
import { units } from '../ingest/table/units.ts';
import { decode } from '../ingest/text/decode.ts';
import { levelsOf } from '../ingest/text/level.ts';
import { site } from '../site.ts';
import { shrunk } from './shrunk.ts';
import { history, type History } from '../ledger/history.ts';
import type { Digest, LocatedRelease } from '../ledger/ledger.ts';
import { published } from '../ledger/published.ts';
import { withSlugs } from '../ledger/slugs.ts';
import { reconcileBulletin, type ReconciledBulletin } from '../reconcile/bulletin.ts';
import { linkProblems } from './links.ts';
import { rosterOf, unexplained, type Roster } from './roster.ts';

export interface Assembled {
  readonly bulletins: readonly ReconciledBulletin[];
  /** What was published of each bulletin by its number. */
  readonly histories: ReadonlyMap<number, History>;
  readonly releases: readonly LocatedRelease[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly units: Units;
  readonly problems: readonly Problem[];
}

type Published = ReturnType<typeof published>;

/** What the readers of a root share. */
interface Desk {
  readonly roster: Roster;
  readonly registry: Registry;
  readonly digest: Digest | undefined;
  /** Undefined where nothing is compared with what was published. */
  readonly before: Published | undefined;
  readonly problems: Problem[];
}

/**
 * All files of a root to bulletins, newest last, and every problem of every file. Pure: the same in Node and in a browser.
 * Without a digest, as in a browser, nothing is compared with what was published; without the paths below `public/` of what
 * is published as it is, no link is judged. Never throws: an unforeseen failure of a
 * reader is one more problem, of the file it was reading.
 */
export function assemble(files: readonly SourceFile[], digest?: Digest, attachments?: ReadonlySet<string>): Assembled {
  const sorted = [...files].sort((a, b) => compare(a.path, b.path));
  const problems: Problem[] = [];
  const registry = guarded(REGISTRY, problems, () => theRegistry(sorted, problems)) ?? EMPTY;
  const roster = rosterOf(sorted);
  append(problems, roster.problems);
  const before = digest && guarded(LEDGER, problems, () => published(sorted, registry, digest, problems));
  const desk: Desk = { roster, registry, digest, before, problems };
  const numbers = [...new Set([...roster.texts.keys(), ...roster.tables.keys()])].sort((a, b) => a - b);
  const histories = new Map<number, History>();
  const bulletins = numbers.flatMap(
    (number) => guarded(textPath(number), problems, () => read(number, desk, histories)) ?? [],
  );
  guarded('data/issues', problems, () => append(problems, shrunk(bulletins)));
  if (before) guarded(LEDGER, problems, () => append(problems, before.strays(bulletins, new Set(numbers))));
  if (attachments) {
    const site = { bulletins, histories, indicators: registry.indicators, attachments };
    guarded('content', problems, () => append(problems, linkProblems(site)));
  }
  return {
    bulletins,
    histories,
    releases: before?.releases ?? [],
    indicators: registry.indicators,
    units: registry.units,
    problems: inOrder(once(problems)),
  };
}

const REGISTRY = 'data/indicators.csv';
const UNITS = 'data/units.csv';
const LEDGER = 'data/published.csv';
const textPath = (number: number): string => `content/issues/${number}.mdx`;

/** A failure that no check foresaw is told like any other problem; what was being read is left out. */
function guarded<T>(file: string, problems: Problem[], run: () => T): T | undefined {
  try {
    return run();
  } catch (cause) {
    const found = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    problems.push(problem('internal/unexpected', { file }, found));
    return undefined;
  }
}

/** A bulletin as it is now, and its history where there is one to compare with. */
function read(number: number, desk: Desk, histories: Map<number, History>): ReconciledBulletin[] {
  const { roster, registry, digest, before, problems } = desk;
  const text = roster.texts.get(number);
  const parsed = parseBulletin(number, text, roster.tables.get(number), registry);
  const { bulletin, problems: found } = reconcileBulletin(parsed, registry);
  const reported = unexplained(found, number, roster);
  append(problems, reported);
  if (!bulletin) return [];
  // Cells that could not be read are told first; what they were published as is asked once they can be.
  if (!before?.known || !digest || !text || reported.some(isOfData)) return [bulletin];
  const tables = roster.tables.get(number) ?? new Map<string, SourceFile>();
  const then = history({ bulletin, parsed, text, tables, ...before.recordedOf(number) }, registry, digest);
  append(problems, then.problems);
  histories.set(number, then);
  return [numbered(bulletin, then)];
}

/** A bulletin as the version that it is or would become, its tables at the addresses that they always had. */
function numbered(bulletin: ReconciledBulletin, { released: [newest], due }: History): ReconciledBulletin {
  if (!newest) return bulletin;
  const { bulletin: published, tables } = newest.record();
  return {
    ...withSlugs(bulletin, tables, published.groups),
    version: due?.version ?? published.version,
    released: due ? null : published.released,
  };
}

const isOfData = (p: Problem): boolean => p.severity === 'error' && p.file.startsWith('data/');

/** Codes of what leaves nothing of a cell to be read. */
const DESTROYED = /^(?:file\/.*|value\/formula|value\/formula-error|csv\/long-cell)$/;

/** A cell whose text was destroyed, or is Excel's own, is told once, not once more by every check that trips over it. */
function once(problems: readonly Problem[]): Problem[] {
  const key = (p: Problem): string => `${p.file}|${p.row}|${p.cell}`;
  const spoils = ({ code, cell }: Problem): boolean => cell !== null && DESTROYED.test(code);
  const destroyed = new Set(problems.filter(spoils).map(key));
  return problems.filter((p) => spoils(p) || !destroyed.has(key(p)));
}

function theRegistry(files: readonly SourceFile[], problems: Problem[]): Registry {
  const known = theUnits(files, problems);
  const text = textOf(files, REGISTRY, problems);
  if (!files.some((f) => f.path === REGISTRY)) problems.push(problem('file/no-registry', { file: REGISTRY }));
  const levels = levelsOf(site.levels);
  if (text === undefined) return { ...EMPTY, units: known, levels };
  const found = readRegistry(REGISTRY, text, known, levels);
  append(problems, found.problems);
  return found.registry;
}

/** The built-in units with those of `data/units.csv`, which a root need not have. */
function theUnits(files: readonly SourceFile[], problems: Problem[]): Units {
  const text = textOf(files, UNITS, problems);
  if (text === undefined) return BUILT_IN_UNITS;
  const found = units(UNITS, text);
  append(problems, found.problems);
  return found.units;
}

/** Undefined where the file is not there, or no text. */
function textOf(files: readonly SourceFile[], path: string, problems: Problem[]): string | undefined {
  const file = files.find((f) => f.path === path);
  if (!file) return undefined;
  const { text, problems: decoding } = decode(path, file.bytes);
  append(problems, decoding);
  return text;
}
