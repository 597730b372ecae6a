/** Digests of all files of a site, for `sha256sum -c`; and its signature (Ed25519, 64 bytes) where there is a key. */
export const MANIFEST = 'manifest.sha256';
export const SIGNATURE = `${MANIFEST}.sig`;

/** Hexadecimal SHA-256 by path from the root of the site. */
export type Digests = ReadonlyMap<string, string>;

export const manifestLine = (path: string, digest: string): string => `${digest}  ${path}\n`;

/** All lines, in the order of their paths' bytes. @param lines of some files each */
export const manifestText = (lines: readonly string[]): string =>
  eachOf(lines)
    .map((line) => ({ line, path: Buffer.from(pathOf(line)) }))
    .sort((a, b) => Buffer.compare(a.path, b.path))
    .map(({ line }) => `${line}\n`)
    .join('');

/** The paths of a manifest's lines. @param lines of some files each */
export const pathsIn = (lines: readonly string[]): string[] => eachOf(lines).map(pathOf);

const eachOf = (lines: readonly string[]): string[] => lines.flatMap((some) => some.split('\n').slice(0, -1));

const pathOf = (line: string): string => line.slice(DIGEST_LENGTH);

/** Of a digest and the two spaces behind it. */
const DIGEST_LENGTH = 66;

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
