import { compare } from '../ingest/problem/problem.ts';
import type { SourceFile } from '../ingest/source.ts';
import type { Release } from '../domain/version.ts';
import type { Digest } from './ledger.ts';

/** The files of a released version by their names within its folder. */
export type VersionFiles = ReadonlyMap<string, Uint8Array>;

type Numbered = Pick<Release, 'issue' | 'version'>;

/** Where a released version is kept, with a slash at the end. */
export const versionFolder = ({ issue, version }: Numbered): string => `data/published/${issue}/v${version}/`;

const WITHIN = /^(data\/published\/[1-9]\d{0,5}\/v[1-9]\d{0,5}\/)(.+)$/;

export const isOfVersion = (path: string): boolean => WITHIN.test(path);

/** Every folder of a root that may be one of a version. */
export function versionFolders(files: readonly SourceFile[]): Map<string, VersionFiles> {
  const folders = new Map<string, Map<string, Uint8Array>>();
  for (const { path, bytes } of files) {
    const [, folder, name] = WITHIN.exec(path) ?? [];
    if (folder === undefined || name === undefined) continue;
    folders.set(folder, (folders.get(folder) ?? new Map<string, Uint8Array>()).set(name, bytes));
  }
  return folders;
}

export const MANIFEST = 'MANIFEST.sha256';

/** The list of a version's files, as `sha256sum` writes and checks it. */
export const manifestOf = (files: VersionFiles, digest: Digest): string =>
  [...files]
    .filter(([name]) => name !== MANIFEST)
    .sort(([a], [b]) => compare(a, b))
    .map(([name, bytes]) => `${digest(bytes)}  ${name}\n`)
    .join('');

/** Whether a folder holds the files of its list and no others. */
export function isWhole(files: VersionFiles, digest: Digest): boolean {
  const list = files.get(MANIFEST);
  return list !== undefined && textOf(list) === manifestOf(files, digest);
}

/** Whether a folder is still the one that the ledger names. */
export const isSealed = (files: VersionFiles | undefined, { sha256 }: Release, digest: Digest): files is VersionFiles =>
  files !== undefined && isWhole(files, digest) && digest(files.get(MANIFEST)!) === sha256;

export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
