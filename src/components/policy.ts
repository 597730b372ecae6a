/**
 * What runs in a page: nothing, scripts of this site, those of search, which fetch its index and read it by WebAssembly, or
 * those that look at a clerk's files and may ask for nothing at all.
 */
export type Scripts = boolean | 'search' | 'offline';

const SCRIPTS = ["script-src 'self'", "worker-src 'self'"];
const SEARCH = ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'"];

/**
 * What a page may load: its style, its pictures, what is of this site and, with `scripts`, scripts of this site. None in
 * development, where Vite injects scripts and styles that this would forbid.
 */
export const policy = (scripts: Scripts): string | undefined =>
  import.meta.env.PROD
    ? [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        // Tools that look at a page, as Lighthouse, ask from within it for robots.txt.
        ...(scripts === 'offline' ? [] : ["connect-src 'self'"]),
        ...(scripts === 'search' ? SEARCH : []),
        ...(scripts === true || scripts === 'offline' ? SCRIPTS : []),
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ')
    : undefined;
