import { describe, expect, test } from 'vitest';
import { toldOf } from './stating.ts';

const lines = (sentence: string, ...rows: string[]): string[] =>
  toldOf(sentence, ...rows).map((line) => line.replace(/^\S+ 第(\d+)行 ([A-Z])\d+ “\S+”：/, '$2$1 '));

describe('the time of a figure', () => {
  test.each<[string, string, string]>([
    ['截至2020年6月底，窗口8个。', '2020年6月底', 'of a clause that only tells it'],
    ['2020年6月底，全市有窗口8个。', '2020-06-30', 'in other words'],
    ['截至2020年6月底，甲类窗口已满；窗口8个。', '2020年6月底', 'of a clause before other clauses'],
    ['1—11月，窗口8个。', '2020年1—11月', 'without its year'],
    ['去年底，窗口8个。', '2020年底', 'counted from the bulletin'],
    ['窗口8个。', '2020年底', 'of the sentence before'],
    ['窗口比2019年的8个少。', '2019年', 'its own, to compare with'],
    ['窗口8个。', '', 'none'],
    ['2018、2019、2020年分别有窗口8个。', '', 'none where there are several'],
  ])('may be stated: %s %s (%s)', (sentence, time) =>
    expect(lines(sentence, `窗口,8,个,${time},,一(一),,,`)).toEqual([]),
  );

  test.each<[string, string, string]>([
    [
      '截至2020年6月底，窗口8个。',
      '2020年底',
      'D4 时点“2020年底”在这个数所在的句子里找不到（“020年6月底，窗口8个。建设了”），写明的是“2020年6月底”\n→ 时点改为“2020年6月底”',
    ],
    [
      '截至2020年6月底，窗口8个。',
      '',
      'D4 正文写明这个数的时间是“2020年6月底”（“020年6月底，窗口8个。建设了”），时点却空着\n→ 时点写“2020年6月底”',
    ],
    [
      '目前，窗口8个。',
      '2020年底',
      'D4 时点“2020年底”在这个数所在的句子里找不到（“9.8%。目前，窗口8个。建设了”）\n→ 正文没有写时点的，时点空着，不要从别处推断',
    ],
    [
      '窗口比2018年多，有8个。',
      '2019年',
      'D4 时点“2019年”在这个数所在的句子里找不到（“口比2018年多，有8个。建设了”），写的是“2018年”\n→ 照正文改成“2018年”；正文没有写时点的，空着',
    ],
  ])('that is not the sentence’s is told: %s %s', (sentence, time, line) =>
    expect(lines(sentence, `窗口,8,个,${time},,一(一),,,`)).toEqual([line]),
  );

  test('of one number is not taken from the sentence before where the next has none', () =>
    expect(lines('窗口8个，用户9人。', '窗口,8,个,2020年底,,一(一),,,', '用户,9,人,,,一(一),,,')).toEqual([
      'D4 这一句自己没有写时间，有的数写了时点“2020年底”（“为 99.8%。窗口8个，用户9”），第5行“用户”却空着\n→ 接着上一句说的，都写上“2020年底”；不是的，都空着',
    ]));
});

describe('level and area of a figure', () => {
  test.each([
    ['我市窗口8个。', '市级'],
    ['市级窗口8个。', '市级'],
    ['全省窗口8个。', '省级'],
  ])('may be stated: %s', (sentence, level) => expect(lines(sentence, `窗口,8,个,,${level},一(一),,,`)).toEqual([]));

  test('that the sentence does not state are told', () =>
    expect(lines('窗口8个。', '窗口,8,个,,省级,一(一),,,')).toEqual([
      'E4 层级“省级”在这个数所在的句子里找不到（“为 99.8%。窗口8个。建设了”）\n→ 照正文改；正文没有写层级的，空着',
    ]));
});
