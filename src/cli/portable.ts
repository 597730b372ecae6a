import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An attribute that leads to another part of the site, as pages write it. */
const LINK = /(\s(?:href|src|poster|action)=")\/(?!\/)([^"]*)"/g;
const STYLE_LINK = /(url\(["']?)\/(?!\/)/g;

/**
 * Makes every link within a site lead from page to page of a folder, so that it can be looked at without a server: opened
 * from an archive that a reviewer has unpacked. Only for a look: such a site has no addresses.
 */
export function makePortable(folder: string): void {
  for (const path of filesBelow(folder)) {
    const up = '../'.repeat(path.split('/').length - 1) || './';
    if (path.endsWith('.html'))
      rewrite(join(folder, path), (text) =>
        text.replace(LINK, (_, open: string, to: string) => `${open}${up}${file(to)}"`),
      );
    if (path.endsWith('.css')) rewrite(join(folder, path), (text) => text.replace(STYLE_LINK, `$1${up}`));
  }
}

/** The file of a page, which a server would find. */
function file(address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return `${path === '' || path.endsWith('/') ? `${path}index.html` : path}${rest}`;
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
