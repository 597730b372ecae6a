import { parseFrontmatter, unified } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { blocks } from '../../src/ingest/prose/blocks.ts';
import { componentOf } from '../../src/ingest/prose/component.ts';
import { frontMatter } from '../../src/ingest/prose/front-matter.ts';
import { markdown } from '../../src/ingest/prose/markdown.ts';
import { foreign } from '../../src/ingest/prose/mdx.ts';
import { remarkBulletin } from '../../src/integrations/remark-bulletin.ts';
import type { CheckedLibrary } from '../../src/check/library.ts';
import { read, replace, TEXT, textOf } from '../ingest/bulletin.ts';

const [seed, times] = [Number(process.env['FUZZ_SEED'] ?? 48), Number(process.env['FUZZ_TIMES'] ?? 1)];

/** A file as the build compiles it, and the tree that the last of its remark plugins was given. */
async function compiled(source: string, ...more: (() => (tree: Root, file: { path: string }) => void)[]) {
  let tree: Root | undefined;
  const look = () => (given: Root) => {
    tree = structuredClone(given);
  };
  const renderer = await unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkCjkFriendly, look, ...more],
  }).createMdxRenderer!(
    { syntaxHighlight: false },
    { optimize: true, srcDir: new URL('file:///src/'), sourcemap: false },
  );
  const { content, frontmatter } = parseFrontmatter(source, { frontmatter: 'empty-with-spaces' });
  const { code } = await renderer.process(content, '/content/issues/1.mdx', frontmatter);
  return { code, tree: tree! };
}

/** Statements of a module that are not what MDX and Astro write for every text. */
function statements(code: string): string[] {
  const file = ts.createSourceFile('text.js', code, ts.ScriptTarget.Latest);
  return file.statements.map((s) => s.getText(file)).filter((text) => !WRITTEN.test(text));
}

const WRITTEN = new RegExp(
  `^(?:${[
    String.raw`import \{[\w\s,]+\} from "astro/jsx-runtime";`,
    String.raw`export const frontmatter = \{[^]*\};`,
    String.raw`export function getHeadings\(\)`,
    String.raw`function _createMdxContent\(`,
    String.raw`export default function MDXContent\(`,
    String.raw`function _missingMdxReference\(`,
  ].join('|')})`,
);

const passes = (source: string): boolean => {
  const front = frontMatter(TEXT, source);
  return front.problems.length === 0 && markdown(TEXT, front.body).problems.length === 0;
};

/** What a file that passes the check must be once it is compiled. */
async function expectSameText(source: string): Promise<void> {
  const checked = markdown(TEXT, frontMatter(TEXT, source).body);
  const { code, tree } = await compiled(source);
  expect(foreign(tree)).toEqual([]);
  expect(statements(code)).toEqual([]);
  const shown = (root: Root): unknown =>
    blocks(root).map(({ text, line, seams, opens }) => ({ text, line, seams, opens }));
  expect(shown(tree)).toEqual(shown(checked.tree));
  const tags = tree.children.flatMap((n) => (n.type === 'mdxJsxFlowElement' ? [componentOf(n)] : []));
  expect(tags).toEqual(checked.components);
}

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

const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

/** Pieces that mean something in front matter, few at a time so that many of the files are sound. */
const yaml = fc
  .array(
    fc.constantFrom(
      ...[
        '受理',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        '\t',
        ': ',
        ':',
        '- ',
        '? ',
        ', ',
        ',',
        '|',
        '>',
        '|-',
        '"',
        "'",
        "''",
      ],
      ...[
        '[',
        ']',
        '{',
        '}',
        '\\',
        '\\n',
        '\\x41',
        '\\/',
        '%',
        '@',
        '`',
        '!',
        '~',
        '# ',
        ' #',
        '&a ',
        '*a',
        '<<: ',
        '---',
        '+++',
      ],
      ...[
        'null',
        'true',
        'draft: yes',
        '\ndraft: false',
        '\ndraft: !!bool true',
        '0x1F',
        '1e3',
        '\u2028',
        '\u0085',
        '\ufeff',
      ],
      ...[
        '\nsigner: >\n  甲\n  乙\n',
        '\nsigner: |\n  甲\n',
        '\nsigner: "甲\n  乙"',
        '\nsigner: 2021-01-25',
        '\nnames:\n- 甲',
      ],
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((pieces) => pieces.join(''));

describe('a text that passes the check', () => {
  test('compiles to that text and nothing else, whatever was written', { timeout: 120_000 }, async () => {
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const source = `${FRONT}\n${body}\n`;
        if (!passes(source)) return;
        passed += 1;
        await expectSameText(source);
      }),
      { seed, numRuns: 1500 * times },
    );
    expect(passed).toBeGreaterThan(100);
  });

  test('compiles without its front matter, whatever stands in that', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: FRONT.length - 4 }), yaml, async (at, inserted) => {
        const source = `${FRONT.slice(0, at)}${inserted}${FRONT.slice(at)}\n受理。\n`;
        if (passes(source)) await expectSameText(source);
      }),
      { seed, numRuns: 1500 * times },
    );
  });

  test.each<[string, string]>([
    ['the example', textOf(TEXT)],
    ['with escaped signs', `${FRONT}\n集合 \\{甲\\}，小于 \\<甲。\n`],
    ['with indented lines', `${FRONT}\n受理\n\n    97.2%\n`],
    ['with an entity', `${FRONT}\n&lt;b&gt; &#123;a&#125;\n`],
    ['with code of one line', `${FRONT}\n写 \`{a}\`。\n`],
    ['with a tag whose words hold an entity', `${FRONT}\n<Comparison group="a&quot;b" />\n`],
  ])('%s', async (_, source) => {
    expect(passes(source)).toBe(true);
    await expectSameText(source);
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

const notAsked = (): never => {
  throw new Error('refused before a library is asked for');
};

describe('what MDX would run', () => {
  test.each(RUNS)('%s is told in Chinese', (_, body) => {
    const { problems } = markdown(TEXT, frontMatter(TEXT, `${FRONT}\n${body}\n`).body);
    expect(problems.length).toBeGreaterThan(0);
    for (const p of problems) expect([p.severity, p.line! > 0, /^mdx\//.test(p.code)]).toEqual(['error', true, true]);
  });

  test.each(RUNS.slice(0, -1))('%s is not compiled, even unchecked', async (_, body) => {
    await expect(
      compiled(`${FRONT}\n${body}\n`, () => remarkBulletin({ base: '/', library: notAsked })),
    ).rejects.toThrow('没有发布任何内容');
  });
});

describe('an address of the site', () => {
  test('is that of the base under which the site is published', async () => {
    const text =
      '见[目录](/issues/)、[小节](#s1-1)、[别处](https://a.b/c)。\n\n![图](/icon.svg)\n\n见[图][1]。\n\n[1]: /data/\n';
    const root = replace(TEXT, '\n## 附表', `\n${text}\n## 附表`);
    const { bulletins, problems } = read(root);
    expect(problems).toEqual([]);
    const library = { bulletins } as unknown as CheckedLibrary;
    const { code } = await compiled(root.get(TEXT) as string, () =>
      remarkBulletin({ base: '/zwgk/', library: () => library }),
    );
    const addresses = [...code.matchAll(/(?:href|src)=\\?"([^"\\]+)/g)].map(([, address]) => address!);
    expect(addresses.filter((address) => !/figure-|charts/.test(address))).toEqual([
      '/zwgk/issues/',
      '#s1-1',
      'https://a.b/c',
      '/zwgk/icon.svg',
      '/zwgk/data/',
    ]);
  });
});
