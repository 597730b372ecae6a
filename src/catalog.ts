import type { SourceFile } from './ingest/source.ts';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, type Assembled } from './check/assemble.ts';
import type { Edition } from './domain/version.ts';
import type { Read } from './reconcile/bulletin.ts';
import { decode } from './ingest/text/decode.ts';
import { format, inOrder, problem } from './ingest/problem/problem.ts';

/** Everything the site is made from. Bulletins newest first; drafts left out. */
export interface Catalog {
  readonly bulletins: readonly Read[];
  /** Every version of a bulletin by its number, newest first. */
  readonly editions: ReadonlyMap<number, readonly Edition<Read>[]>;
  readonly indicators: Assembled['indicators'];
}

/** Files left behind by systems and editors, which no one means to publish. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/;

/** The committed files of a root, in no order that matters: what uses them sorts. */
export function sources(root: string): SourceFile[] {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`没有找到文件夹“${root}”`);
  return ['content', 'data'].flatMap((top) => below(root, top));
}

function below(root: string, folder: string): SourceFile[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
  return entries.flatMap((entry): SourceFile[] => {
    const path = `${folder}/${entry.name}`;
    if (LITTER.test(entry.name)) return [];
    if (entry.isDirectory()) return below(root, path);
    return [{ path, bytes: bytesOf(join(root, path)) ?? UNREADABLE }];
  });
}

/** Stands for what cannot be read: a link to nothing or to a folder, a device, a file without permission. */
const UNREADABLE = new Uint8Array();

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return statSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** Hexadecimal, of UTF-8 text or of bytes. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A root read and checked, scans included: those are files of the root, which the checks themselves never touch. */
export function load(root: string): Assembled {
  const files = sources(root);
  const unreadable = files.filter((f) => f.bytes === UNREADABLE).map((f) => f.path);
  const read = assemble(files, sha256);
  const lost = read.bulletins.filter(
    ({ issue }) => issue.original !== null && !existsSync(scanPath(root, issue.original)),
  );
  const problems = lost.map(({ issue }) =>
    problem(
      'front-matter/no-original',
      { file: `content/issues/${issue.number}.mdx`, line: lineOf(root, issue.number) },
      issue.original,
    ),
  );
  return {
    ...read,
    problems: inOrder([
      ...read.problems.filter((p) => !unreadable.includes(p.file)),
      ...unreadable.map((file) => problem('file/unreadable', { file })),
      ...problems,
    ]),
  };
}

const scanPath = (root: string, name: string): string => join(root, 'public/originals', name);

const lineOf = (root: string, number: number): number =>
  readFileSync(join(root, `content/issues/${number}.mdx`), 'utf8')
    .split(/\r\n|\r|\n/)
    .findIndex((line) => line.startsWith('original:')) + 1;

/** SHA-256 of a bulletin's scan, hexadecimal, so that a reader can tell the file has not changed. */
export const scanDigest = (name: string, root = rootFolder()): string => sha256(readFileSync(scanPath(root, name)));

/** Kept on the process, not in the module: Astro's configuration and its pages are bundled apart, yet share one reading. */
const MEMO = Symbol.for('bulletin-press.catalog');
const memo = globalThis as { [MEMO]?: Map<string, Catalog> };

const rootFolder = (): string => process.env['BULLETIN_ROOT'] ?? process.cwd();

/** The catalogue of a root, read once. Throws one error that lists everything if anything may not be published. */
export function catalog(root = rootFolder()): Catalog {
  const known = (memo[MEMO] ??= new Map());
  const made = known.get(root) ?? publishable(load(root));
  known.set(root, made);
  return made;
}

/** The registry as text, for checks in a browser that come without one. */
export function registryText(root = rootFolder()): string {
  const path = 'data/indicators.csv';
  return decode(path, readFileSync(join(root, path))).text ?? '';
}

/** For the development server: the next call reads again. */
export const forget = (): void => memo[MEMO]?.clear();

function publishable({ bulletins, histories, indicators, problems }: Assembled): Catalog {
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) throw new Error(`${errors.map(format).join('\n\n')}\n`);
  const shown = bulletins.filter((b) => !b.issue.draft).reverse();
  return Object.freeze({
    bulletins: shown,
    editions: new Map(shown.map(({ issue }) => [issue.number, histories.get(issue.number)!.editions])),
    indicators,
  });
}
