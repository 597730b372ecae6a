import type { Plugin } from 'vite';
import type { CheckedLibrary } from '../check/library.ts';
import { siteFiles } from '../exports/site/files.ts';
import { sha256 } from '../integrations/sha256.ts';
import { isPicture } from '../publication/file.ts';
import { publicationOf } from '../publication/publication.ts';
import { pngOf } from '../raster/raster.ts';
import { site } from '../site.ts';

/** The files beside the pages, made when they are asked for. */
export function offering(library: () => CheckedLibrary): Plugin {
  return {
    name: 'bulletin-press:offering',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').replace(/[?#].*$/, '').slice(1);
        // Vite asks here for its own modules, which must not wait for the catalogue, nor fail with it.
        if (
          !/^(issues|indicators|embed|data|api|corrections|about)\/.*(\.\w+|\/SHA256SUMS)$|^(feed|robots|sitemap|sbom)[^/]*\.\w+$/.test(
            path,
          )
        ) {
          next();
          return;
        }
        void offered(library, path).then(
          (content) => {
            if (content === undefined) {
              next();
              return;
            }
            response.setHeader('content-type', TYPES[path.split('.').at(-1)!] ?? 'application/octet-stream');
            response.end(content);
          },
          () => {
            next();
          },
        );
      });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
};

async function offered(library: () => CheckedLibrary, path: string): Promise<string | Uint8Array | undefined> {
  for (const file of siteFiles({ library: library(), publication: publicationOf(site, null, '/'), sha256 })) {
    if (file.path !== path) continue;
    const content = await file.make();
    return isPicture(content) ? pngOf(content) : content;
  }
  return undefined;
}
