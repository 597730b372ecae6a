import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { png } from './png.ts';

/** Goes into the name of every kept picture: count it up when the same SVG should become other bytes. */
const FORMAT = 3;
const FAMILY = 'Noto Sans S Chinese';

export const RENDERER = `${(createRequire(import.meta.url)('@resvg/resvg-js/package.json') as { version: string }).version}/${FORMAT}`;

/** An SVG in these fonts and in no others. */
export function draw(svg: string, scale: number, fontFiles: readonly string[]): Buffer {
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
    fitTo: { mode: 'zoom', value: scale },
    logLevel: 'off',
  }).render();
  return png(image.pixels, image.width, image.height, scale);
}
