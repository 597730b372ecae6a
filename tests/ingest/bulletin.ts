import { readFileSync } from 'node:fs';
import { assemble, type Assembled } from '../../src/check/assemble.ts';
import { format } from '../../src/ingest/problem/problem.ts';

/** The small sound root that every test spoils in one way. */
export const TABLE = 'data/issues/1/comparison.csv';
export const FACTS = 'data/issues/1/facts.csv';
export const REGISTRY = 'data/indicators.csv';
export const TEXT = 'content/issues/1.mdx';

export type Root = Map<string, string | Uint8Array>;

const folder = new URL('../cases/valid/', import.meta.url);
const files = new Map(
  [TABLE, FACTS, REGISTRY, TEXT].map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]),
);

export const valid = (): Root => new Map(files);
export const textOf = (path: string): string => files.get(path)!;

/** The root with `cell` (as Excel names it) of `path` written anew. */
export function write(path: string, cell: string, text: string, root = valid()): Root {
  const [, letter, row] = /^([A-Z])(\d+)$/.exec(cell)!;
  const lines = (root.get(path) as string).split('\n');
  const cells = lines[Number(row) - 1]!.split(',');
  cells[letter!.charCodeAt(0) - 65] = /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  lines[Number(row) - 1] = cells.join(',');
  return root.set(path, lines.join('\n'));
}

/** The root with `from` in `path` replaced. */
export function replace(path: string, from: string | RegExp, to: string, root = valid()): Root {
  const before = root.get(path) as string;
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`“${String(from)}”不在 ${path} 里`);
  return root.set(path, after);
}

export const read = (root: Root): Assembled =>
  assemble(
    [...root].map(([path, body]) => ({
      path,
      bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    })),
  );

/** What a person sees of the errors, warnings and notices. */
export const told = (root: Root): string[] => read(root).problems.map(format);
