import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { MANIFEST, manifestText, SIGNATURE } from '../exports/site/manifest.ts';
import type { Write } from './units/folders.ts';

/** Files read at a time: enough to keep a disk or a line busy. */
export const READ_AT_ONCE = 8;

/** Every file below a folder, from it, with `/`; a link is a file, wherever it leads. */
export const pathsBelow = (folder: string): string[] => entriesBelow(folder).files;

/** The folders below it too. */
export function entriesBelow(folder: string): { files: string[]; folders: string[] } {
  const [files, folders]: [string[], string[]] = [[], []];
  // Node's own `recursive` asks the disk once more for each.
  const walk = (from: string): void => {
    for (const entry of readdirSync(join(folder, from), { withFileTypes: true })) {
      (entry.isDirectory() ? folders : files).push(from + entry.name);
      if (entry.isDirectory()) walk(`${from}${entry.name}/`);
    }
  };
  walk('');
  return { files: files.sort(), folders };
}

/** `a` and `a/b` of `a/b/c.png`. */
export function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}

/** Hexadecimal SHA-256 of a stream, whatever its length. */
export async function digestOf(stream: Readable | ReadableStream<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Writes the manifest, and with a key its signature. @param lines of some files each */
export function writeManifest(write: Write, lines: readonly string[], key?: KeyObject): void {
  const text = Buffer.from(manifestText(lines));
  write(MANIFEST, text);
  if (key) write(SIGNATURE, sign(null, text, key));
}

export const isSignedBy = (manifest: Uint8Array, signature: Uint8Array, key: KeyObject): boolean =>
  verify(null, manifest, key, signature);

/** Throws where a file holds no key for Ed25519. */
export const privateKey = (file: string): KeyObject => keyIn(file, '--key', createPrivateKey);
export const publicKey = (file: string): KeyObject => keyIn(file, '--public-key', createPublicKey);

function keyIn(file: string, flag: string, read: (pem: Buffer) => KeyObject): KeyObject {
  const pem = readFileSync(file);
  const key = readable(() => read(pem));
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new Error(
    `${flag} 的“${file}”不是没有口令的 Ed25519 密钥（PEM）\n→ 私钥：openssl genpkey -algorithm ed25519 -out 私钥.pem；公钥：openssl pkey -in 私钥.pem -pubout -out 公钥.pem`,
  );
}

/** OpenSSL's own words are English and name no file. */
function readable(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
