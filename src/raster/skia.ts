import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import CanvasKitInit, { type CanvasKit } from 'canvaskit-wasm';
import { faceOf, type Face } from './face.ts';

/**
 * Skia as WebAssembly, which computes the same on every processor, with the one font that PNGs are drawn with, whatever the machine
 * has: Noto Sans S Chinese (OFL), regular for 400 and bold for 600 and more.
 */
export interface Skia {
  readonly kit: CanvasKit;
  readonly regular: Face;
  readonly bold: Face;
}

const require = createRequire(import.meta.url);
/** A file of a package whose entry stands one folder below its root. */
const packaged = (name: string, path: string): string => join(dirname(require.resolve(name)), '..', path);
const [KIT, FONTS] = ['canvaskit-wasm', '@embedpdf/fonts-sc'] as const;

/** What decides how an SVG is drawn, besides this room. */
export const VERSIONS = [KIT, FONTS].map(
  (name) => (JSON.parse(readFileSync(packaged(name, 'package.json'), 'utf8')) as { version: string }).version,
);

let loaded: Promise<Skia> | undefined;

/** Loaded once a process, in a quarter of a second. */
export const skia = (): Promise<Skia> => (loaded ??= load());

async function load(): Promise<Skia> {
  const kit = await CanvasKitInit({ locateFile: (file) => packaged(KIT, join('bin', file)) });
  const face = (file: string): Face => faceOf(kit, file, readFileSync(packaged(FONTS, join('fonts', file))));
  return { kit, regular: face('NotoSansHans-Regular.otf'), bold: face('NotoSansHans-Bold.otf') };
}
