import { describe, expect, test } from 'vitest';
import { FACTS, replace, TEXT, textOf, told, valid, type Root } from '../ingest/bulletin.ts';

/** The sound root with a sentence and rows of facts.csv that have a column 原文 too. */
function root(sentence: string, ...rows: string[]): Root {
  const [head, ...others] = textOf(FACTS).trimEnd().split('\n');
  const facts = [`${head},原文`, ...others.map((row) => `${row},`), ...rows];
  return replace(TEXT, '建设了', `${sentence}建设了`, valid().set(FACTS, `${facts.join('\n')}\n`));
}

/** A mistake, what must be in the hint, and the rows that follow it to the letter. */
const CURES: readonly (readonly [
  sentence: string,
  wrong: readonly string[],
  hint: string,
  right: readonly string[],
])[] = [
  ['新增 77 项。', [], '加一行，出处写“一(一)”', ['新增,77,项,,,一(一),,,,']],
  [
    '受理审批 65826 项。',
    [],
    '加一行，出处写“一(一)”，原文写“受理审批 65826 项。建设了”；是同一个数又说了一遍的，关联指标写“审批事项受理量”，关系写“重述”',
    ['审批事项受理量,65826,项,,,一(一),审批事项受理量,重述,,受理审批 65826 项。建设了'],
  ],
  [
    '截至2020年6月底，窗口8个。',
    ['窗口,8,个,,,一(一),,,,'],
    '时点写“2020年6月底”',
    ['窗口,8,个,2020年6月底,,一(一),,,,'],
  ],
  [
    '截至2020年6月底，窗口8个。',
    ['窗口,8,个,2020年底,,一(一),,,,'],
    '时点改为“2020年6月底”',
    ['窗口,8,个,2020年6月底,,一(一),,,,'],
  ],
  ['窗口8个。', ['窗口,8,个,,省级,一(一),,,,'], '正文没有写层级的，空着', ['窗口,8,个,,,一(一),,,,']],
  ['窗口8个。', ['窗口,8,个,,,一(一),,,,', '柜台,8,个,,,一(一),,,,'], '请删掉这一行', ['窗口,8,个,,,一(一),,,,']],
  ['窗口8个。', ['窗口,8,个,,,引言,,,,'], '出处改为“一(一)”', ['窗口,8,个,,,一(一),,,,']],
  [
    '甲乙5项，丙丁5项。',
    ['某事,5,项,,,一(一),,,,', '另事,5,项,,,一(一),,,,'],
    '在“原文”列写上它所在的一小段，如“甲乙5项，丙丁”、“丙丁5项。建设了”',
    ['某事,5,项,,,一(一),,,,甲乙5项，丙丁', '另事,5,项,,,一(一),,,,丙丁5项。建设了'],
  ],
  [
    '甲类办结率91%，乙类满意率92%。',
    ['甲类办结率,92%,%,,,一(一),,,,', '乙类满意率,91%,%,,,一(一),,,,'],
    '照正文核对这两行的指标和数值',
    ['甲类办结率,91%,%,,,一(一),,,,', '乙类满意率,92%,%,,,一(一),,,,'],
  ],
  ['绿道5楹。', ['绿道,5,个,,,一(一),,,,'], '照通报原文改正其中一处', ['绿道,5,楹,,,一(一),,,,']],
];

describe('a hint followed to the letter cures', () => {
  test.each(CURES.slice(0, -1))('%s', (sentence, wrong, hint, right) => {
    expect(told(root(sentence, ...wrong)).join('\n')).toContain(hint);
    expect(told(root(sentence, ...right))).toEqual([]);
  });

  test('a unit that nobody knows, with its line in data/units.csv', () => {
    const units = '单位,类别,差的说法\n楹,计数,\n';
    const [sentence, wrong, hint, right] = CURES.at(-1)!;
    expect(told(root(sentence, ...wrong)).join('\n')).toContain(hint);
    expect(told(root(sentence, ...right).set('data/units.csv', units))).toEqual([]);
  });
});
