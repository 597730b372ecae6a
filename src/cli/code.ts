import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../integrations/sha256.ts';
import { pathsBelow } from './manifest.ts';
import { PROJECT } from './workshop.ts';

/** SHA-256 of all that decides what a root is made into, besides the root: the code, its packages, and what runs it. */
export function codeDigest(): string {
  const paths = [...BESIDE, ...pathsBelow(join(PROJECT, 'src')).map((path) => `src/${path}`)].filter(isFile);
  const digests = paths.map((path) => `${sha256(readFileSync(join(PROJECT, path)))}  ${path}`);
  // Lines are broken by ICU's dictionary.
  return sha256([...digests, `node ${process.versions.node}, ICU ${process.versions.icu}`].join('\n'));
}

/** An editor's lock is a link to nothing. */
const isFile = (path: string): boolean => lstatSync(join(PROJECT, path)).isFile();

const BESIDE = ['package.json', 'package-lock.json', 'tsconfig.json', 'public/icon.svg'];
