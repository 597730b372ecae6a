import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  type BigIntStats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatasetEntry } from '../../exports/dataset/files.ts';
import { sha256 } from '../../integrations/sha256.ts';
import { contentDigest } from '../content-digest.ts';

type StoredFile = readonly [path: string, digest: string];

/** What a unit was made into. */
export interface UnitRecord {
  /** Path from the root of the site, and the SHA-256 of its content, hexadecimal. */
  readonly files: readonly StoredFile[];
  /** Likewise, of what stands compressed beside them. */
  readonly packed: readonly StoredFile[];
  /** Of each picture that was drawn for it: the digest of all that decides it (`keyOf` of `raster/`), and its PNG's. */
  readonly pictures: readonly (readonly [key: string, digest: string])[];
  /** Of a bulletin: its data files, for the catalogue of all. */
  readonly entries: readonly DatasetEntry[];
}

/**
 * Units of earlier builds: `units/KEY` names the files of one with their digests, `files/ab/DIGEST` holds each content once, and
 * `last/NAME` is the key under which the unit of a name was made last.
 * Whatever is found is proved by its digest before it is used, so that a store may be cut short, damaged, deleted, or used by
 * several builds at once: what is written appears whole, and the record of a unit last.
 */
export interface UnitStore {
  readonly record: (key: string) => UnitRecord | undefined;
  /** What the unit of a name was when it was made last, of whatever. */
  readonly last: (name: string) => UnitRecord | undefined;
  readonly keepRecord: (key: string, name: string, record: UnitRecord) => void;
  /** Puts a content at a path, in a folder that is there and whatever else stands there, and keeps it. Returns its digest. */
  readonly keep: (content: Uint8Array, target: string) => string;
  /**
   * Puts a kept content at a path, in a folder that is there and whatever else stands there, as a hard link where the disk is
   * the same. False where it is not kept or not what it was; then nothing stands there.
   */
  readonly place: (digest: string, target: string) => boolean;
}

/** @param mustKeep whether to fail where nothing may be written; else what is there is used, and what is made is not kept */
export function unitStoreIn(folder: string, mustKeep = false): UnitStore {
  const made = new Set<string>();
  const ready = (path: string): string => {
    const parent = dirname(path);
    if (made.has(parent)) return path;
    mkdirSync(parent, { recursive: true });
    if (made.size >= REMEMBERED) made.clear();
    made.add(parent);
    return path;
  };
  const fileOf = (digest: string): string => join(folder, 'files', digest.slice(0, 2), digest);
  const recordOf = (key: string): string => join(folder, 'units', key);
  const lastOf = (name: string): string => join(folder, 'last', sha256(name));
  const insist = (act: () => void): void => {
    try {
      act();
    } catch (cause) {
      if (!mustKeep && isDenied(cause)) return;
      // Whoever clears the store meanwhile is no reason to give up.
      if (!isNothing(cause)) throw cause;
      made.clear();
      act();
    }
  };
  const write = (target: string, content: string): void =>
    insist(() => {
      whole(ready(target), (temporary) => {
        writeFileSync(temporary, content);
        chmodSync(temporary, READ_ONLY);
      });
    });
  const recorded = (key: string): UnitRecord | undefined => recordIn(contentOf(recordOf(key)));
  /** By the number that the disk gives it, the digest of each content that was read: a unit may have it at several paths. */
  const proved = new Map<bigint, string>();
  const place: UnitStore['place'] = (digest, target) => {
    const status = placedAt(target, fileOf(digest));
    if (!status) return false;
    const { ino, mode } = status;
    const isProved = status.nlink > 1n && proved.get(ino) === digest;
    // A link to another file is not what is kept, wherever it leads.
    if (!isProved && !(status.isFile() && isOf(digest, target))) {
      rmSync(target, { force: true });
      return false;
    }
    if (proved.size >= REMEMBERED) proved.clear();
    proved.set(ino, digest);
    if ((Number(mode) & 0o7777) === READ_ONLY || isOwn(() => chmodSync(target, READ_ONLY))) return true;
    rmSync(target, { force: true });
    return false;
  };
  const adopt = (file: string, target: string): void => {
    ready(file);
    try {
      linkSync(target, file);
    } catch (cause) {
      if (isNothing(cause)) throw cause;
      // What stands there is damaged, or another build has just kept the same; or there are no links.
      whole(file, (temporary) => linked(target, temporary));
    }
  };
  return {
    record: (key) => {
      const record = recorded(key);
      if (record) use(recordOf(key));
      return record;
    },
    last: (name) => {
      const key = contentOf(lastOf(name))?.toString() ?? '';
      return DIGEST.test(key) ? recorded(key) : undefined;
    },
    keepRecord: (key, name, record) => {
      const body = JSON.stringify(record);
      write(recordOf(key), `${sha256(body)}\n${body}\n`);
      write(lastOf(name), key);
    },
    keep: (content, target) => {
      const digest = sha256(content);
      if (place(digest, target)) return digest;
      writeFileSync(target, content, { flag: 'wx' });
      chmodSync(target, READ_ONLY);
      insist(() => {
        adopt(fileOf(digest), target);
      });
      return digest;
    },
    place,
  };
}

/** So that it counts as used (`prune.ts`); what another account keeps, that one prunes. */
const use = (file: string): boolean => isOwn(() => utimesSync(file, new Date(), new Date()));

/** Whether a file may be changed in what its owner alone may change. */
function isOwn(change: () => void): boolean {
  try {
    change();
    return true;
  } catch (cause) {
    if (isDenied(cause)) return false;
    throw cause;
  }
}

export const isDenied = (cause: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS'].includes((cause as NodeJS.ErrnoException).code ?? '');

/** More than a unit has. */
const REMEMBERED = 10_000;

const DIGEST = /^[\da-f]{64}$/;

/** Makes a file beside its place, then puts it there in one step, whatever stands there. */
function whole(target: string, make: (temporary: string) => void): void {
  const temporary = `${target}.${process.pid}-${randomBytes(4).toString('hex')}`;
  make(temporary);
  // A folder cannot be replaced by a file.
  if (lstatSync(target, { throwIfNoEntry: false })?.isDirectory()) rmSync(target, { recursive: true });
  renameSync(temporary, target);
}

/**
 * For all, whoever builds and whatever was done to a site that has the same file: who writes into a link writes into every site
 * that was made of this store.
 */
const READ_ONLY = 0o444;

function isOf(digest: string, file: string): boolean {
  try {
    return contentDigest(file) === digest;
  } catch {
    // It is gone, or cannot be read.
    return false;
  }
}

/** Undefined where the bytes are no record, or not as they were written. */
export function recordIn(bytes: Buffer | undefined): UnitRecord | undefined {
  const [, digest, body] = /^([\da-f]{64})\n(.*)\n$/.exec(bytes?.toString() ?? '') ?? [];
  return body !== undefined && sha256(body) === digest ? (JSON.parse(body) as UnitRecord) : undefined;
}

/** Undefined where there is no file, or none that can be read. */
export function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Puts a file at a path, unless it is there. Undefined where there is no such file; then nothing stands there. */
function placedAt(target: string, file: string): BigIntStats | undefined {
  // A first build finds nothing: to look costs a tenth of the error that a link to nothing is.
  const kept = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  const there = lstatSync(target, { bigint: true, throwIfNoEntry: false });
  if (there) {
    if (kept?.ino === there.ino && kept.dev === there.dev) return there;
    // Never written into: another link would change with it.
    rmSync(target, { recursive: true });
  }
  return kept && linked(file, target) ? lstatSync(target, { bigint: true }) : undefined;
}

/** A file of a store on another disk, of one that knows no links, or of more links than it allows is copied. */
function linked(file: string, target: string): boolean {
  try {
    linkSync(file, target);
    return true;
  } catch (cause) {
    if (isNothing(cause)) return false;
    // Written into, a link would change what is kept.
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw cause;
  }
  return copied(file, target);
}

function copied(file: string, target: string): boolean {
  try {
    copyFileSync(file, target, constants.COPYFILE_EXCL);
    return true;
  } catch (cause) {
    if (isNothing(cause)) return false;
    throw cause;
  }
}

/** Whether a file could not be read because there is none: nothing at all, or a folder. */
const isNothing = (cause: unknown): boolean =>
  ['ENOENT', 'EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
