import { describe, expect, test } from 'vitest';
import { placesOf, tokensOf } from '../../src/search/token.ts';

const words = (text: string): string[] => tokensOf(text).map(({ word }) => word);

describe('the tokens of a text', () => {
  test.each([
    ['“一窗”分类', ['一', '窗', '分', '类']],
    ['达到97.2%以上', ['达', '到', '97.2', '以', '上']],
    ['65826项', ['65826', '项']],
    ['65,826项', ['65826', '项']],
    ['1,255,420人', ['1255420', '人']],
    ['2019,2020年', ['2019', '2020', '年']],
    ['65,8260', ['65', '8260']],
    ['办理3，123件', ['办', '理', '3', '123', '件']],
    ['84.0分', ['84', '分']],
    ['0.50', ['0.5']],
    ['100分', ['100', '分']],
    ['９７．２％', ['97.2']],
    ['PM2.5浓度', ['pm', '2.5', '浓', '度']],
    ['R语言和Excel', ['r', '语', '言', '和', 'excel']],
    ['⑨', ['9']],
    ['——，。', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('say where they stand, as it was written', () => {
    const text = '共65,826项';
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['共', '65,826', '项']);
  });
});

describe('the places of a part', () => {
  test('run over the signs between its words, and not beyond', () => {
    const text = '“一窗”分类，一窗受理';
    expect(placesOf(['一', '窗'], text).map(([a, b]) => text.slice(a, b))).toEqual(['一窗', '一窗']);
    expect(placesOf(['窗', '分'], text).map(([a, b]) => text.slice(a, b))).toEqual(['窗”分']);
  });

  test('are none where a number is only part of another', () => {
    expect(placesOf(['97.2'], '达到197.25')).toEqual([]);
    expect(placesOf(['826'], '65,826项')).toEqual([]);
  });

  test('do not overlap', () => {
    expect(placesOf(['人', '人'], '人人人人人')).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });
});
