import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvParseRows } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/catalog.ts';
import { countOf } from '../../src/draft/decision.ts';
import { draft, type Draft } from '../../src/draft/draft.ts';
import { lineOf, REGISTRY_HEADER } from '../../src/draft/registered.ts';
import { EMPTY } from '../../src/ingest/table/registry.ts';
import { wordFile } from './word-file.ts';
import { temporary } from '../temporary.ts';

/** The same bulletin as a clerk wrote it by hand. */
const byHand = new URL('../roots/quarterly/', import.meta.url);
const work = temporary('draft');

async function drafted(name: string): Promise<Draft> {
  const made = draft(63, await wordFile(name), {}, EMPTY);
  if ('reason' in made) throw new Error(made.reason);
  return made;
}

const rows = (text: string): string[][] => csvParseRows(text.replace('\ufeff', ''));
const hand = (path: string): string => readFileSync(new URL(path, byHand), 'utf8');
const said = (d: Draft, kind: string): string[] => d.decisions.filter((x) => x.kind === kind).map((x) => x.message);

/** A root in which only those decisions were taken that the draft lists. */
function decided(name: string, { files, indicators }: Draft): string {
  const root = join(work, name);
  const lines = indicators.map((indicator, i) =>
    lineOf(indicator, '')
      .replace('〔编码，小写英文〕', `indicator-${i + 1}`)
      .replace(/〔[^〕]*〕/, '中性'),
  );
  const all = new Map([...files, ['data/indicators.csv', `${[REGISTRY_HEADER, ...lines].join('\n')}\n`]]);
  for (const [path, text] of all) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text.replace('lead: ""', 'lead: 某市优化营商环境工作领导小组办公室'));
  }
  return root;
}

describe.each(['yshj-typed', 'yshj-autonumbered'])('the quarterly bulletin of %s.docx', (name) => {
  test.each(['附件1', '附件2'])('has %s cell by cell as a clerk wrote it', async (table) => {
    const path = `data/issues/63/${table}.csv`;
    expect(rows((await drafted(name)).files.get(path)!)).toEqual(rows(hand(path)));
  });

  test('has its text as it stands, with each table at its place and no heading of our own', async () => {
    const body = (text: string): string => text.replace(/^---[\s\S]*?---\n/, '');
    expect(body((await drafted(name)).files.get('content/issues/63.mdx')!)).toBe(body(hand('content/issues/63.mdx')));
  });

  test('has a row for each number that only the text states, and for no other', async () => {
    const { files } = await drafted(name);
    const facts = rows(files.get('data/issues/63/facts.csv')!).slice(1);
    const values = (all: string[][]): string[] =>
      all.map(([, value, unit]) => `${value!.replace('及以下', '以下')} ${unit}`);
    expect(values(facts)).toEqual(values(rows(hand('data/issues/63/facts.csv')).slice(1)));
    expect(facts.map((cells) => cells[0]).filter((text) => /未命名|之二/.test(text!))).toEqual([]);
    expect(files.get('content/issues/63.mdx')).not.toContain('names:');
  });

  test('says what a number is to the table where the words make it evident, and of which area it is', async () => {
    const facts = rows((await drafted(name)).files.get('data/issues/63/facts.csv')!);
    const column = (heading: string): number => facts[0]!.indexOf(heading);
    const of = (heading: string): Record<string, string> =>
      Object.fromEntries(
        facts
          .slice(1)
          .filter((cells) => cells[column(heading)] !== '')
          .map((cells) => [cells[0]!, cells[column(heading)]!]),
      );
    expect(of('关系')).toEqual({
      '企业开办平均用时（2021年）': '基期',
      '开办环节（压减前）': '基期',
      '成本（下降前）': '基期',
      '成本（下降后）': '重述',
      '满意率（下降前）': '基期',
      '满意率（下降后）': '重述',
    });
    expect(of('地区')).toEqual({
      鲁山县连续排名末位: '鲁山县',
      '企业开办“一网通办”率（新华区）': '新华区',
      '企业开办“一网通办”率（鲁山县）': '鲁山县',
    });
    expect(of('时点')).toEqual({ '企业开办平均用时（2021年）': '2021年' });
  });

  test('lists what was left out, and few decisions', async () => {
    const d = await drafted(name);
    expect(said(d, 'left-out')).toEqual([
      '“完成率”一列（程序照别的列计算），“一级指标”一列（写进指标名录）',
      '“较上季度”“位次变化”2 列（程序照别的列计算）',
    ]);
    expect(said(d, 'indicator')[0]).toBe(
      '名录里没有“企业开办时间”，正文里叫“企业开办平均用时”，写作别名；新指标加一行：〔编码，小写英文〕,企业开办时间,企业开办平均用时,工作日,〔越高越好/越低越好/中性〕,,,开办企业,,',
    );
    expect(said(d, 'check')).toEqual([]);
    expect(countOf(d.decisions)).toBeLessThan(30);
  });

  test('passes the check once only the listed decisions are taken', async () => {
    const { bulletins, problems } = load(decided(name, await drafted(name)));
    expect(problems.filter((p) => p.severity !== 'notice')).toEqual([]);
    expect(bulletins[0]!.groups.map((g) => [g.name, g.rows.length])).toEqual([
      ['附件1', 10],
      ['附件2', 5],
    ]);
    expect(bulletins[0]!.facts.length).toBe(rows(hand('data/issues/63/facts.csv')).length - 1);
  });
});
