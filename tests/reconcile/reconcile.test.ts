import { describe, expect, test } from 'vitest';
import { spell } from '../../src/wording/phrase.ts';
import { FACTS, read, replace, TEXT, textOf, told, valid, type Root } from '../ingest/bulletin.ts';

/** The root whose text begins its first section with `sentence`, and whose facts have these rows more. */
const stating = (sentence: string, ...rows: string[]): Root =>
  replace(TEXT, '截止', `${sentence}截止`, valid().set(FACTS, `${textOf(FACTS)}${rows.map((r) => `${r}\n`).join('')}`));

/** The numbers of the text and what each is tied to. */
const ties = (root: Root): string[] =>
  read(root).bulletins[0]!.ties.map(({ text, of: [o] }) => `${text.trim()} ${o!.name} ${spell(o!)}`);

describe('numbers of a section', () => {
  test('that are equal are tied to equal figures in their order', () =>
    expect(
      ties(
        stating(
          '新增事项5项，下放事项5项，取消事项5项。',
          '新增事项,5,项,,,一(一),,,',
          '下放事项,5,项,,,一(一),,,',
          '取消事项,5,项,,,一(一),,,',
        ),
      ).slice(0, 3),
    ).toEqual(['5项 新增事项 5项', '5项 下放事项 5项', '5项 取消事项 5项']));

  test('that are stated once more need a row of their own', () =>
    expect(
      told(
        stating('新增事项5项，下放事项5项，共两类各5项。', '新增事项,5,项,,,一(一),,,', '下放事项,5,项,,,一(一),,,'),
      ),
    ).toEqual([
      'content/issues/1.mdx 第16行：“5项”在数据里找不到（一(一)，“放事项5项，共两类各5项。截止2”）；“新增事项”有这个数，但已经是正文另一处的数\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”，原文写“共两类各5项。截止2”；是同一个数又说了一遍的，关联指标写“新增事项”，关系写“重述”',
    ]));

  test('count their turns apart for each unit and qualifier', () =>
    expect(
      ties(
        stating(
          '新增事项5项，约5项，窗口5个。',
          '窗口,5,个,,,一(一),,,',
          '新增事项,5,项,,,一(一),,,',
          '下放事项,约5,项,,,一(一),,,',
        ),
      ).slice(0, 3),
    ).toEqual(['5项 新增事项 5项', '约5项 下放事项 约5项', '5个 窗口 5个']));

  test('give each figure its own sentence', () => {
    const { bulletins } = read(
      stating('新增事项5项；下放事项5项。', '新增事项,5,项,,,一(一),,,', '下放事项,5,项,,,一(一),,,'),
    );
    const sentences = bulletins[0]!.facts.slice(2).map((o) => o.source.sentence);
    expect(sentences).toEqual(['新增事项5项；', '下放事项5项。']);
  });
});

describe('a number is told', () => {
  const numberIn = (root: Root): string[] => told(root).filter((line) => line.includes('.mdx'));

  test.each<[string, string, string[]]>([
    ['that differs in its decimals', '办结率为 99.80%。', ['小数位']],
    ['that differs in its qualifier', '办结率约为 99.8%。', ['限定词']],
    ['that differs in its unit', '办结率为 99.8 分。', ['单位']],
  ])('%s', (_, sentence, [what]) => {
    const lines = numberIn(replace(TEXT, '办结率为 99.8%。', sentence));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(what);
  });

  test('where it is expected and the figure is not', () =>
    expect(numberIn(replace(TEXT, '办结率为 99.8%。', '办结率预计为 99.8%。'))[0]).toContain('是否预计'));
});
