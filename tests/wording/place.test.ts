import { expect, test } from 'vitest';
import { fullWidth, placesWord, placeWord } from '../../src/wording/place.ts';

test('a place of the text is named as such', () => {
  expect(['附表第1行', '附件2第3行', '指标完成情况第3行', '二(一)', '引言'].map(placeWord)).toEqual([
    '附表第1行',
    '附件2第3行',
    '指标完成情况第3行',
    '正文二（一）',
    '正文引言',
  ]);
  expect(fullWidth('一(二)')).toBe('一（二）');
});

test.each<[string, string[], string]>([
  ['one row', ['附表第1行'], '附表第1行'],
  ['rows that follow each other', ['附表第1行', '附表第2行', '附表第2行', '附表第3行'], '附表第1至3行'],
  ['rows with others between them', ['附表第1行', '附表第4行', '附表第7行'], '附表第1、4、7行'],
  ['rows in any order', ['附件2第3行', '附件2第1行'], '附件2第1、3行'],
  ['rows of two tables', ['附件1第1行', '附件2第1行', '附件1第2行'], '附件1第1、2行、附件2第1行'],
  ['a section once', ['正文一（一）', '正文一（一）'], '正文一（一）'],
  ['sections', ['正文一（一）', '正文一（二）', '正文二'], '正文一（一）、一（二）、二'],
  ['nothing', [], ''],
])('%s', (_, places, words) => expect(placesWord(places)).toBe(words));
