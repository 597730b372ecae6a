import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAttachment, sha256, type RootFiles } from '../catalog.ts';
import type { CheckedLibrary } from '../check/library.ts';
import { manifestLine } from '../exports/site/manifest.ts';

/**
 * Writes what is published as it is, and nothing else of `public/`: the scans that bulletins name, and pictures that their texts
 * may show. Returns their lines of the manifest.
 */
export function writeAttachments(read: RootFiles, { originals }: CheckedLibrary, folder: string): string[] {
  const pictures = [...read.attachments].flatMap(([path, fault]) =>
    fault === null && !/^originals\//i.test(path) ? [path] : [],
  );
  return [...originals.keys(), ...pictures].map((path) => {
    const bytes = readAttachment(read, path);
    const digest = originals.get(path);
    if (digest !== undefined && sha256(bytes) !== digest)
      throw new Error(`“public/${path}”刚刚被改动，没有发布任何内容。请再运行一次`);
    refuseOccupied(path, folder);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    return manifestLine(path, sha256(bytes));
  });
}

/** What a build makes, of frozen versions above all, no picture may stand in for; nor a folder for a file. */
function refuseOccupied(path: string, folder: string): void {
  const parts = path.split('/');
  const taken = parts
    .map((_, i) => join(folder, ...parts.slice(0, i + 1)))
    .find((part, i) => {
      const there = statSync(part, { throwIfNoEntry: false });
      return there !== undefined && (i === parts.length - 1 || !there.isDirectory());
    });
  if (taken !== undefined)
    throw new Error(`“public/${path}”与网站生成的文件同名，没有发布任何内容\n→ 把 public/ 里的这个文件改名，再试一次`);
}
