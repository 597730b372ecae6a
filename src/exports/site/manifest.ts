/** Digests of all files of a site, for `sha256sum -c`; and its signature (Ed25519, 64 bytes) where there is a key. */
export const MANIFEST = 'manifest.sha256';
export const SIGNATURE = `${MANIFEST}.sig`;

/** Hexadecimal SHA-256 by path from the root of the site. */
export type Digests = ReadonlyMap<string, string>;

/** One line a file, in the order of their names' bytes. */
export const manifestText = (digests: Digests): string =>
  [...digests]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('');

/** Throws where a line is none, or leads out of the site. */
export function digestsIn(manifest: string): Digests {
  const lines = manifest.split('\n');
  if (lines.pop() !== '') throw new Error(`${MANIFEST} 的最后一行没有写完\n→ 请重新取一份完整的 ${MANIFEST}`);
  return new Map(
    lines.map((line, i) => {
      const [, digest, path] = /^([\da-f]{64}) {2}([^/\\:\0]+(?:\/[^/\\:\0]+)*)$/.exec(line) ?? [];
      if (digest === undefined || path === undefined || path.split('/').some((name) => /^\.\.?$/.test(name)))
        throw new Error(`${MANIFEST} 第${i + 1}行看不懂：“${line}”\n→ 请重新取一份完整的 ${MANIFEST}`);
      return [path, digest];
    }),
  );
}

/** Made beside a file for servers that send it compressed; not listed, since it is proved by the file that it unpacks to. */
export const COMPRESSED = /\.(gz|br)$/;
