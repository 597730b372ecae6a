import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedLibrary } from '../check/library.ts';
import type { SourceFile } from '../ingest/source.ts';

/** Where a site will stand. */
export interface Where {
  /** `/` or a sub-path with slashes at both ends. */
  readonly base: string;
  /** Public address, without sub-path; null while there is none. */
  readonly site: string | null;
}

/** Astro keeps the content of the site it builds in one place of the process (astro/dist/content/instance.js). */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Renders a library's pages into a new folder `site` of the workshop, and returns it. Builds of one process wait for each
 * other here.
 * @param files of the root as they were read and checked.
 */
export function renderPages(
  library: CheckedLibrary,
  files: readonly SourceFile[],
  where: Where,
  workshop: string,
): Promise<string> {
  const pages = previous.then(() => astroBuild(library, writeTexts(files, workshop), where, workshop));
  previous = pages.catch(() => undefined);
  return pages;
}

/**
 * The bulletins' texts below the workshop, and their folder. What is compiled is what was checked, whatever happens to
 * the root meanwhile; and Vite cannot read a file below a folder with `#`, `?` or `%` in its name.
 */
function writeTexts(files: readonly SourceFile[], workshop: string): string {
  const folder = join(workshop, 'content/issues');
  mkdirSync(folder, { recursive: true });
  for (const { path, bytes } of files) if (TEXT.test(path)) writeFileSync(join(workshop, path), bytes);
  return folder;
}

const TEXT = /^content\/issues\/\d+\.mdx$/;

async function astroBuild(library: CheckedLibrary, content: string, where: Where, workshop: string): Promise<string> {
  // Astro has no option for it.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Loaded only here: they take a second, in which a check has told what is wrong.
  const [{ build }, { astroConfig }, { bundleFolder }] = await Promise.all([
    import('astro'),
    import('../integrations/astro-config.ts'),
    import('../integrations/bundle-folder.ts'),
  ]);
  const site = join(workshop, 'site');
  const config = astroConfig({ library: () => library, content, ...where });
  // `force` drops Astro's store of earlier builds, from which it would publish rows that are gone.
  await build({
    ...config,
    root: workshop,
    configFile: false,
    outDir: site,
    // Nothing is copied unread: `writeAttachments` names what is published.
    publicDir: join(workshop, 'public'),
    integrations: [...(config.integrations ?? []), bundleFolder()],
    build: { ...config.build, server: join(workshop, 'server') },
    cacheDir: join(workshop, 'cache'),
    logLevel: 'warn',
    mode: 'production',
    force: true,
  });
  return site;
}
