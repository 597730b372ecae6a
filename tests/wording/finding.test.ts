import { describe, expect, test } from 'vitest';
import { groupFinding, issueFinding } from '../../src/wording/finding.ts';
import { rowFinding } from '../../src/wording/row-finding.ts';
import { table, type Cells, type Options } from '../charts/fixture.ts';
import { bulletinWith } from './bulletin.ts';

const COMPARED = { roles: ['baseline', 'target', 'achieved'] } as const;
const SCORED = { roles: ['baseline', 'achieved'], bounds: ['0', '100'] } as const;
const LOWER = { ...COMPARED, direction: '越低越好' } as const;

function finding(unit: string, rows: readonly Cells[], options: Options = COMPARED, name = '附表'): string {
  const { group, indicators } = table(unit, rows, options);
  return groupFinding({ ...group, name }, indicators).join('');
}

describe('the finding of a table with targets', () => {
  test.each<[string, readonly Cells[], string]>([
    ['whose one target is met', [['甲', '70', '80', '90']], '附表所列省定目标已经达到。'],
    ['whose one target is missed', [['甲', '70', '80', '79.9']], '附表所列省定目标未达到（甲）。'],
    ['whose one target is pending', [['甲', '70', '80', '预计90']], '附表所列省定目标待评（甲）。'],
    [
      'that are all met, some exactly',
      [
        ['甲', '70', '80', '90'],
        ['乙', '70', '80', '80.0'],
        ['丙', '70', '≥80', '85'],
      ],
      '附表所列三项省定目标全部达到。其中两项高于目标，一项正好达到目标。',
    ],
    [
      'that are all met and all exceeded',
      [
        ['甲', '70', '80', '90'],
        ['乙', '70', '80', '81'],
      ],
      '附表所列两项省定目标全部达到。',
    ],
    [
      'that are all met, by a margin that is open for one',
      [
        ['甲', '70', '80', '≥80'],
        ['乙', '70', '80', '80'],
      ],
      '附表所列两项省定目标全部达到。',
    ],
    [
      'that are all missed',
      [
        ['甲', '70', '80', '79'],
        ['乙', '70', '80', '78'],
      ],
      '附表所列两项省定目标均未达到（甲、乙）。',
    ],
    [
      'that are all pending',
      [
        ['甲', '70', '80', '预计90'],
        ['乙', '70', '80', '约90'],
        ['丙', '70', '80', '暂缺'],
      ],
      '附表所列三项省定目标均待评（甲、乙、丙）。',
    ],
    [
      'of every outcome',
      [
        ['甲', '70', '80', '90'],
        ['乙', '70', '80', '80'],
        ['丙', '70', '80', '79'],
        ['丁', '70', '80', '暂缺'],
        ['戊', '70', '未列', '90'],
      ],
      '附表所列四项省定目标中，两项达到，一项未达到（丙），一项待评（丁）。达到的两项中，一项高于目标，一项正好达到目标。戊未列目标。',
    ],
    [
      'of which some are missed and none is pending',
      [
        ['甲', '70', '80', '90'],
        ['乙', '70', '80', '79'],
      ],
      '附表所列两项省定目标中，一项达到，一项未达到（乙）。',
    ],
    [
      'of which none is met',
      [
        ['甲', '70', '80', '79'],
        ['乙', '70', '80', '暂缺'],
      ],
      '附表所列两项省定目标中，一项未达到（甲），一项待评（乙）。',
    ],
    ['of which none is listed', [['甲', '70', '未列', '90']], '附表没有可以评判的目标。'],
  ])('%s', (_, rows, sentences) => expect(finding('%', rows)).toBe(sentences));

  test('is better, not higher, where less is better', () => {
    const rows: readonly Cells[] = [
      ['甲', '5', '3', '2'],
      ['乙', '5', '3', '3'],
    ];
    expect(finding('工作日', rows, LOWER)).toBe('附表所列两项省定目标全部达到。其中一项优于目标，一项正好达到目标。');
  });

  test('names a table that is not called one', () =>
    expect(finding('%', [['甲', '70', '80', '90']], COMPARED, '“互联网+”时间')).toBe(
      '“‘互联网+’时间”表所列省定目标已经达到。',
    ));
});

describe('what declined is said', () => {
  test.each<[string, readonly Cells[], string]>([
    ['of one', [['甲', '90', '80', '85.5']], '甲较2019年下降4.5个百分点。'],
    ['of a bound', [['甲', '≥90', '80', '85.5']], '甲较2019年至少下降4.5个百分点。'],
    [
      'of three, by name and size',
      [
        ['甲', '90', '80', '85'],
        ['乙', '91', '80', '85'],
        ['丙', '92', '80', '85'],
        ['丁', '70', '80', '85'],
        ['戊', '85', '80', '85'],
      ],
      '甲较2019年下降5个百分点，乙较2019年下降6个百分点，丙较2019年下降7个百分点。',
    ],
    [
      'of four, by name',
      [
        ['甲', '90', '80', '85'],
        ['乙', '91', '80', '85'],
        ['丙', '92', '80', '85'],
        ['丁', '93', '80', '85'],
      ],
      '四项不如基期（甲、乙、丙等）。',
    ],
  ])('%s', (_, rows, sentence) => expect(finding('%', rows).split('达到。')[1]).toBe(sentence));

  test('of a duration, which is better when it is shorter', () => {
    const rows: readonly Cells[] = [
      ['甲', '1', '3', '2'],
      ['乙', '3', '3', '2'],
    ];
    expect(finding('工作日', rows, LOWER)).toBe('附表所列两项省定目标全部达到。甲较2019年增加1个工作日。');
  });

  test('of no expected number and of no indicator without direction', () => {
    expect(finding('%', [['甲', '90', '80', '预计85']])).not.toContain('下降');
    expect(finding('%', [['甲', '90', '80', '85']], { ...COMPARED, direction: '中性' })).not.toContain('下降');
  });

  test('of a table without targets', () =>
    expect(finding('分', [['甲', '90', '85']], SCORED, '评价得分')).toBe('甲较2019年下降5分。'));
});

describe('the finding of a table without targets', () => {
  test('tells full marks, expected numbers and gaps', () =>
    expect(
      finding(
        '分',
        [
          ['甲', '100', '100'],
          ['乙', '90', '100.0'],
          ['丙', '68.34', '预计85'],
          ['丁', '70', '预计100'],
          ['戊', '70', '暂缺'],
          ['己', '70', '≥99'],
        ],
        SCORED,
        '评价得分',
      ),
    ).toBe(
      '评价得分六项中，甲保持满分（100分）；乙达到满分（100.0分）；丙85分、丁100分是预计数，不是已经达到的成绩；戊没有达到水平的数值。',
    ));

  test('is silent where there is nothing to tell', () => expect(finding('分', [['甲', '70', '80']], SCORED)).toBe(''));

  test('knows no full marks of a share, nor without an upper bound', () => {
    expect(finding('%', [['甲', '70', '100']], SCORED)).toBe('');
    expect(finding('分', [['甲', '70', '100']], { roles: SCORED.roles })).toBe('');
  });
});

test('a bulletin tells of its targets first', () => {
  const scores = table('分', [['甲', '70', '预计85']], SCORED);
  const targets = table('%', [['乙', '70', '80', '90']], COMPARED);
  const groups = [{ ...scores.group, name: '评价得分' }, targets.group];
  expect(issueFinding(bulletinWith(groups), scores.indicators)).toEqual([
    '附表所列省定目标已经达到。',
    '评价得分一项中，甲85分是预计数，不是已经达到的成绩。',
  ]);
});

describe('the finding of a row', () => {
  const sentence = (unit: string, cells: Cells, options: Options = COMPARED): string => {
    const { group } = table(unit, [cells], options);
    return rowFinding(group.rows[0]!, group);
  };

  test.each<[string, Cells, string]>([
    [
      'that rose over its target',
      ['甲', '70.41', '80', '97.2'],
      '甲2020年达到97.2%，高于省定目标（80%）17.2个百分点，比2019年（70.41%）提高26.79个百分点。',
    ],
    [
      'that fell under its target',
      ['甲', '90', '80', '79.9'],
      '甲2020年为79.9%，未达到省定目标（80%），差0.1个百分点，比2019年（90%）下降10.1个百分点。',
    ],
    [
      'that stayed the same at its target',
      ['甲', '80', '80', '80'],
      '甲2020年达到80%，正好达到省定目标（80%），与2019年（80%）持平。',
    ],
    [
      'that is expected',
      ['甲', '70', '80', '预计85'],
      '甲预计2020年为85%，预计高于省定目标（80%）5个百分点，比2019年（70%）预计提高15个百分点。',
    ],
    [
      'of which a floor is known',
      ['甲', '70', '80', '≥80'],
      '甲2020年达到80%以上，不低于省定目标（80%），比2019年（70%）至少提高10个百分点。',
    ],
    [
      'that has a verb of its own',
      ['甲', '70', '80', '>80'],
      '甲2020年超过80%，高于省定目标（80%），比2019年（70%）至少提高10个百分点。',
    ],
    [
      'that stays under a number',
      ['甲', '70', '80', '<80'],
      '甲2020年不足80%，未达到省定目标（80%），比2019年（70%）至多提高10个百分点。',
    ],
    [
      'of which a ceiling is known',
      ['甲', '70', '80', '≤90'],
      '甲2020年为90%以下，至多高于省定目标（80%）10个百分点，比2019年（70%）至多提高20个百分点。',
    ],
    [
      'that is about a number',
      ['甲', '70', '80', '约90'],
      '甲2020年为约90%；与省定目标（80%）的差距、与2019年（70%）的变化无法计算：其中有概数（约、余、近），不作加减。',
    ],
    [
      'of which one difference is unknown',
      ['甲', '约70', '80', '90'],
      '甲2020年达到90%，高于省定目标（80%）10个百分点；与2019年（约70%）的变化无法计算：其中有概数（约、余、近），不作加减。',
    ],
    ['without baseline and target', ['甲', '', '', '90'], '甲2020年为90%。'],
    [
      'whose number is missing',
      ['甲', '70', '80', '暂缺'],
      '甲2020年达到水平暂缺；2019年评价水平为70%，2020年省定目标为80%。',
    ],
    ['that was left out', ['甲', '70', '', ''], '甲没有达到水平的数值；2019年评价水平为70%。'],
    ['of which nothing is known', ['甲', '', '', '未公布'], '甲2020年达到水平未公布。'],
  ])('%s', (_, cells, words) => expect(sentence('%', cells)).toBe(words));

  test.each<[string, Cells, string]>([
    [
      'that is under its target is good news',
      ['甲', '5', '3', '2'],
      '甲2020年为2个工作日，低于省定目标（3个工作日）1个工作日（达标），比2019年（5个工作日）减少3个工作日。',
    ],
    [
      'that is over its target is none',
      ['甲', '5', '3', '4'],
      '甲2020年为4个工作日，未达到省定目标（3个工作日），差1个工作日，比2019年（5个工作日）减少1个工作日。',
    ],
  ])('where less is better, %s', (_, cells, words) => expect(sentence('工作日', cells, LOWER)).toBe(words));
});
