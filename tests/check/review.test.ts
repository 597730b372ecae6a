import { describe, expect, test } from 'vitest';
import { format } from '../../src/ingest/problem/problem.ts';
import { release } from '../../src/check/review.ts';
import { read, REGISTRY, replace, TABLE, TEXT, textOf, valid, type Root } from '../ingest/bulletin.ts';

const open = (root: Root): string[] => release(read(root))!.open.map(format);

/** The valid bulletin again under another number, with another value reached. */
function again(root: Root, number: number, reached: string): Root {
  return root
    .set(TEXT.replace('1.mdx', `${number}.mdx`), textOf(TEXT))
    .set(TABLE.replace('/1/', `/${number}/`), textOf(TABLE).replace('97.2%', reached))
    .set(TABLE.replace('/1/comparison', `/${number}/facts`), textOf(TABLE.replace('comparison', 'facts')));
}

describe('before a release an editor is told', () => {
  test('of each indicator without a definition or an English name', () => {
    expect(open(valid())).toEqual([
      'data/indicators.csv：“网上可办率”在指标名录里没有口径，页面会写“口径未公布”\n→ 在 data/indicators.csv 补上口径；确实没有公布的，在文件头 acknowledged 里写 release/no-definition',
      'data/indicators.csv：““一窗”分类受理率”在指标名录里没有口径，页面会写“口径未公布”\n→ 在 data/indicators.csv 补上口径；确实没有公布的，在文件头 acknowledged 里写 release/no-definition',
      'data/indicators.csv：““一窗”分类受理率”没有英文名\n→ 在 data/indicators.csv 补上；暂时不用的，在文件头 acknowledged 里写 release/no-english-name',
      'data/indicators.csv：“开办企业时间”在指标名录里没有口径，页面会写“口径未公布”\n→ 在 data/indicators.csv 补上口径；确实没有公布的，在文件头 acknowledged 里写 release/no-definition',
    ]);
  });

  test('of each value of an area table whose heading says of no time', () => {
    const root = valid().set('data/issues/1/附件2.csv', '县区,网上可办率（%）\n甲县,97.2\n乙县,96\n');
    expect(open(root).filter((t) => t.includes('时期'))).toEqual([
      'data/issues/1/附件2.csv：“甲县网上可办率”的列名没有写时期，也没有写达到时点，页面会写“通报未注明”\n→ 写在列名里，如“2023年一季度综合得分（分）”；通报没有写的，在文件头 acknowledged 里写 release/no-as-of',
      'data/issues/1/附件2.csv：“乙县网上可办率”的列名没有写时期，也没有写达到时点，页面会写“通报未注明”\n→ 写在列名里，如“2023年一季度综合得分（分）”；通报没有写的，在文件头 acknowledged 里写 release/no-as-of',
    ]);
  });

  test('of nothing that the front matter acknowledges', () => {
    const root = replace(TEXT, 'names:', 'acknowledged: [release/no-definition, release/no-english-name]\nnames:');
    expect(open(root)).toEqual([]);
    expect(release(read(root))!.acknowledged).toHaveLength(4);
  });

  test('of an acknowledgement that nothing needs', () => {
    const root = replace(
      TEXT,
      'names:',
      'acknowledged: [release/no-definition, release/no-english-name, release/large-move]\nnames:',
    );
    expect(open(root)).toEqual([
      'content/issues/1.mdx：文件头确认了“release/large-move”，本期并没有这个提醒\n→ 从 acknowledged 里删掉它',
    ]);
  });

  test('of an indicator that the bulletin before had', () => {
    const root = again(valid(), 2, '97.3%');
    root.set(
      'data/issues/2/comparison.csv',
      (root.get('data/issues/2/comparison.csv') as string)
        .split('\n')
        .filter((line) => !line.includes('一窗'))
        .join('\n'),
    );
    expect(open(root).filter((t) => t.includes('本期没有'))).toEqual([
      'data/issues/2/comparison.csv：第1期有““一窗”分类受理率”，本期没有\n→ 核对是否漏填；通报确实不再列的，在文件头 acknowledged 里写 release/indicator-gone',
    ]);
  });

  test('of a value that moved more than twice as far as ever before', () => {
    const root = ['97.5%', '97.1%', '97.4%', '9.74%'].reduce((r, value, i) => again(r, i + 2, value), valid());
    expect(open(root).filter((t) => t.includes('变动'))).toEqual([
      'data/issues/5/comparison.csv：“网上可办率”由第4期的 97.4% 变为 9.74%，超过历次最大变动（0.4）的两倍\n→ 照通报核对；没有错的，在文件头 acknowledged 里写 release/large-move',
    ]);
  });

  describe('of a number that an earlier bulletin gives otherwise', () => {
    const written = (root: Root): string[] => open(root).filter((t) => t.includes('写的是'));
    const second = TABLE.replace('/1/', '/2/');
    const changed = (...changes: readonly (readonly [from: string, to: string])[]): Root =>
      changes.reduce((root, [from, to]) => replace(second, from, to, root), again(valid(), 2, '97.2%'));

    test('for the same time', () => {
      expect(written(changed())).toEqual([]);
      expect(written(changed(['70.41%', '71.40%']))).toEqual([
        'data/issues/2/comparison.csv：“网上可办率”的“2019年评价水平”，第1期写的是 70.41%，本期是 71.40%\n→ 照通报核对，看是否填到了别的指标上；第1期错了的，更正那一期，记入 data/corrections.csv；两期都照通报的，在文件头 acknowledged 里写 release/stated-otherwise',
      ]);
      expect(written(changed(['80%以上', '85%以上'], ['2020年省定目标', '2020年目标']))).toEqual([
        'data/issues/2/comparison.csv：““一窗”分类受理率”的“2020年目标”，第1期写的是 80%以上，本期是 85%以上\n→ 照通报核对，看是否填到了别的指标上；第1期错了的，更正那一期，记入 data/corrections.csv；两期都照通报的，在文件头 acknowledged 里写 release/stated-otherwise',
      ]);
    });

    test('as its baseline, what was reached before', () => {
      const next = [
        ['2019年评价水平', '2020年评价水平'],
        ['2020年省定目标', '2021年省定目标'],
        ['2020年达到水平', '2021年达到水平'],
      ] as const;
      expect(written(changed(...next, ['70.41%', '97.2%'], ['70%以上', '85%'], [',3,', ',1,']))).toEqual([]);
      expect(written(changed(...next, ['70.41%', '85%'], ['70%以上', '97.2%'], [',3,', ',1,']))).toEqual([
        'data/issues/2/comparison.csv：“网上可办率”的“2020年评价水平”，第1期写的是 97.2%，本期是 85%\n→ 照通报核对，看是否填到了别的指标上；第1期错了的，更正那一期，记入 data/corrections.csv；两期都照通报的，在文件头 acknowledged 里写 release/stated-otherwise',
        'data/issues/2/comparison.csv：““一窗”分类受理率”的“2020年评价水平”，第1期写的是 85%，本期是 97.2%\n→ 照通报核对，看是否填到了别的指标上；第1期错了的，更正那一期，记入 data/corrections.csv；两期都照通报的，在文件头 acknowledged 里写 release/stated-otherwise',
      ]);
    });

    test('but not what another level has, what was expected, or what goes on until its year ends', () => {
      const first = replace(TABLE, '97.2%', '预计97.2%');
      expect(written(again(first, 2, '92.7%'))).toEqual([]);
      expect(written(again(valid(), 2, '92.7%'))).toEqual([]);
      expect(written(changed(['市级,70.41%', '县级,71.40%']))).toEqual([]);
      expect(written(changed(['国内前沿水平', '2020年国内前沿水平'], ['暂缺,附表第1行', '99%,附表第1行']))).toEqual([]);
    });

    test('nor a number that an earlier one, less exact, allows', () => {
      expect(written(changed(['70%以上', '72.5%']))).toEqual([]);
      expect(written(changed(['70%以上', '65%']))).toHaveLength(1);
      expect(written(changed(['70.41%', '约71%']))).toEqual([]);
    });

    test('nor one that is counted otherwise since', () => {
      const root = changed(['70.41%', '71.40%']);
      const added = ['口径变更', '第2期起改按办件量计算'];
      const registry = textOf(REGISTRY)
        .split('\n')
        .map((line, i) => line && `${line},${added[i] ?? ''}`);
      expect(written(root.set(REGISTRY, registry.join('\n')))).toEqual([]);
    });
  });
});
