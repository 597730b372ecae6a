import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathsBelow } from '../../src/cli/manifest.ts';
import { libraryDrawings } from './drawing.ts';
import { libraryAt } from './root.ts';
import { together, type Together } from './together.ts';

/** Never among this project's packages. */
export const VERSION = '3.1.8';

export function installEleventy(folder: string): void {
  mkdirSync(folder);
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    `@11ty/eleventy@${VERSION}`,
  ];
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`Eleventy was not installed:\n${stderr}`);
}

/** What Eleventy's process is told. */
export interface EleventyShare {
  readonly root: string;
  readonly folder: string;
}

interface Eleventy extends Together {
  /** Those of the pages, each as often as it stands there. */
  readonly drawings: number;
  /** Pages that are, byte for byte, ours. */
  readonly same: number;
}

/** Has Eleventy write the pages that ours are. */
export async function eleventyPages(root: string, ours: string, folder: string): Promise<Eleventy> {
  const places = new Map(libraryDrawings(libraryAt(root)).map((draw, i) => [draw(), i]));
  places.delete('');
  const pages = pathsBelow(ours);
  let drawings = 0;
  for (const page of pages) {
    const text = readFileSync(join(ours, page), 'utf8');
    const template = asText(text).replace(/<svg[^>]*>.*?<\/svg>/gs, (svg) => {
      const place = places.get(svg);
      if (place === undefined) return svg;
      drawings += 1;
      return `{% draw ${place} %}`;
    });
    const file = join(folder, 'input', templateOf(page));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, template);
  }
  const share: EleventyShare = { root, folder };
  const took = await together(join(import.meta.dirname, 'eleventy-share.ts'), [share]);
  const isSame = (page: string): boolean => {
    const file = join(folder, 'output', page.replace(/^404\.html$/, '404/index.html'));
    return existsSync(file) && readFileSync(file).equals(readFileSync(join(ours, page)));
  };
  return { ...took, drawings, same: pages.filter(isSame).length };
}

const templateOf = (page: string): string => page.replace(/\.html$/, '.liquid');

/** With nothing in it that Liquid would read. */
const asText = (html: string): string => html.replace(/\{[{%]/g, '{% raw %}$&{% endraw %}');
