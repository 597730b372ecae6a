import { describe, expect, test } from 'vitest';
import { FACTS, read, replace, REGISTRY, TABLE, TEXT, textOf, valid, write, type Root } from './bulletin.ts';

/** What is reported most: big and strange input must be answered at all. How soon is a matter of `npm run bench`. */
const codes = (root: Root): string[] => [...new Set(read(root).problems.map((p) => p.code))];
const head = textOf(TABLE).split('\n')[0]!;
const rows = (n: number, row: (i: number) => string): Root =>
  valid().set(TABLE, [head, ...Array.from({ length: n }, (_, i) => row(i))].join('\n'));
const wide = (heading: string): Root =>
  valid().set(TABLE, `${head},${Array.from({ length: 180 }, () => heading).join(',')}\n`);
const paragraph = (text: string): Root => replace(TEXT, '\n## 附表', `\n${text}\n\n## 附表`);

describe('size', () => {
  test.each<[string, () => Root, string[]]>([
    [
      'a hundred thousand rows',
      () => rows(1e5, (i) => `${i},附表,指标${i},%,,1%,2%,3%,暂缺,附表第${i}行,无`),
      ['csv/too-many-rows'],
    ],
    ['a hundred thousand blank rows', () => valid().set(TABLE, textOf(TABLE) + ',,,,,,,,,,\n'.repeat(1e5)), []],
    [
      'ten thousand facts of one name',
      () =>
        valid().set(
          FACTS,
          textOf(FACTS) + Array.from({ length: 1e4 }, (_, i) => `事项,${i},项,,,一(一),,,`).join('\n'),
        ),
      ['row/duplicate', 'prose/not-in-text'],
    ],
    [
      'more mistakes than a call takes arguments',
      () => rows(1.9e4, (i) => `${i},附表,名称${i},pct,市级,#N/A,无,0.5,-,#N/A,#N/A`),
      ['row/unit', 'row/unknown-indicator', 'value/bare-missing', 'value/formula-error'],
    ],
    [
      'a million stray quotation marks',
      () => valid().set(FACTS, textOf(FACTS) + ' "a\n'.repeat(1e6)),
      ['csv/too-many-rows'],
    ],
    [
      'ten thousand columns',
      () => valid().set(TABLE, `序号,指标,${Array.from({ length: 1e4 }, () => '列').join(',')}\n1,2`),
      ['csv/too-many-columns'],
    ],
    ['a cell of a hundred thousand digits', () => write(TABLE, 'H2', '9'.repeat(1e5)), ['csv/long-cell']],
    ['a name of a hundred thousand letters', () => write(TABLE, 'C2', '汉'.repeat(1e5)), ['csv/long-cell']],
    ['a bound of ten thousand digits', () => write(REGISTRY, 'G2', '9'.repeat(1e4)), ['csv/long-cell']],
    ['an exponent', () => write(REGISTRY, 'G2', '1e999999'), ['row/bound']],
    ['quotations in quotations', () => paragraph(`${'> '.repeat(20_000)}甲`), ['mdx/nesting']],
    ['lists in lists', () => paragraph('1. '.repeat(20_000)), ['mdx/nesting']],
    ['brackets in brackets', () => paragraph(`${'['.repeat(3000)}甲${'](/a)'.repeat(3000)}`), []],
    ['a line of twenty thousand signs', () => paragraph('*'.repeat(20_000)), []],
    ['a line of links that never end', () => paragraph('[a]('.repeat(32_000)), ['mdx/many-signs']],
    ['ten thousand lines of quotation', () => paragraph('> 甲\n\n'.repeat(1e4)), ['mdx/long-text']],
    ['a text of links', () => paragraph('[a](/b)\n\n'.repeat(2400)), []],
    ['brackets in a heading', () => write(TABLE, 'F1', `2019年${'('.repeat(64_000)}`), ['csv/long-cell']],
    ['brackets in each heading', () => wide(`2019年${'('.repeat(1990)}`), ['csv/no-rows', 'header/duplicate']],
    [
      'mappings in mappings',
      () => replace(TEXT, /title: .*/, `${'? '.repeat(900)}a\ntitle: 通报`),
      ['front-matter/syntax'],
    ],
    [
      'a line of mappings',
      () => replace(TEXT, /title: .*/, `${'? '.repeat(10_000)}a\ntitle: 通报`),
      ['front-matter/long-line'],
    ],
    [
      'three hundred keys',
      () => replace(TEXT, /title: .*/, Array.from({ length: 300 }, (_, i) => `k${i}: 甲`).join('\n')),
      ['front-matter/too-many-keys'],
    ],
    [
      'sequences in sequences',
      () => replace(TEXT, /title: .*/, `title: ${'['.repeat(5000)}${']'.repeat(5000)}`),
      ['front-matter/long-line'],
    ],
    [
      'sequences in sequences over many lines',
      () =>
        replace(
          TEXT,
          /title: .*/,
          `title:\n${` ${'['.repeat(1900)}\n`.repeat(100)}${` ${']'.repeat(1900)}\n`.repeat(100)}`,
        ),
      ['front-matter/syntax'],
    ],
    [
      'aliases of aliases',
      () =>
        replace(
          TEXT,
          /title: .*/,
          'title: x\na: &a [1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]',
        ),
      ['front-matter/syntax'],
    ],
  ])('%s', (_, root, expected) => expect(codes(root()).sort()).toEqual([...expected].sort()));
});
