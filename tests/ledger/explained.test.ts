import { csvFormatRow } from 'd3-dsv';
import { beforeAll, describe, expect, test } from 'vitest';
import { format, type Problem } from '../../src/ingest/problem/problem.ts';
import { editionsOf } from '../../src/ledger/editions.ts';
import { log, read, release, unreleased, type Root } from './released.ts';

const [TABLE, FACTS, TEXT] = ['data/issues/48/comparison.csv', 'data/issues/48/facts.csv', 'content/issues/48.mdx'];
const [REGISTRY, UNITS] = ['data/indicators.csv', 'data/units.csv'];

let first: Root;
beforeAll(() => {
  first = release(unreleased(), '2026-11-24');
});

const errors = (root: Root): readonly Problem[] => read(root).problems.filter((p) => p.severity === 'error');
const edit = (path: string, from: string, to: string, root = first): Root => {
  const made = root[path]!.replaceAll(from, to);
  if (made === root[path]) throw new Error(`${from} is not in ${path}`);
  return { ...root, [path]: made };
};
/** The root with every line that the errors suggest, pasted and completed as an office would. */
const pasted = (root: Root): Root =>
  log(
    root,
    ...errors(root).map(({ paste }) =>
      csvFormatRow(paste!.map((cell) => ({ 日期: '2026-12-01', 原因: '录入有误', 批准人: '办公室' })[cell] ?? cell)),
    ),
  );

/** Each thing that a released bulletin says, changed; and the lines that tell it. */
const CHANGES: readonly (readonly [what: string, change: () => Root, lines: readonly string[]])[] = [
  [
    'the title',
    () => edit(TEXT, 'title: 关于', 'title: 有关'),
    [
      '48.mdx 2：日期|48||标题|关于“政务服务”指标整改提升情况的通报|有关“政务服务”指标整改提升情况的通报|更正|原因|批准人',
    ],
  ],
  [
    'the date',
    () => edit(TEXT, 'date: 2021-01-25', 'date: 2021-01-26'),
    ['48.mdx 3：日期|48||通报日期|2021-01-25|2021-01-26|更正|原因|批准人'],
  ],
  [
    'the day of printing',
    () => edit(TEXT, 'printed: 2021-01-25', 'printed: 2021-01-26'),
    ['48.mdx 13：日期|48||印发日期|2021-01-25|2021-01-26|更正|原因|批准人'],
  ],
  [
    'the leading office',
    () => edit(TEXT, 'lead: 市政务服务和大数据局', 'lead: 市行政审批局'),
    ['48.mdx 5：日期|48||牵头单位|市政务服务和大数据局|市行政审批局|更正|原因|批准人'],
  ],
  [
    'the topic',
    () => edit(TEXT, 'topic: 政务服务', 'topic: 营商环境'),
    ['48.mdx 4：日期|48||主题|政务服务|营商环境|更正|原因|批准人'],
  ],
  [
    'the recipients',
    () => edit(TEXT, '  - 市委督查室\n', ''),
    [
      '48.mdx 9：日期|48||抄送|市优化营商环境工作领导小组成员单位；市委督查室；市政府督查室|市优化营商环境工作领导小组成员单位；市政府督查室|更正|原因|批准人',
    ],
  ],
  [
    'a document number added',
    () => edit(TEXT, 'topic:', 'docNumber: 平办〔2021〕1号\ntopic:'),
    ['48.mdx 4：日期|48||发文字号|空白|平办〔2021〕1号|更正|原因|批准人'],
  ],
  [
    'a definition',
    () =>
      edit(
        REGISTRY,
        'no-visit-approval,政务服务事项不见面审批事项占比,,%,越高越好,0,100,政务服务,',
        'no-visit-approval,政务服务事项不见面审批事项占比,,%,越高越好,0,100,政务服务,不见面事项数÷全部事项数',
      ),
    ['indicators.csv I5：日期|48|政务服务事项不见面审批事项占比|口径|空白|不见面事项数÷全部事项数|更正|原因|批准人'],
  ],
  [
    'an English name',
    () => edit(REGISTRY, 'Share of service items approved without a visit', 'Share of items'),
    [
      'indicators.csv J5：日期|48|政务服务事项不见面审批事项占比|英文名|Share of service items approved without a visit|Share of items|更正|原因|批准人',
    ],
  ],
  [
    'words of the text',
    () => edit(TEXT, '大幅缩短群众办事时间', '缩短群众办事时间'),
    ['48.mdx 38：日期|48||正文|关业务，大幅缩短群众|关业务，缩短群众|更正|原因|批准人'],
  ],
  [
    'a number of the text and its figure',
    () => edit(FACTS, '639', '640', edit(TEXT, '639', '640')),
    [
      '48.mdx 38：日期|48||正文|对 639|对 640|更正|原因|批准人',
      'facts.csv B13：日期|48|实行“无差别受理”的事项|数值|639|640|更正|原因|批准人',
    ],
  ],
  [
    'a heading',
    () => edit(TEXT, '## 二、整改提升措施', '## 二、整改措施'),
    ['48.mdx 30：日期|48||小标题|## 二、整改提升措施|## 二、整改措施|更正|原因|批准人'],
  ],
  [
    'a run-in heading',
    () => edit(TEXT, '（六）提升网上政务服务能力。', '（六）提高网上政务服务能力。'),
    ['48.mdx 42：日期|48||正文|（六）提升网上政务|（六）提高网上政务|更正|原因|批准人'],
  ],
  [
    'a chart that is placed no more',
    () => edit(TEXT, '<Comparison group="评价得分" />\n\n', ''),
    ['48.mdx ：日期|48||图表|<Comparison group="评价得分" />|空白|更正|原因|批准人'],
  ],
  [
    'the title of a chart',
    () => edit(TEXT, 'title="各窗口受理事项与办结率"', 'title="受理与办结"'),
    [
      '48.mdx 44：日期|48||图表|<Figures of="各类审批事项受理量；公共服务事项受理量" beside="审批事项办结率；公共服务事项办结率" title="各窗口受理事项与办结率" />|<Figures of="各类审批事项受理量；公共服务事项受理量" beside="审批事项办结率；公共服务事项办结率" title="受理与办结" />|更正|原因|批准人',
    ],
  ],
  [
    'a paragraph added',
    () => edit(TEXT, '## 附表', '（九）其他。以上工作继续推进。\n\n## 附表'),
    ['48.mdx 50：日期|48||正文|空白|（九）其他。以上工作继续推进。|更正|原因|批准人'],
  ],
  [
    'a paragraph taken away',
    () =>
      edit(
        TEXT,
        '（七）强化政务服务“就近办”工作力度。规范乡镇（街道）便民服务机构建设标准、场所设施标准、服务行为标准、事项办理标准。目前，全市所有乡、村两级事项完成梳理发布，乡镇一级完成窗口设置、网络覆盖和人员培训，为群众提供就近的政务服务咨询办理渠道。\n\n',
        '',
      ),
    [
      '48.mdx ：日期|48||正文|（七）强化政务服务“就近办”工作力度。规范乡镇（街道）便民服务机构建设标准、场所设施标准、服务行为标准、事项办理标准。目前，全市所有乡、村两级事项完成梳理发布，乡镇一级完成窗口设置、网络覆盖和人员培训，为群众提供就近的政务服务咨询办理渠道。|空白|更正|原因|批准人',
    ],
  ],
  [
    'a row added in front, of a table of its own',
    () =>
      edit(
        TABLE,
        '国内前沿水平,出处,备注\n',
        '国内前沿水平,出处,备注\n1,营商环境指标,新的指标率,%,市级,1%,2%,3%,,暂缺,营商环境指标第1行,\n',
        { ...first, [REGISTRY]: first[REGISTRY]! + 'new-share,新的指标率,,%,越高越好,0,100,政务服务,,New share\n' },
      ),
    ['comparison.csv C2：日期|48|新的指标率|整行|无|新增|更正|原因|批准人'],
  ],
  [
    'a row withdrawn',
    () => ({ ...first, [TABLE]: first[TABLE]!.replace(/^6,附表.*\n/m, '') }),
    [
      'comparison.csv ：日期|48|实名差评按期整改率|整行|2019年评价水平 96.2%；2020年省定目标 市级 100%；2020年达到水平 市级 100%；国内前沿水平 暂缺|撤回|撤回|原因|批准人',
    ],
  ],
  [
    'a figure of the text withdrawn',
    () =>
      edit(TEXT, '；单点登录事项占比达到97.3%', '', { ...first, [FACTS]: first[FACTS]!.replace(/^单点登录.*\n/m, '') }),
    [
      '48.mdx 32：日期|48||正文|事项占比51.8%；单点登录事项占比达到97.3%|事项占比51.8%|更正|原因|批准人',
      'facts.csv ：日期|48|单点登录事项占比|整行|97.3%|撤回|撤回|原因|批准人',
    ],
  ],
  [
    'a table given another name',
    () => edit(TABLE, ',评价得分,', ',得分,', edit(TEXT, '评价得分', '得分')),
    [
      '48.mdx 28：日期|48||图表|<Comparison group="评价得分" />|<Comparison group="得分" />|更正|原因|批准人',
      'comparison.csv B2：日期|48|网上政务服务事项可办率|组|评价得分|得分|更正|原因|批准人',
      'comparison.csv B3：日期|48|政务服务便利度|组|评价得分|得分|更正|原因|批准人',
      'comparison.csv B4：日期|48|与国家政务平台数据共享|组|评价得分|得分|更正|原因|批准人',
    ],
  ],
  [
    'words set bold',
    () => edit(TEXT, '大幅缩短', '**大幅**缩短'),
    ['48.mdx 38：日期|48||正文|关业务，大幅缩短群众|关业务，**大幅**缩短群众|更正|原因|批准人'],
  ],
  [
    'a note',
    () => edit(TABLE, '通报对2020年的原文是', '通报的原文是'),
    [
      'comparison.csv L2：日期|48|网上政务服务事项可办率|备注|通报对2020年的原文是“2020 年持续保持满分成绩”。|通报的原文是“2020 年持续保持满分成绩”。|更正|原因|批准人',
    ],
  ],
  [
    'a statement',
    () => edit(TABLE, '上海市：实现综合窗口全覆盖', '上海市：综合窗口全覆盖'),
    [
      'comparison.csv J9：日期|48|“一窗”分类受理率|国内前沿水平|上海市：实现综合窗口全覆盖|上海市：综合窗口全覆盖|更正|原因|批准人',
    ],
  ],
  [
    'the date of a figure',
    () => edit(TABLE, '80%,97.2%,,暂缺', '80%,97.2%,2020年底,暂缺'),
    ['comparison.csv I5：日期|48|政务服务事项不见面审批事项占比|达到时点|空白|2020年底|更正|原因|批准人'],
  ],
];

const told = (p: Problem): string => `${p.file.split('/').at(-1)!} ${p.cell ?? p.line ?? ''}：${p.paste!.join('|')}`;

describe('what differs from the newest version is one error with its line, and the line cures it:', () => {
  test.each(CHANGES)('%s', (_, change, lines) => {
    const root = change();
    expect(errors(root).map(told)).toEqual(lines);
    expect(errors(pasted(root)).map(format)).toEqual([]);
    expect(read(pasted(root)).bulletins[0]!.version).toBe(2);
  });
});

describe('is the same version:', () => {
  test.each<[what: string, change: () => Root]>([
    ['a number with other digits of the same value, which Excel writes', () => edit(TABLE, '97.2%', '97.20%')],
    ['a number with thousands separated', () => edit(FACTS, '65826', '"65,826"')],
    [
      'rows counted on',
      () => ({ ...first, [TABLE]: first[TABLE]!.replace(/^\d+,附表/gm, (head) => `${Number(head[0]) + 3},附表`) }),
    ],
    ['blank lines and spaces at the end of a line', () => edit(TEXT, '。\n\n', '。 \n\n\n')],
    ['every cell quoted', () => edit(TABLE, '政务服务便利度', '"政务服务便利度"')],
    ['another name for an indicator', () => edit(REGISTRY, '政务服务事项便利度', '政务服务事项便利度；便利度')],
    ['a warning that is acknowledged', () => edit(TEXT, 'acknowledged: [', 'acknowledged: [release/large-move, ')],
  ])('%s', (_, change) => {
    expect(errors(change()).map(format)).toEqual([]);
    expect(read(change()).bulletins[0]!.version).toBe(1);
  });

  test('columns in another order, whose page still shows the version', () => {
    const swapped = first[TABLE]!.split('\n').map((line) => line.replace(/^([^,]*),([^,]*),([^,]*)/, '$3,$2,$1'));
    const root = { ...first, [TABLE]: swapped.join('\n') };
    expect(errors(root).map(format)).toEqual([]);
    const { bulletins, histories } = read(root);
    const [newest] = editionsOf(histories.get(48)!, bulletins[0]!);
    expect(newest.bulletin.observations).toEqual(histories.get(48)!.released[0]!.record().bulletin.observations);
  });

  test('a table in a file of its own', () => {
    const lines = first[TABLE]!.split('\n');
    const of = (group: string): string => [lines[0]!, ...lines.filter((line) => line.includes(group))].join('\n');
    const root = { ...first, [TABLE]: of(',评价得分,'), 'data/issues/48/附表.csv': of(',附表,') };
    expect(errors(root).map(format)).toEqual([]);
    expect(read(root).bulletins[0]!.version).toBe(1);
  });
});

test('rows that change places are refused, since a table is published in its order', () => {
  const root = { ...first, [FACTS]: first[FACTS]!.replace(/^(综合受理窗口.*\n)(综合出证窗口.*\n)/m, '$2$1') };
  expect(errors(root).map(format)).toEqual([
    'data/issues/48/facts.csv 第11行 A11 “指标”：“综合出证窗口”这一行的次序与第48期第1版公布的不同\n→ 照公布时的次序排列',
  ]);
});

describe('a correction is refused', () => {
  const cell = edit.bind(null, TABLE, '97.2%', '97.3%');
  const NAME = '政务服务事项不见面审批事项占比';
  test.each<[what: string, root: () => Root, said: string]>([
    [
      'dated before its bulletin',
      () => log(cell(), `2020-12-01,48,${NAME},2020年达到水平,97.2%,97.3%,更正,x,y`),
      'data/corrections.csv 第2行 A2 “日期”：更正的日期“2020-12-01”早于第48期的通报日期（2021-01-25）\n→ 写更正的那一天，不早于 2021-01-25',
    ],
    [
      'of words that nobody changed',
      () => log(first, '2026-12-01,48,,正文,大幅缩短,缩短,更正,x,y'),
      'data/corrections.csv 第2行 F2 “新值”：第48期的正文里，没有哪一处由“大幅缩短”改成了“缩短”\n→ 原值照第1版公布的字句写，新值照现在的字句写；写了出处的，出处写那一处的标题号',
    ],
    [
      'of a whole row without a word for it',
      () => log(first, `2026-12-01,48,${NAME},整行,有,删除,撤回,x,y`),
      'data/corrections.csv 第2行 F2 “新值”：列是“整行”的，新值不能是“删除”\n→ 新加的一行写“新增”，作废的一行写“撤回”',
    ],
    [
      'of a bulletin that was never released',
      () => log(unreleased(), `2026-12-01,48,${NAME},2020年达到水平,97.2%,97.3%,更正,x,y`),
      'data/corrections.csv 第2行 B2 “期号”：第48期还没有公布，没有可以更正的版本\n→ 删掉这一行；公布以前改动，直接改就行',
    ],
  ])('%s', (_, root, said) => {
    expect(errors(root()).map(format)).toEqual([said]);
  });
});

test('words may be corrected twice before a release, and by a line that says more than changed', () => {
  const root = edit(TEXT, '大幅缩短群众办事时间', '明显缩短群众办事时间');
  const twice = ['大幅缩短,显著缩短', '显著缩短,明显缩短'].map((words) => `2026-12-01,48,,正文,${words},更正,x,y`);
  expect(errors(log(root, ...twice)).map(format)).toEqual([]);
  const more = '2026-12-01,48,,正文,就可办理相关业务，大幅缩短群众,就可办理相关业务，明显缩短群众,更正,x,y,二(四)';
  expect(errors(log(root, more)).map(format)).toEqual([]);
});

test('an own unit and its kind belong to what is published', () => {
  const units = (kind: string): string => `单位,类别,差的说法\n景气点,${kind},点\n`;
  const row = 'mood,营商景气,,景气点,越高越好,,,营商环境,,Business mood\n';
  const own = unreleased();
  const counted = {
    ...own,
    [UNITS]: units('指数'),
    [REGISTRY]: own[REGISTRY]! + row,
    [TABLE]: `${own[TABLE]!.trimEnd()}\n7,附表,营商景气,景气点,市级,10,11,12,,暂缺,附表第7行,\n`,
  };
  const sealed = release(counted, '2026-11-24');
  const changed = { ...sealed, [UNITS]: units('物理量') };
  expect(errors(changed).map(told)).toEqual(['units.csv ：日期|48|景气点|类别|指数|物理量|更正|原因|批准人']);
  expect(errors(pasted(changed)).map(format)).toEqual([]);
});
