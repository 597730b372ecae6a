import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAttachment, sha256, type RootFiles } from '../catalog.ts';
import type { CheckedLibrary } from '../check/library.ts';
import { PROJECT } from './workshop.ts';

/**
 * Writes what is published as it is, and nothing else of `public/`: the icon of this project's pages, the scans that
 * bulletins name, and pictures that their texts may show.
 */
export function writeAttachments(read: RootFiles, { originals }: CheckedLibrary, folder: string): void {
  copyFileSync(join(PROJECT, 'public/icon.svg'), join(folder, 'icon.svg'));
  const pictures = [...read.attachments].flatMap(([path, fault]) =>
    fault === null && !path.startsWith('originals/') ? [path] : [],
  );
  for (const path of [...originals.keys(), ...pictures]) {
    const bytes = readAttachment(read, path);
    const digest = originals.get(path);
    if (digest !== undefined && sha256(bytes) !== digest)
      throw new Error(`“public/${path}”刚刚被改动，没有发布任何内容。请再运行一次`);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
