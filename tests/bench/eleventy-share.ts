import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { libraryDrawings } from './drawing.ts';
import type { EleventyShare } from './eleventy.ts';
import { libraryAt } from './root.ts';
import { share } from './together.ts';

/** Of Eleventy what is used here: it has no types. */
interface Package {
  readonly default: new (
    input: string,
    output: string,
    options: { quietMode: boolean; config: (config: Config) => void },
  ) => { write: () => Promise<unknown> };
}
interface Config {
  readonly addShortcode: (name: string, shortcode: (place: number) => string) => void;
}

share(async ({ root, folder }: EleventyShare) => {
  // It looks for its configuration where it is started.
  process.chdir(folder);
  const entry = join(folder, 'node_modules/@11ty/eleventy/src/Eleventy.js');
  const { default: Eleventy } = (await import(pathToFileURL(entry).href)) as Package;
  const drawings = libraryDrawings(libraryAt(root));
  return async () => {
    const config = (its: Config): void => {
      its.addShortcode('draw', (place) => drawings[place]!());
    };
    await new Eleventy('input', 'output', { quietMode: true, config }).write();
    return drawings.length;
  };
});
