import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathsBelow } from '../../src/cli/manifest.ts';
import { planOf } from '../../src/units/plan.ts';
import { eleventyPages, installEleventy, VERSION } from './eleventy.ts';
import type { PagesShare } from './pages-share.ts';
import { projectAt } from './project.ts';
import { libraryAt, writeRoot } from './root.ts';
import { seconds, table, type Figure } from './table.ts';
import { dealt, together, type Together } from './together.ts';
import { inWork } from './work.ts';

/**
 * `npm run bench:peers -- N`: how long the pages of N synthetic bulletins take here and in Eleventy, which is installed for it into
 * a folder that is removed again. Pages alone, without pictures, data files and search, rendered and written: both begin in
 * a new process that has loaded its code and data (ours has made the data files, whose sizes stand on pages), and draw with
 * the same functions of ours on Plot. Eleventy is handed all words as they stand on our pages, one Liquid file a page with a
 * short code in the place of each drawing, so it has less to do: it neither words a sentence nor sets up a page. It knows one
 * process only; so ours is measured on one core too.
 */
const count = Number(process.argv[2] ?? 100);
if (!(Number.isInteger(count) && count > 0)) throw new Error('usage: npm run bench:peers -- N');

await inWork(async (work) => {
  const [root, ours, folder] = [join(work, 'root'), join(work, 'ours'), join(work, 'eleventy')];
  installEleventy(folder);
  writeRoot(root, count);
  const cores = availableParallelism();
  const renderer = await rendererIn(work);
  const units = [...planOf(libraryAt(root))].map((unit) => ({ ...unit, library: unit.library() }));
  const on = (hands: number): Promise<Together> =>
    together(
      join(import.meta.dirname, 'pages-share.ts'),
      dealt(units, hands).map((own): PagesShare => ({ units: own, renderer, folder: ours })),
    );
  const [one, all] = [await on(1), await on(cores)];
  const pages = one.count;
  const eleventy = await eleventyPages(root, ours, folder);
  const took = ({ seconds: wall, processor }: Together): string =>
    `${seconds(wall)}, ${((wall * 1000) / pages).toFixed(2)} ms a page (processor ${seconds(processor)})`;
  const figures: Figure[] = [
    { what: 'ours, one core', is: took(one) },
    { what: `ours, ${cores} cores`, is: took(all) },
    { what: `Eleventy ${VERSION}, one core`, is: took(eleventy) },
    { what: '  drawings that it draws', is: String(eleventy.drawings) },
    { what: '  pages like ours, byte for byte', is: `${eleventy.same} of ${pages}` },
    { what: 'ours : Eleventy, one core each', is: (one.seconds / eleventy.seconds).toFixed(2) },
    { what: '  the same in processor time', is: (one.processor / eleventy.processor).toFixed(2) },
    { what: `ours on ${cores} cores : Eleventy`, is: (all.seconds / eleventy.seconds).toFixed(2) },
  ];
  table(`${count} bulletins, ${pages} pages alone`, figures);
});

/** The entry of the bundle that a copy of this project makes; of what root does not matter. */
async function rendererIn(work: string): Promise<string> {
  const project = projectAt(join(work, 'project'));
  writeRoot(join(work, 'small'), 1);
  await project.run('build', '--root', join(work, 'small'), '--out', join(work, 'small-site'));
  const entry = pathsBelow(project.cache).find((path) => /^bundle\/[^/]+\/server\/entry\.mjs$/.test(path));
  return join(project.cache, entry!);
}
