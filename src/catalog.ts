import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assemble, type Assembled } from './check/assemble.ts';
import { libraryOf, type CheckedLibrary } from './check/library.ts';
import { inOrder, problem, type Problem } from './ingest/problem/problem.ts';
import type { SourceFile } from './ingest/source.ts';
import { decode } from './ingest/text/decode.ts';
import { sha256 } from './integrations/sha256.ts';

/** A root as it was read, once: every later step works on this. */
export interface RootFiles {
  /** Absolute. */
  readonly root: string;
  /** In no order that matters: what uses them sorts. */
  readonly files: readonly SourceFile[];
  /** Paths of files that could not be read; among `files` they are empty. */
  readonly unreadable: readonly string[];
}

/** Files left behind by systems and editors, which no one means to publish. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/;

/** Reads what is committed below a folder. Throws where there is no such folder. */
export function readRoot(root: string): RootFiles {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`没有找到文件夹“${root}”`);
  const read = ['content', 'data'].flatMap((top) => below(root, top));
  return {
    root: resolve(root),
    files: read.map(({ path, bytes }) => ({ path, bytes: bytes ?? new Uint8Array() })),
    unreadable: read.filter(({ bytes }) => bytes === undefined).map(({ path }) => path),
  };
}

export const sources = (root: string): readonly SourceFile[] => readRoot(root).files;

interface ReadFile {
  readonly path: string;
  /** Undefined of what cannot be read: a link to nothing or to a folder, a device, a file without permission. */
  readonly bytes: Uint8Array | undefined;
}

function below(root: string, folder: string): ReadFile[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
  return entries.flatMap((entry): ReadFile[] => {
    const path = `${folder}/${entry.name}`;
    if (LITTER.test(entry.name)) return [];
    if (entry.isDirectory()) return below(root, path);
    return [{ path, bytes: bytesOf(join(root, path)) }];
  });
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return statSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

export { sha256 };

/** Every problem of a root, scans included: those are files of the root, which the checks themselves never touch. */
export function checkRoot(read: RootFiles): Assembled {
  const assembled = assemble(read.files, sha256);
  return {
    ...assembled,
    problems: inOrder([
      ...assembled.problems.filter((p) => !read.unreadable.includes(p.file)),
      ...read.unreadable.map((file) => problem('file/unreadable', { file })),
      ...missingOriginals(read, assembled),
    ]),
  };
}

export const load = (root: string): Assembled => checkRoot(readRoot(root));

/** What is published of a root. Throws one error that lists everything if anything may not be. */
export const publishable = (read: RootFiles, assembled: Assembled): CheckedLibrary =>
  libraryOf(assembled, registryText(read), (name) => sha256(readFileSync(originalPath(read.root, name))));

export const originalPath = (root: string, name: string): string => join(root, 'public/originals', name);

function registryText({ files }: RootFiles): string {
  const file = files.find(({ path }) => path === 'data/indicators.csv');
  return file ? (decode(file.path, file.bytes).text ?? '') : '';
}

const missingOriginals = (read: RootFiles, { bulletins }: Assembled): Problem[] =>
  bulletins.flatMap(({ issue: { number, original } }) => {
    if (original === null || existsSync(originalPath(read.root, original))) return [];
    const file = `content/issues/${number}.mdx`;
    return [problem('front-matter/no-original', { file, line: lineOf(read, file) }, original)];
  });

function lineOf({ files }: RootFiles, path: string): number {
  const text = new TextDecoder().decode(files.find((f) => f.path === path)?.bytes);
  return text.split(/\r\n|\r|\n/).findIndex((line) => line.startsWith('original:')) + 1;
}
