import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { assemble, type Assembled } from './check/assemble.ts';
import { HEAD_LENGTH, isAttachment, type AttachmentFault } from './check/attachment.ts';
import { libraryOf, type CheckedLibrary } from './check/library.ts';
import { memo } from './domain/memo.ts';
import type { Code } from './ingest/problem/checks.ts';
import { inOrder, problem, type Problem } from './ingest/problem/problem.ts';
import type { SourceFile } from './ingest/source.ts';
import { decode } from './ingest/text/decode.ts';
import { gitBlobs, GitFailure, statesOf } from './git.ts';
import { sha256 } from './integrations/sha256.ts';
import { lostLines } from './ledger/commits.ts';
import { LEDGER, removedLines, type Recorded } from './ledger/ledger.ts';

/** A root as it was read, once: every later step works on this. */
export interface RootFiles {
  /** Absolute. */
  readonly root: string;
  /** In no order that matters: what uses them sorts. */
  readonly files: readonly SourceFile[];
  /** Why files could not be read, by their path; among `files` they are empty. */
  readonly faults: ReadonlyMap<string, 'file/unreadable' | 'file/outside'>;
  /** Scans and pictures by their path below `public/`, with what keeps them from being published. */
  readonly attachments: ReadonlyMap<string, AttachmentFault | null>;
  /** What the commits say of the ledger; null where the root is in no git work tree. */
  readonly commits: LedgerCommits | null;
}

interface LedgerCommits {
  /** Lines that were added once and are no more. */
  readonly lost: readonly Recorded[];
  /** Why not all is known. */
  readonly doubt: Problem | null;
}

/** Files left behind by systems and editors, which no one means to publish. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/;

/** Reads what is committed below a folder. Throws where there is no such folder. */
export function readRoot(root: string): RootFiles {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`没有找到文件夹“${root}”`);
  const real = realpathSync(root);
  const read = ['content', 'data']
    .flatMap((top) => below(real, top))
    .map(({ path, plain }) => ({ path, ...readSource(real, path, plain) }));
  return {
    root: resolve(root),
    files: read.map(({ path, bytes }) => ({ path, bytes: bytes ?? new Uint8Array() })),
    faults: new Map(read.flatMap(({ path, fault }) => (fault ? [[path, fault] as const] : []))),
    attachments: new Map(
      below(real, 'public').map(({ path }) => [path.slice('public/'.length), attachmentFault(real, path)]),
    ),
    commits: commitsOf(real, read.find(({ path }) => path === LEDGER)?.bytes ?? new Uint8Array()),
  };
}

/** Asks git what became of the ledger. Where it has nothing of it, there is nothing to know. */
function commitsOf(root: string, ledger: Uint8Array): LedgerCommits | null {
  try {
    const known = statesOf(root, LEDGER);
    return (
      known && {
        lost: lostLines(known.states, ledger, gitBlobs(root)),
        doubt: known.isShallow ? problem('ledger/shallow', { file: LEDGER }) : null,
      }
    );
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    return { lost: [], doubt: problem('ledger/unasked', { file: LEDGER }, cause.message) };
  }
}

export const sources = (root: string): readonly SourceFile[] => readRoot(root).files;

/** A file of the root; `plain` if it is one and no link, and so is certainly in it. */
interface Found {
  readonly path: string;
  readonly plain: boolean;
}

/** All files of a folder of the root; links among them are not followed. @param within whether the folder is one, and no link */
function below(root: string, folder: string, within = isFolder(join(root, folder))): Found[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
  return entries.flatMap((entry): Found[] => {
    const path = `${folder}/${entry.name}`;
    if (LITTER.test(entry.name)) return [];
    return entry.isDirectory() ? below(root, path, within) : [{ path, plain: within && entry.isFile() }];
  });
}

const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The file that a path leads to, if it is one of the root: a link may lead anywhere on this machine. */
function fileIn(
  root: string,
  path: string,
): { readonly file: string } | { readonly fault: 'file/unreadable' | 'file/outside' } {
  try {
    const file = realpathSync(join(root, path));
    if (!file.startsWith(root + sep)) return { fault: 'file/outside' };
    return statSync(file).isFile() ? { file } : { fault: 'file/unreadable' };
  } catch {
    return { fault: 'file/unreadable' };
  }
}

interface ReadSource {
  readonly bytes?: Uint8Array;
  readonly fault?: 'file/unreadable' | 'file/outside';
}

function readSource(root: string, path: string, plain: boolean): ReadSource {
  const found = plain ? { file: join(root, path) } : fileIn(root, path);
  if ('fault' in found) return found;
  try {
    return { bytes: readFileSync(found.file) };
  } catch {
    return { fault: 'file/unreadable' };
  }
}

function attachmentFault(root: string, path: string): AttachmentFault | null {
  const found = fileIn(root, path);
  if ('fault' in found) return 'link';
  return isAttachment(path, headOf(found.file)) ? null : 'kind';
}

function headOf(file: string): Uint8Array {
  const head = new Uint8Array(HEAD_LENGTH);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head);
  } finally {
    closeSync(descriptor);
  }
  return head;
}

/** A scan or picture by its path below `public/`. Throws what is no longer what was checked. */
export function readAttachment({ root }: RootFiles, path: string): Buffer {
  const found = fileIn(realpathSync(root), `public/${path}`);
  const bytes = 'file' in found ? readFileSync(found.file) : undefined;
  if (!bytes || !isAttachment(path, bytes))
    throw new Error(`“public/${path}”刚刚被改动，没有发布任何内容。请再运行一次`);
  return bytes;
}

export { sha256 };

/** Every problem of a root, scans included: those are files of the root, which the checks themselves never touch. */
export function checkRoot(read: RootFiles): Assembled {
  const published = [...read.attachments].flatMap(([path, fault]) => (fault === null ? [path] : []));
  const assembled = assemble(read.files, sha256, new Set(published));
  return {
    ...assembled,
    problems: inOrder([
      ...assembled.problems.filter((p) => !read.faults.has(p.file)),
      ...[...read.faults].map(([file, fault]) => problem(fault, { file })),
      ...originalProblems(read, assembled),
      ...removedLines(read.commits?.lost ?? [], rawText(read, LEDGER)),
      ...(read.commits?.doubt && read.files.some(({ path }) => path === LEDGER) ? [read.commits.doubt] : []),
    ]),
  };
}

export const load = (root: string): Assembled => checkRoot(readRoot(root));

/** What is published of a root. Throws one error that lists everything if anything may not be. */
export const publishable = (read: RootFiles, assembled: Assembled): CheckedLibrary =>
  libraryOf(assembled, { registry: textOf(read, 'data/indicators.csv') ?? '', ledger: textOf(read, LEDGER) }, (path) =>
    sha256(readAttachment(read, path)),
  );

function textOf({ files }: RootFiles, path: string): string | undefined {
  const file = byPath(files).get(path);
  return file && decode(file.path, file.bytes).text;
}

const byPath = memo((files: readonly SourceFile[]) => new Map(files.map((file) => [file.path, file])));

const ORIGINAL_PROBLEMS = {
  link: 'front-matter/original-link',
  kind: 'front-matter/original-kind',
} as const satisfies Readonly<Record<AttachmentFault, Code>>;

const originalProblems = (read: RootFiles, { bulletins }: Assembled): Problem[] =>
  bulletins.flatMap(({ issue: { number, original } }) => {
    const fault = original === null ? null : read.attachments.get(`originals/${original}`);
    if (fault === null) return [];
    const file = `content/issues/${number}.mdx`;
    const code = fault === undefined ? 'front-matter/no-original' : ORIGINAL_PROBLEMS[fault];
    return [problem(code, { file, line: lineOf(read, file) }, original)];
  });

const rawText = ({ files }: RootFiles, path: string): string =>
  new TextDecoder().decode(byPath(files).get(path)?.bytes);

function lineOf(read: RootFiles, path: string): number {
  const text = rawText(read, path);
  return text.split(/\r\n|\r|\n/).findIndex((line) => line.startsWith('original:')) + 1;
}
