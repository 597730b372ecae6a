import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What a replacement does to the disk, one by one, so that a test can stop it before any of them. */
export interface Disk {
  readonly makeFolder: (path: string) => void;
  readonly write: (file: string, text: string) => void;
  readonly rename: (from: string, to: string) => void;
  readonly copy: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
}

export const DISK: Disk = {
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true });
  },
  write: (file, text) => {
    writeFileSync(file, text);
  },
  rename: renameSync,
  copy: (from, to) => {
    cpSync(from, to, { recursive: true });
  },
  remove: (path) => {
    rmSync(path, { recursive: true, force: true });
  },
};
