import thirdParty from '../../publication/third-party.json' with { type: 'json' };

/** Notices that licences oblige whoever passes code or fonts on to pass on too: each text once, under all that it is of. */
export function licences(): string {
  const byText = Map.groupBy(thirdParty, ({ text }) => text);
  return [
    '本网站的页面和图里带有下列第三方程序和字体，各按其许可使用。\n',
    ...[...byText].map(([text, parts]) => {
      const names = parts.map(({ name, version, licence }) => `${name} ${version}（${licence}）\n`);
      return `${names.join('')}\n${text}\n`;
    }),
  ].join(`\n${'-'.repeat(78)}\n\n`);
}
