import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, type Assembled, type SourceFile } from './ingest/assemble.ts';
import type { Read } from './ingest/bulletin.ts';
import { decode } from './ingest/decode.ts';
import { format } from './ingest/problem.ts';

/** Everything the site is made from. Bulletins newest first; drafts left out. */
export interface Catalog {
  readonly bulletins: readonly Read[];
  readonly indicators: Assembled['indicators'];
}

/** Files left behind by systems and editors, which no one means to publish. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/;

/** The committed files of a root, in no order that matters: what uses them sorts. */
export function sources(root: string): SourceFile[] {
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
    return [{ path, bytes: readFileSync(join(root, path)) }];
  });
}

export const load = (root: string): Assembled => assemble(sources(root));

/** Kept on the process, not in the module: Astro's configuration and its pages are bundled apart, yet share one reading. */
const MEMO = Symbol.for('bulletin-press.catalog');
const memo = globalThis as { [MEMO]?: Map<string, Catalog> };

/** The catalogue of a root, read once. Throws one error that lists everything if anything may not be published. */
export function catalog(root = process.env['BULLETIN_ROOT'] ?? process.cwd()): Catalog {
  const known = (memo[MEMO] ??= new Map());
  const made = known.get(root) ?? publishable(load(root));
  known.set(root, made);
  return made;
}

/** The registry as text, for checks in a browser that come without one. */
export function registryText(root = process.env['BULLETIN_ROOT'] ?? process.cwd()): string {
  const path = 'data/indicators.csv';
  return decode(path, readFileSync(join(root, path))).text ?? '';
}

/** For the development server: the next call reads again. */
export const forget = (): void => memo[MEMO]?.clear();

function publishable({ bulletins, indicators, problems }: Assembled): Catalog {
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) throw new Error(`${errors.map(format).join('\n\n')}\n`);
  return Object.freeze({ bulletins: bulletins.filter((b) => !b.issue.draft).reverse(), indicators });
}
