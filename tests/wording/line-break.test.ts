import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letters, numbersApart, words } from '../../src/wording/line-break.ts';

const broken = (text: string): string => words(text).join('|');

describe('a label', () => {
  test.each([
    ['承诺办结时限平均压缩比例', '承诺|办结|时限|平均|压缩|比例'],
    ['政务服务事项不见面审批事项占比', '政务|服务|事项|不见面|审批|事项|占比'],
    ['行政许可事项即办件占比', '行政|许可|事项|即办件|占比'],
    ['实名差评按期整改率', '实名|差评|按期|整改率'],
    ['每万人发明专利拥有量', '每万人|发明|专利|拥有量'],
    ['与国家政务平台数据共享', '与国家|政务|平台|数据|共享'],
    ['政务服务成绩单各项指标', '政务|服务|成绩单|各项|指标'],
    ['不动产登记', '不动产|登记'],
  ])('breaks between words: %s', (text, pieces) => expect(broken(text)).toBe(pieces));

  test.each([
    ['“一窗”分类受理率', '“一窗”|分类|受理率'],
    ['国内前沿水平（上海市）', '国内|前沿|水平|（上海市）'],
    ['强化“五减一优”，稳步提升', '强化|“五减一优”，|稳步|提升'],
    ['叶县、舞钢市、新华区', '叶县、|舞钢市、|新华区'],
  ])('keeps marks with what they open and close: %s', (text, pieces) => expect(broken(text)).toBe(pieces));

  test.each([
    ['2020年省定目标', '2020年|省定|目标'],
    ['上年同期（2022年1—7月）水平', '上年|同期|（2022年1—7月）|水平'],
    ['截至2020年12月31日', '截至|2020年12月31日'],
    ['达到80%以上，高于目标17.2个百分点', '达到|80%以上，|高于|目标|17.2个百分点'],
    ['五项达到，一项差0.2个百分点', '五项|达到，|一项|差0.2个百分点'],
    ['用户达1,255,420人', '用户|达1,255,420人'],
    ['浓度35微克/立方米', '浓度|35微克/立方米'],
    ['第48期附表第1行', '第48期|附表|第1行'],
    ['PM2.5平均浓度', 'PM2.5平均|浓度'],
    ['可办事项12艘次', '可办|事项|12艘次'],
  ])('keeps a number with its unit and with the letter before it: %s', (text, pieces) =>
    expect(broken(text)).toBe(pieces),
  );

  test('keeps the name of the place in one piece', () =>
    expect(broken('平顶山市优化营商环境')).toBe('平顶山市|优化|营商|环境'));
  test('leaves an address as it is', () => expect(broken('https://example.org/a/b')).toBe('https://example.org/a/b'));

  const parts = [
    '政务服务',
    '率',
    '比',
    '不',
    '每',
    '的',
    '和',
    '“',
    '”',
    '（',
    '）',
    '，',
    '。',
    '97.2%',
    '2020年',
    '12',
    ' ',
  ];
  const sample = fc.array(fc.constantFrom(...parts), { maxLength: 16 }).map((some) => some.join(''));

  test('loses nothing', () =>
    fc.assert(
      fc.property(sample, (text) => words(text).join('') === text),
      { seed: 48 },
    ));
  test('begins no piece with a closing mark and ends none with an opening one', () =>
    fc.assert(
      fc.property(sample, (text) => {
        for (const piece of words(text).slice(1)) expect(piece).not.toMatch(/^[”），。]/u);
        for (const piece of words(text).slice(0, -1)) expect(piece).not.toMatch(/[“（]$/u);
      }),
      { seed: 48 },
    ));
  test('has no piece of a single Chinese letter but where marks stand on both sides', () =>
    fc.assert(
      fc.property(sample, (text) => {
        for (const [i, piece] of words(text).entries())
          if (/^\p{Script=Han}$/u.test(piece) && i > 0 && i < words(text).length - 1)
            expect(words(text)[i - 1]).toMatch(/[”），。 ]$/u);
      }),
      { seed: 48 },
    ));
});

describe('running text', () => {
  test('may break between any two letters, but not within a number', () =>
    expect(letters('占比达97.2%，升').join('|')).toBe('占|比|达|97.2%，|升'));
  test('has its numbers and dates apart', () =>
    expect(
      numbersApart('2020年占比97.2%，截至2021年1月25日；单位：个、件；共3')
        .map(({ text, whole }) => (whole ? `[${text}]` : text))
        .join(''),
    ).toBe('[2020年]占比[97.2%]，截至[2021年1月25日]；[单位：个、件]；共3'));
});
