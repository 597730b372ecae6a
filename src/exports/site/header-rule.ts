import { contentPolicy } from './policy.ts';

/**
 * Headers of the files at certain addresses. No header is set for one address by two rules, so their order says nothing: hosts
 * that read `_headers` join what two rules say, others let one win.
 */
export interface HeaderRule {
  /** From the root of the site: `*` is any text, `:name` one folder or file. At most one `*` in each, as hosts demand. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

const YEAR = 31_536_000;

/** Of what is not public for good: asked for again at each use, and sent again only if it has changed. */
export const REVALIDATED = 'no-cache';
const IMMUTABLE = { 'Cache-Control': `public, max-age=${YEAR}, immutable` };

/** For whoever serves by https alone, for good: a site cannot know that of its host. */
export const HSTS = `max-age=${YEAR}`;

const UNUSED = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone'];

/** Nothing here is secret or differs from reader to reader, so every site may show our files; which may frame our pages is another question. */
const ALWAYS: HeaderRule = {
  paths: ['/*'],
  headers: {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': [...UNUSED, 'midi', 'payment', 'usb'].map((name) => `${name}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  },
};

const policed = (paths: readonly string[], policy: string): HeaderRule => ({
  paths,
  headers: { 'Content-Security-Policy': policy },
});

/** What a page cannot say of itself: in whose frames it may stand. */
const UNFRAMED = "frame-ancestors 'self'";

/** Of each folder of pages, at least as strict as what its pages say of themselves. */
const POLICIES: readonly HeaderRule[] = [
  policed(
    [
      ...['/', '/index.html', '/404.html', '/about/*', '/corrections/*', '/data/*', '/indicators/*', '/issues/*'],
      ...['/methods/*', '/staff/checks/*'],
    ],
    `${contentPolicy(true)}; ${UNFRAMED}`,
  ),
  policed(['/search/*'], `${contentPolicy('search')}; ${UNFRAMED}`),
  policed(['/staff/check/*'], `${contentPolicy('offline')}; ${UNFRAMED}`),
  policed(['/embed/*'], `${contentPolicy(false)}; frame-ancestors *`),
  // A worker obeys the policy of its own file: that of the check may ask for nothing either.
  policed(['/assets/*'], `default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; ${UNFRAMED}`),
  policed(['/api/*'], `default-src 'none'; ${UNFRAMED}`),
];

/**
 * Files that never change at their address: named for their content, or sealed with a version. Pages of a version are not among
 * them, since they say what came after it, nor its drawings, which are drawn anew.
 */
const CACHED: HeaderRule = {
  paths: [
    '/assets/*',
    '/search/pagefind/:volume/fragment/*',
    '/search/pagefind/:volume/index/*',
    ...['csv', 'json', 'xlsx', 'zip'].map((ending) => `/issues/:issue/data/:version/*.${ending}`),
  ],
  headers: IMMUTABLE,
};

/** Types of files by the ending of their name; the text of all is UTF-8. */
export const TEXT_TYPES: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex',
  css: 'text/css',
  csv: 'text/csv',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  jsonld: 'application/ld+json',
  ris: 'application/x-research-info-systems',
  sha256: 'text/plain',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
};

export const BINARY_TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  pagefind: 'application/octet-stream',
  pdf: 'application/pdf',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  png: 'image/png',
  sig: 'application/octet-stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** Of what has no ending, which are lists of checksums. */
export const PLAIN_TYPE = 'text/plain; charset=utf-8';

/** What programs of other sites may read, without asking. */
const OPEN = ['csv', 'json', 'jsonld', 'pdf', 'png', 'sha256', 'sig', 'svg', 'txt', 'xlsx', 'xml', 'zip'];
const READABLE = { 'Access-Control-Allow-Origin': '*' };

const typed = (ending: string, type: string): HeaderRule => ({
  paths: [`/*.${ending}`],
  headers: { 'Content-Type': type, ...(OPEN.includes(ending) ? READABLE : {}) },
});

export const HEADER_RULES: readonly HeaderRule[] = [
  ALWAYS,
  ...POLICIES,
  CACHED,
  ...Object.entries(TEXT_TYPES).map(([ending, type]) => typed(ending, `${type}; charset=utf-8`)),
  ...Object.entries(BINARY_TYPES).map(([ending, type]) => typed(ending, type)),
  { paths: ['/*/SHA256SUMS'], headers: { 'Content-Type': PLAIN_TYPE, ...READABLE } },
];

/** A regular expression of a path, in what JavaScript, PCRE and RE2 share. */
export const patternOf = (path: string): string =>
  path.replace(/[.*]|:\w+/g, (sign) => ({ '.': String.raw`\.`, '*': '.*' })[sign] ?? '[^/]+');

const COMPILED = HEADER_RULES.map(({ paths, headers }) => ({
  pattern: new RegExp(`^(?:${paths.map(patternOf).join('|')})$`),
  headers,
}));

/** @param path of a file, from the root of the site: `/issues/48/index.html`. */
export const headersOf = (path: string): Readonly<Record<string, string>> =>
  Object.assign(
    { 'Cache-Control': REVALIDATED },
    ...COMPILED.filter(({ pattern }) => pattern.test(path)).map(({ headers }) => headers),
  ) as Record<string, string>;

/** One value of a header, with all paths that have it. */
export interface HeaderValue {
  readonly name: string;
  readonly value: string;
  readonly paths: readonly string[];
}

/** The same table by header, in its order. */
export function headerValues(rules = HEADER_RULES): HeaderValue[] {
  const found = new Map<string, HeaderValue>();
  for (const { paths, headers } of rules)
    for (const [name, value] of Object.entries(headers)) {
      const key = `${name}: ${value}`;
      found.set(key, { name, value, paths: [...(found.get(key)?.paths ?? []), ...paths] });
    }
  return [...found.values()];
}
