import { describe, expect, test } from 'vitest';
import { singleChart } from '../../src/charts/single.ts';
import type { Size } from '../../src/charts/draw/theme.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import type { Row } from '../../src/domain/issue.ts';
import { framed, table, type Cells, type Options } from './fixture.ts';
import { overlap, pairs, picture } from './picture.ts';

const SIZES = ['wide', 'narrow'] as const;

function chart(unit: '%' | '分' | '工作日', cells: Cells, size: Size, options: Options = {}): string {
  const { group, indicators } = table(unit, [cells], options);
  return singleChart(group.rows[0] as Row, group, indicators.get('row-1') as Indicator, size, '图');
}

const cases: Record<string, (size: Size) => string> = {
  floors: (size) => chart('%', ['“一窗”分类受理率', '≥70', '≥80', '85', '上海市：实现综合窗口全覆盖'], size),
  expected: (size) =>
    chart('分', ['政务服务便利度', '68.34', '预计85'], size, { roles: ['baseline', 'achieved'], bounds: ['0', '100'] }),
  days: (size) => chart('工作日', ['企业开办办理时间', '5', '≤3', '2', '上海市：1'], size, { direction: '越低越好' }),
  gaps: (size) => chart('%', ['电子证照归集率', '40—45', '约60', '未公布', '暂缺'], size),
};
const words = (svg: string): string[] => picture(svg).texts.map(({ text }) => text);

describe('an indicator alone', () => {
  const all = Object.entries(cases).flatMap(([name, draw]) => SIZES.map((size) => [name, size, draw(size)] as const));

  test.each(all)('is drawn as before: %s, %s', async (name, size, svg) => {
    await expect(framed(svg)).toMatchFileSnapshot(`snapshots/single-${name}-${size}.svg`);
  });

  test.each(all)('keeps its labels apart, off the marks and inside: %s, %s', (_name, _size, svg) => {
    const { texts, marks, width, height } = picture(svg);
    expect(pairs(texts).filter(([a, b]) => overlap(a, b))).toEqual([]);
    expect(texts.filter((text) => marks.some((mark) => overlap(text, mark)))).toEqual([]);
    expect([...texts, ...marks].filter((b) => b.x1 < 0 || b.y1 < 0 || b.x2 > width || b.y2 > height)).toEqual([]);
  });

  test('has a line for each column, in the table’s order', () => {
    const columns = ['2019年评价水平', '2020年省定目标', '2020年达到水平', '国内前沿水平'];
    expect(words(cases.floors!('wide')).filter((text) => columns.includes(text))).toEqual(columns);
  });

  test('says the change and the distance to the target', () => {
    expect(words(cases.floors!('wide'))).toEqual(
      expect.arrayContaining(['比2019年至多提高15个百分点', '达标，高于目标下限5个百分点']),
    );
  });

  test('says whose number the frontier is', () => {
    expect(words(cases.days!('narrow'))).toEqual(expect.arrayContaining(['上海市', '1个工作日']));
  });

  test('has the words for a gap where its mark would be', () => {
    expect(words(cases.gaps!('wide'))).toEqual(expect.arrayContaining(['未公布', '暂缺']));
    expect(picture(cases.gaps!('wide')).marks.filter(({ ink }) => ink === 'achieved')).toEqual([]);
  });
});
