/** An attribute that leads to another part of the site, as pages write it. */
const LINK = /(\s(?:href|src|poster|action)=")\/(?!\/)([^"]*)"/g;
const STYLE_LINK = /(url\(["']?)\/(?!\/)/g;

/**
 * A page or style sheet whose links lead from file to file of a folder, so that a site can be looked at without a server: opened
 * from an archive that a reviewer has unpacked. Only for a look: such a site has no addresses.
 */
export function portable(path: string, content: string | Uint8Array): string | Uint8Array {
  const up = '../'.repeat(path.split('/').length - 1) || './';
  if (path.endsWith('.html'))
    return textOf(content).replace(LINK, (_, open: string, to: string) => `${open}${up}${file(to)}"`);
  if (path.endsWith('.css')) return textOf(content).replace(STYLE_LINK, `$1${up}`);
  return content;
}

const textOf = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/** The file of a page, which a server would find. */
function file(address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return `${path === '' || path.endsWith('/') ? `${path}index.html` : path}${rest}`;
}
