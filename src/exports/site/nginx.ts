import {
  BINARY_TYPES,
  headerValues,
  HSTS,
  patternOf,
  PLAIN_TYPE,
  REVALIDATED,
  TEXT_TYPES,
  type HeaderValue,
} from './header-rule.ts';
import { escaped, quoted, type Server } from './server.ts';

/** What nginx says by other means than a header. */
const values = headerValues().filter(({ name }) => name !== 'Content-Type');
const always = values.filter(({ paths }) => paths.includes('/*'));
const byPath = Map.groupBy(
  values.filter((value) => !always.includes(value)),
  ({ name }) => name,
);

const variable = (name: string): string => `$bulletin_${name.toLowerCase().replaceAll('-', '_')}`;

/**
 * A file for nginx's `http` level. Headers that differ from path to path are variables (an empty one is not sent), since an
 * `add_header` in a nested location would drop all those around it.
 */
export const nginx = ({ host, base, folder }: Server): string =>
  [
    '# 由 npm run server-config -- nginx 生成。放进 /etc/nginx/conf.d/；域名和子路径变了，重新生成。',
    ...[...byPath].flatMap(([name, found]) => map(name, found, base)),
    'server {',
    '  listen 80;',
    `  server_name ${host ?? '_'};`,
    '  server_tokens off;',
    '  absolute_redirect off;',
    ...(base === '/' ? [] : [`  location = ${base.slice(0, -1)} { return 301 ${base}; }`]),
    `  location ^~ ${base} {`,
    `    alias ${quoted(`${folder}/`)};`,
    '    index index.html;',
    `    error_page 404 ${base}404.html;`,
    ...types(),
    ...always.map(({ name, value }) => `    add_header ${name} ${quoted(value)} always;`),
    ...[...byPath.keys()].map((name) => `    add_header ${name} ${variable(name)} always;`),
    '    # 只用 https 以后：',
    `    # add_header Strict-Transport-Security ${quoted(HSTS)} always;`,
    '    # 生成时写了 --compress 的，直接发压缩好的文件；第二行要有 brotli 模块（Debian：libnginx-mod-http-brotli-static）。',
    '    gzip_static on;',
    '    # brotli_static on;',
    '    gzip_vary on;',
    '  }',
    '}',
  ]
    .map((line) => `${line}\n`)
    .join('');

/** One `$uri` has one value: of a folder it is that of its page. */
const map = (name: string, found: readonly HeaderValue[], base: string): string[] => [
  `map $uri ${variable(name)} {`,
  `  default ${quoted(name === 'Cache-Control' ? REVALIDATED : '')};`,
  ...found.map(
    ({ value, paths }) =>
      `  ${quoted(`~^${escaped(base.slice(0, -1))}(?:${paths.map(patternOf).join('|')})$`)} ${quoted(value)};`,
  ),
  '}',
];

const types = (): string[] => [
  '    types {',
  ...Object.entries({ ...TEXT_TYPES, ...BINARY_TYPES }).map(([ending, type]) => `      ${type} ${ending};`),
  '    }',
  `    default_type ${PLAIN_TYPE.replace(/;.*/, '')};`,
  '    charset utf-8;',
  `    charset_types ${[...new Set(Object.values(TEXT_TYPES))].filter((type) => type !== 'text/html').join(' ')};`,
];
