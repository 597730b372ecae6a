import { describe, expect, test } from 'vitest';
import { figuresChart, type TextFigure } from '../../src/charts/figures.ts';
import { framed, stated } from './fixture.ts';
import { overlap, pairs, picture } from './picture.ts';

const SIZES = ['wide', 'narrow'] as const;
const figure = (cell: string, unit: '项' | '%' | '人', name: string, beside: string | null = null): TextFigure => ({
  o: stated(cell, unit),
  name,
  beside,
});

const cases: Record<string, TextFigure[]> = {
  counts: [
    figure('65826', '项', '审批事项受理量', '办结率99.8%'),
    figure('96415', '项', '公共服务事项受理量', '办结率99.9%'),
  ],
  bounds: [
    figure('90余', '项', '梳理“一件事”主题'),
    figure('≥120', '项', '下放市级权限', '涉及十二个部门'),
    figure('40—60', '项', '证明事项'),
    figure('预计75', '项', '全年新增'),
    figure('≤30', '项', '保留的收费事项'),
  ],
  shares: [
    figure('84.0', '%', '法定办结时限压缩比', '截至2020年底'),
    figure('100', '%', '“最多跑一次”事项占比'),
    figure('51.8', '%', '“即办件”事项占比'),
  ],
};

describe('figures of the text', () => {
  const all = Object.entries(cases).flatMap(([name, figures]) =>
    SIZES.map((size) => [name, size, figuresChart(figures, size, '图')] as const),
  );

  test.each(all)('are drawn as before: %s, %s', async (name, size, svg) => {
    await expect(framed(svg)).toMatchFileSnapshot(`snapshots/figures-${name}-${size}.svg`);
  });

  test.each(all)('keep their labels apart, off the bars and inside: %s, %s', (_name, _size, svg) => {
    const { texts, marks, width, height } = picture(svg);
    expect(pairs(texts).filter(([a, b]) => overlap(a, b))).toEqual([]);
    expect(texts.filter((text) => marks.some((mark) => overlap(text, mark)))).toEqual([]);
    expect([...texts, ...marks].filter((b) => b.x1 < 0 || b.y1 < 0 || b.x2 > width || b.y2 > height)).toEqual([]);
  });

  test('are bars as long as their numbers, from zero', () => {
    const [a, b] = picture(figuresChart(cases.counts!, 'wide', '')).marks.filter(({ ink }) => ink === 'achieved');
    expect(a!.x1).toBe(0);
    expect((a!.x2 / b!.x2) * 96415).toBeCloseTo(65826, -2);
  });

  test('are read against the whole where they are shares', () => {
    expect(picture(figuresChart(cases.shares!, 'narrow', '')).texts.map(({ text }) => text)).toContain('100%');
  });

  test('say what is not exact', () => {
    const words = picture(figuresChart(cases.bounds!, 'wide', '')).texts.map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['90余项', '120项以上', '40—60项', '预计75项', '30项以下']));
  });

  test('refuse two units on one axis', () => {
    expect(() => figuresChart([figure('1', '项', '甲'), figure('1', '人', '乙')], 'wide', '')).toThrow('one unit');
  });
});
