import { HEADER_RULES, HSTS } from './header-rule.ts';

/** The file of hosts that read one in the site itself (Netlify, Cloudflare Pages). They revalidate what it does not name. */
export const hostHeaders = (base: string): string =>
  [
    '# 只用 https 以后，可在 /* 下加一行：',
    `#   Strict-Transport-Security: ${HSTS}`,
    ...HEADER_RULES.flatMap(({ paths, headers }) =>
      paths.flatMap((path) => [
        base.slice(0, -1) + path,
        ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      ]),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
