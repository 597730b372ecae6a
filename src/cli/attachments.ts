import { readAttachment, sha256, type RootFiles } from '../catalog.ts';
import type { CheckedLibrary } from '../check/library.ts';
import { COMPRESSED, MANIFEST, manifestLine, SIGNATURE } from '../exports/site/manifest.ts';
import { foldersOf } from './manifest.ts';
import type { Write } from './units/folders.ts';

/**
 * Writes what is published as it is, and nothing else of `public/`: the scans that bulletins name, and pictures that their texts
 * may show. Returns their lines of the manifest.
 * @param made paths of all else in the site
 */
export function writeAttachments(
  read: RootFiles,
  { originals }: CheckedLibrary,
  made: ReadonlySet<string>,
  write: Write,
): string[] {
  const pictures = [...read.attachments].flatMap(([path, fault]) =>
    fault === null && !/^originals\//i.test(path) ? [path] : [],
  );
  const all = [...originals.keys(), ...pictures];
  const folders = new Set(all.length === 0 ? [] : [...made].flatMap(foldersOf));
  return all.map((path) => {
    const bytes = readAttachment(read, path);
    const digest = originals.get(path);
    if (digest !== undefined && sha256(bytes) !== digest)
      throw new Error(`“public/${path}”刚刚被改动，没有发布任何内容。请再运行一次`);
    // What a build makes, of frozen versions above all, no picture may stand in for; nor a folder for a file.
    if (folders.has(path) || [path, ...foldersOf(path)].some((part) => isMade(part, made)))
      throw new Error(
        `“public/${path}”与网站生成的文件同名，没有发布任何内容\n→ 把 public/ 里的这个文件改名，再试一次`,
      );
    write(path, bytes);
    return manifestLine(path, sha256(bytes));
  });
}

/** Whether a file stands there, or may in another form of the site: compressed beside another, or its manifest signed. */
const isMade = (path: string, made: ReadonlySet<string>): boolean =>
  [path, path.replace(COMPRESSED, '')].some((one) => made.has(one)) || path === MANIFEST || path === SIGNATURE;
