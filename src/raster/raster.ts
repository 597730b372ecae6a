import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from '../publication/file.ts';
import { draw } from './draw.ts';
import { drawable } from './letters.ts';
import { skia, VERSIONS } from './skia.ts';

/** The PNG of a picture. Its bytes depend on the picture's own SVG and scale alone. */
export async function pngOf({ svg, scale }: Picture): Promise<Buffer> {
  const loaded = await skia();
  const has = (letter: string): boolean => loaded.regular.glyph(letter).id > 0 && loaded.bold.glyph(letter).id > 0;
  return draw(loaded, drawable(svg, has), scale);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of all that decides which bytes an SVG becomes: this room, its packages, and Node, which packs them. */
const RENDERER = sha256(
  [
    ...VERSIONS,
    process.versions.node,
    ...readdirSync(import.meta.dirname, { withFileTypes: true })
      // An editor's lock is a link to nothing.
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()
      .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')),
  ].join('\n'),
);

/** SHA-256 of all that decides a picture's PNG, hexadecimal. */
export const keyOf = ({ svg, scale }: Picture): string => sha256([RENDERER, scale, svg].join('\n'));
