import fc from 'fast-check';
import type { Element, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { frontMatter } from '../../src/ingest/prose/front-matter.ts';
import { markdown } from '../../src/ingest/prose/markdown.ts';
import type { ReconciledBulletin } from '../../src/reconcile/bulletin.ts';
import { typeset, type Passage } from '../../src/typesetting/typeset.ts';
import { read, replace, TEXT, textOf, valid } from '../ingest/bulletin.ts';

const [seed, times] = [Number(process.env['FUZZ_SEED'] ?? 48), Number(process.env['FUZZ_TIMES'] ?? 1)];

const FRONT = /^---\n[^]*?\n---\n/.exec(textOf(TEXT))![0];

/** Pieces that Markdown and MDX read differently, among words. */
const piece = fc.constantFrom(
  ...['受理', '97.2%', ' ', '  ', '    ', '\n', '\n\n', '\n\n\n', '\r\n', '\r', '\t', '。', '（一）', 'a', '\ufeff'],
  ...[
    'export ',
    'import ',
    'export const a = 1',
    'import "node:fs"',
    ' /*',
    '*/',
    '//',
    '`',
    '``',
    '```',
    '~~~',
    '${',
    'x',
  ],
  ...[
    '{',
    '}',
    '\\{',
    '\\<',
    '\\',
    '{/* */}',
    '<',
    '>',
    '</',
    '/>',
    '<>',
    '</>',
    '<!--',
    '-->',
    '<http://a.b>',
    '<a@b.c>',
  ],
  ...[
    '<b>',
    '<Comparison group="附表" />',
    '<Comparison',
    ' group="附表"',
    ' of={a}',
    ' {...a}',
    '<Figures of="a&quot;b" />',
  ],
  ...['[', ']', '](', ')', '![', '[a]: /b', '[a]', '"', "'", '(', '/a.png', '&lt;', '&#123;', '&amp;', '&#x3C;b>'],
  ...['---', '===', '# ', '## ', '- ', '1. ', '> ', '*', '**', '_', '__', '* * *', '+++', '<?a?>', '<![CDATA[', ']]>'],
);

/** The bulletin of a text that passes the check of texts, whatever its numbers are tied to. */
function bulletinOf(body: string): ReconciledBulletin | undefined {
  const source = `${FRONT}\n${body}\n`;
  const front = frontMatter(TEXT, source);
  if (front.problems.length > 0 || markdown(TEXT, front.body).problems.length > 0) return undefined;
  return read(valid().set(TEXT, source)).bulletins[0];
}

const htmlOf = (passages: readonly Passage[]): string =>
  passages.map((passage) => ('html' in passage ? passage.html : '')).join('');

const elementsIn = (nodes: readonly RootContent[]): Element[] =>
  nodes.flatMap((node) => (node.type === 'element' ? [node, ...elementsIn(node.children)] : []));

const wordsOf = (nodes: readonly RootContent[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('');

const unspaced = (text: string): string => text.replace(/\s/g, '');

const ELEMENTS = /^(?:p|h[1-6]|ul|ol|li|blockquote|em|strong|a|img|code|br|hr|div|span|wbr)$/;
const ATTRIBUTES = /^(?:id|className|href|src|alt|title|start)$/;

function expectItself(bulletin: ReconciledBulletin): void {
  const { children } = fromHtml(htmlOf(typeset(bulletin, '/')), { fragment: true });
  for (const { tagName, properties } of elementsIn(children)) {
    expect(tagName).toMatch(ELEMENTS);
    for (const name of Object.keys(properties)) expect(name).toMatch(ATTRIBUTES);
  }
  expect(unspaced(wordsOf(children))).toBe(unspaced(bulletin.blocks.map(({ text }) => text).join('')));
}

describe('a text that passes the check', () => {
  test('is set as that text, in elements that do nothing, whatever was written', { timeout: 120_000 }, () => {
    let passed = 0;
    const body = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(body, (text) => {
        const bulletin = bulletinOf(text);
        if (!bulletin) return;
        passed += 1;
        expectItself(bulletin);
      }),
      { seed, numRuns: 1500 * times },
    );
    expect(passed).toBeGreaterThan(100);
  });

  test.each<[string, string]>([
    ['escaped signs', '集合 \\{甲\\}，小于 \\<甲。'],
    ['indented lines', '受理\n\n    办结'],
    ['entities', '&lt;b&gt; &#123;a&#125; &amp;amp;'],
    ['code of one line', '写 `{a} <b>`。'],
    ['quotes', '“甲”、"乙"、\'丙\''],
    ['a list, a quotation and emphasis', '- 甲\n- **乙**\n\n> 丙*丁*'],
  ])('is set as it is with %s', (_, body) => {
    const bulletin = bulletinOf(body)!;
    expect(bulletin).toBeDefined();
    expectItself(bulletin);
  });

  test('has its chart tags between its runs of words, with their attributes', () => {
    const { bulletins } = read(valid());
    const tags = typeset(bulletins[0]!, '/').flatMap((passage) => ('component' in passage ? [passage.component] : []));
    expect(tags.map(({ name, attributes }) => [name, ...attributes])).toEqual(
      bulletins[0]!.components.map(({ name, attributes }) => [name, ...attributes]),
    );
    expect(tags.length).toBeGreaterThan(0);
  });

  test('has every number as a link on the page, and as a number that is not broken in print', () => {
    const bulletin = read(valid()).bulletins[0]!;
    const numbers = bulletin.ties.map(({ text }) => unspaced(text));
    const shown = (form: 'linked' | 'printed', pattern: RegExp): string[] =>
      elementsIn(fromHtml(htmlOf(typeset(bulletin, '/', form)), { fragment: true }).children)
        .filter(({ tagName, properties }) => pattern.test(`${tagName}.${String(properties['className'])}`))
        .map(({ children }) => unspaced(wordsOf(children)));
    expect(shown('linked', /^a\.number$/)).toEqual(numbers);
    expect(shown('printed', /^span\.whole$/)).toEqual(numbers);
    expect(shown('printed', /^a\./)).toEqual([]);
    expect(numbers.length).toBeGreaterThan(1);
  });
});

const RUNS: readonly [string, string][] = [
  ['an export under a heading', 'export const x = globalThis.process.getBuiltinModule("fs") /*\n---\n\n*/'],
  ['an import under a heading', 'import "node:fs" /*\n---\n\n*/'],
  ['an export with an open template literal', 'export const x = `\n---\n\n`'],
  ['an expression', '{globalThis.process}'],
  ['an expression in a tag', '<Comparison group={globalThis.process} />'],
  ['a spread in a tag', '<Comparison {...globalThis} />'],
  ['an element', '<b>粗</b>'],
  ['a fragment', '<>粗</>'],
  ['an image whose words are an expression', '![{(}][a]\n\n[a]: /icon.svg'],
];

describe('what MDX would run', () => {
  test.each(RUNS)('%s is told in Chinese', (_, body) => {
    const { problems } = markdown(TEXT, frontMatter(TEXT, `${FRONT}\n${body}\n`).body);
    expect(problems.length).toBeGreaterThan(0);
    for (const p of problems) expect([p.severity, p.line! > 0, /^mdx\//.test(p.code)]).toEqual(['error', true, true]);
  });

  test.each(RUNS.slice(0, -1))('%s is not set, even unchecked', (_, body) => {
    const bulletin = { ...read(valid()).bulletins[0]!, body: `\n${body}\n` };
    expect(() => typeset(bulletin, '/')).toThrow('没有发布任何内容');
  });

  test('nor is a text that is not the one that was checked', () => {
    const bulletin = read(valid()).bulletins[0]!;
    expect(() => typeset({ ...bulletin, body: bulletin.body.replace('99.8', '98.8') }, '/')).toThrow(
      'content/issues/1.mdx：要生成页面的正文与检查过的不同，没有发布任何内容',
    );
  });
});

describe('an address of the site', () => {
  test('is that of the base under which the site is published', () => {
    const text =
      '见[目录](/issues/)、[小节](#s1-1)、[别处](https://a.b/c)。\n\n![图](/icon.svg)\n\n见[图][1]。\n\n[1]: /data/\n';
    const { bulletins, problems } = read(replace(TEXT, '\n## 附表', `\n${text}\n## 附表`));
    expect(problems).toEqual([]);
    const html = htmlOf(typeset(bulletins[0]!, '/zwgk/'));
    const addresses = [...html.matchAll(/(?:href|src)="([^"]+)/g)].map(([, address]) => address!);
    expect(addresses.filter((address) => !/figure-|charts/.test(address))).toEqual([
      '/zwgk/issues/',
      '#s1-1',
      'https://a.b/c',
      '/zwgk/icon.svg',
      '/zwgk/data/',
    ]);
    expect(
      addresses.filter((address) => /charts/.test(address)).every((one) => one.startsWith('/zwgk/issues/1/')),
    ).toBe(true);
  });
});
