/**
 * What runs in a page: nothing, scripts of this site, those of search, which fetch its index and read it by WebAssembly, or
 * those that look at a clerk's files and may ask for nothing at all.
 */
export type Scripts = boolean | 'search' | 'offline';

const SCRIPTS = ["script-src 'self'", "worker-src 'self'", "trusted-types 'none'"];
const OFFLINE = ["script-src 'self'", "worker-src 'self'", 'trusted-types bulletin-press'];
const SEARCH = ["script-src 'self' 'wasm-unsafe-eval'", "trusted-types 'none'"];

const ALLOWED: ReadonlyMap<Scripts, readonly string[]> = new Map<Scripts, readonly string[]>([
  [false, ["trusted-types 'none'"]],
  [true, SCRIPTS],
  ['offline', OFFLINE],
  ['search', SEARCH],
]);

/** What a page may load: its style, its pictures, what is of this site and, with `scripts`, scripts of this site (CSP 3). */
export const contentPolicy = (scripts: Scripts): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    // Tools that look at a page, as Lighthouse, ask from within it for robots.txt.
    ...(scripts === 'offline' ? [] : ["connect-src 'self'"]),
    ...ALLOWED.get(scripts)!,
    "base-uri 'none'",
    "form-action 'none'",
    // No text becomes markup or a script's address but by the policy that is named above.
    "require-trusted-types-for 'script'",
  ].join('; ');
