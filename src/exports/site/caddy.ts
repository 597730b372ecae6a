import { headersOf, headerValues, HSTS, patternOf, REVALIDATED } from './header-rule.ts';
import { quoted, type Server } from './server.ts';

const values = headerValues();

/** A Caddyfile. Of what is missing, the headers are those of its own page. */
export const caddy = ({ host, base, folder }: Server): string =>
  [
    '# 由 npm run server-config -- caddy 生成。域名和子路径变了，重新生成。',
    `${host ?? ':80'} {`,
    ...(base === '/' ? [] : [`  redir ${base.slice(0, -1)} ${base} permanent`, '  handle {', '    error 404', '  }']),
    `  handle_path ${base}* {`,
    `    root * ${quoted(folder)}`,
    `    header ?Cache-Control ${quoted(REVALIDATED)}`,
    ...values.flatMap(rule),
    '    # 只用 https 以后：',
    `    # header Strict-Transport-Security ${quoted(HSTS)}`,
    '    # 生成时写了 --compress 的，直接发压缩好的文件。',
    '    file_server {',
    '      precompressed br gzip',
    '    }',
    '  }',
    '  handle_errors {',
    `    root * ${quoted(folder)}`,
    '    rewrite * /404.html',
    ...Object.entries(headersOf('/404.html')).map(([name, value]) => `    header ${name} ${quoted(value)}`),
    '    file_server',
    '  }',
    '}',
  ]
    .map((line) => `${line}\n`)
    .join('');

function rule({ name, value, paths }: (typeof values)[number], i: number): string[] {
  if (paths.includes('/*')) return [`    header ${name} ${quoted(value)}`];
  const matcher = `@${name.toLowerCase()}-${i}`;
  return [
    `    ${matcher} path_regexp \`^(?:${paths.map(patternOf).join('|')})$\``,
    `    header ${matcher} ${name} ${quoted(value)}`,
  ];
}
