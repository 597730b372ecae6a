import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/check/assemble.ts';
import { formatDecisions } from '../../src/draft/decision.ts';
import { draft, type Draft } from '../../src/draft/draft.ts';
import { readWord, type Line, type Word } from '../../src/draft/word/html.ts';
import { proposals } from '../../src/draft/facts/name.ts';
import { properNames } from '../../src/draft/facts/proper-names.ts';
import { mentions } from '../../src/draft/facts/mention.ts';
import { registry } from '../../src/ingest/table/registry.ts';

const bytes = readFileSync(new URL('../../data/indicators.csv', import.meta.url));
const known = registry('data/indicators.csv', bytes.toString('utf8')).registry;

/** A Word file of paragraphs; a line of tabs is a row of a table. */
const typed = (...lines: string[]): Word => readWord(lines.map((l) => `<p>${l.replaceAll('<', '&lt;')}</p>`).join(''));

const HEAD = [
  '优化营商环境工作通报',
  '第 49 期',
  '平顶山市优化营商环境工作领导小组办公室 2021年3月5日',
  '关于“企业开办”指标的通报',
];
const GIVEN = { topic: '企业开办', lead: '市市场监管局' };

function made(...body: string[]): Draft & { text: string; table: string[]; facts: string[] } {
  const d = draft(49, typed(...HEAD, ...body), GIVEN, known);
  if ('reason' in d) throw new Error(d.reason);
  const rows = (path: string): string[] =>
    (d.files.get(path) ?? '').replace('\ufeff', '').split('\r\n').filter(Boolean);
  return {
    ...d,
    text: d.files.get('content/issues/49.mdx')!.replace(/^---[\s\S]*?---\n\n/, ''),
    table: rows('data/issues/49/comparison.csv').slice(1),
    facts: rows('data/issues/49/facts.csv').slice(1),
  };
}

const said = (d: Draft, kind: string): string[] => d.decisions.filter((x) => x.kind === kind).map((x) => x.message);

describe('names of figures', () => {
  test.each([
    [
      '截止2020年底，法定办结时限压缩比达到84.0%；“最多跑一次”事项占比100%',
      ['法定办结时限压缩比', '“最多跑一次”事项占比'],
    ],
    [
      '把37家单位的办事窗口整合成 8 个综合受理窗口，2 个综合出证窗口',
      ['单位的办事窗口', '综合受理窗口', '综合出证窗口'],
    ],
    ['已帮办代办事项 11 个，组织联合辅导 90 余次', ['帮办代办事项', '组织联合辅导']],
    ['可办理事项 312 项，其中公共服务事项 58 项', ['可办理事项', '可办理事项中的公共服务事项']],
    [
      '受理审批事项 65826 项，公共服务事项 96415 项，办结率分别为 99.8%和 99.6%。',
      ['受理审批事项', '公共服务事项', '受理审批事项办结率', '公共服务事项办结率'],
    ],
    ['将开办环节由6个压减至3个', ['开办环节（压减前）', '开办环节（压减后）']],
    ['新登记企业5000户，同比增长12.5%', ['新登记企业', '新登记企业同比增长']],
    ['该指标主要包括甲、乙、丙 3 项。', ['该指标主要包括的内容']],
  ])('are taken from the words around them: %s', (text, names) => {
    expect(proposals(text, mentions(text, [])).map((p) => p.name)).toEqual(names);
  });

  test('are made unique', () => {
    expect(made('（一）甲。新设窗口3个。', '（二）乙。新设窗口5个。').facts).toEqual([
      '新设窗口,3,个,,,(一),,,',
      '新设窗口之二,5,个,,,(二),,,',
    ]);
  });

  test('that the registry gives another unit are kept apart from its indicator', () => {
    expect(made('（一）甲。承诺办结时限平均压缩比例3个。').facts).toEqual([
      '承诺办结时限平均压缩比例（个）,3,个,,,(一),,,',
    ]);
  });
});

describe('figures of the text', () => {
  test('are dated only by 截止 or 截至 in their own sentence', () => {
    const d = made('截至2021年2月底，甲12个；乙13个。丙14个。', '截至目前，丁15个。');
    expect(d.facts).toEqual([
      '甲,12,个,2021年2月底,,引言,,,',
      '乙,13,个,2021年2月底,,引言,,,',
      '丙,14,个,,,引言,,,',
      '丁,15,个,,,引言,,,',
    ]);
    expect(said(d, 'moment')).toEqual(['“丁”的原文是“截至目前”，没有能照填的日期，空着']);
  });

  test('keep their qualifier and digits, and are expected where the bulletin says so', () => {
    const d = made('甲90余次，乙1—2个，丙84.0%，丁1.5个工作日以内，预计戊可达85%，己目标25000个。');
    expect(d.facts.map((f) => f.split(',').slice(0, 3).join(','))).toEqual([
      '甲,90余,次',
      '乙,1—2,个',
      '丙,84.0%,%',
      '丁,1.5以内,工作日',
      '戊可,预计85%,%',
      '己目标,25000,个',
    ]);
    expect(said(d, 'expected')).toEqual([
      '“戊可”写作“预计85%” ← …个工作日以内，预计戊可达85%，己目标2500…',
      '“己目标”写作“25000” ← …预计戊可达85%，己目标25000个。…',
    ]);
  });

  test('without a known unit are left for a person', () => {
    const d = made('共建成甲型设备5楹楼。');
    expect(d.facts[0]).toMatch(/,5,,,,引言,,,$/);
    expect(said(d, 'unit')).toEqual(['“5” ← …共建成甲型设备5楹楼。…']);
  });

  test('in proper names are no figures', () => {
    expect(
      properNames([
        '提供24小时自助服务。',
        '建设24小时自助服务大厅，在24小时自助服务大厅办理甲、乙',
        '开通12345热线，24小时内办结，7×24小时自助区开放',
      ]),
    ).toEqual(['7×24小时自助区开放', '24小时自助服务大厅', '24小时自助服务', '12345热线']);
  });
});

describe('the text', () => {
  test('keeps its paragraphs, makes chapters headings and joins what was broken in mid-sentence', () => {
    const d = made(
      '一、主要做法',
      '（一）综合受理。把办事窗口整合',
      '成综合窗口，效果明显。',
      '（二）便民服务',
      '另一段。',
    );
    expect(d.text).toBe(
      '## 一、主要做法\n\n（一）综合受理。把办事窗口整合成综合窗口，效果明显。\n\n### （二）便民服务\n\n另一段。\n',
    );
    expect(said(d, 'join')).toEqual(['“…综合受理。把办事窗口整合⏎成综合窗口，效果明显。…”']);
  });

  test('with signs that Markdown takes for marks reads back as it was', () => {
    const d = made('<70%的县区有3个，{甲}*乙*。');
    expect(d.text).toBe('\\<70%的县区有3个，\\{甲\\}\\*乙\\*。\n');
    expect(said(d, 'table')).toEqual(['原件里没有认出对照表；有的，照填写说明补上']);
    expect(said(d, 'check')).toEqual(['表头下面没有一行数据。补上数据']);
  });

  test('names what it could not take over', () => {
    const html = `${[...HEAD, '正文见<b>下</b>。'].map((t) => `<p>${t.replace(/<\/?b>/g, '')}</p>`).join('')}<ol><li>编了号的一条。</li></ol><p>图：<img src="" />见注<sup><a href="#footnote-1">[1]</a></sup>。</p><table><tr><td>甲</td><td>乙</td><td>丙</td></tr></table><ol><li id="footnote-1"><p>一条脚注 <a href="#footnote-ref-1">↑</a></p></li></ol>`;
    const d = draft(49, readWord(html), GIVEN, known) as Draft;
    expect(said(d, 'numbering')).toEqual(['“编了号的一条。”前的编号是 Word 自动加的，没有录入']);
    expect(said(d, 'left-out')).toEqual(['1 张图片', '脚注“一条脚注”', '表“甲、乙、丙”不是对照表，没有录入']);
  });

  test('without a date cannot be drafted', () => {
    expect(draft(49, typed('第 49 期', '关于甲的通报', '正文。'), GIVEN, known)).toEqual({
      reason: '原件里没有认出通报日期：加上 --date，如 --date 2021-01-25',
    });
  });

  test('leaves blank what the file does not say, and lists it', () => {
    const d = draft(49, typed('第 49 期', '正文。'), { date: '2021-03-05' }, known) as Draft;
    expect(d.files.get('content/issues/49.mdx')).toBe(
      '---\ntitle: ""\ndate: 2021-03-05\ntopic: ""\nlead: ""\nreportTo: []\ncopyTo: []\nprinted: 2021-03-05\n---\n\n正文。\n',
    );
    expect(formatDecisions(d.decisions.filter((x) => x.kind === 'front'))).toBe(
      [
        '【文件头】（6）→ 核对，不对的照原件改',
        '  1. content/issues/49.mdx：topic（主题）没有认出，请填',
        '  2. content/issues/49.mdx：lead（牵头单位）没有认出，请填',
        '  3. content/issues/49.mdx：title（标题）没有认出，请填',
        '  4. content/issues/49.mdx：printed（印发日期）没有认出，写作通报日期 2021-03-05',
        '  5. content/issues/49.mdx：reportTo（报送）没有认出，写作 []',
        '  6. content/issues/49.mdx：copyTo（抄送）没有认出，写作 []',
      ].join('\n'),
    );
  });

  test('has a masthead, a distribution list and an imprint in tables of layout too', () => {
    const row = (...cells: string[]): string => `<tr>${cells.map((c) => `<td><p>${c}</p></td>`).join('')}</tr>`;
    const html = `<p>优化营商环境工作通报</p><p>第49期</p><table>${row('平顶山市优化营商环境工作领导小组办公室', '2021年3月5日')}</table><p>关于“企业开办”指标</p><p>整改情况的通报</p><p>正文。</p><table>${row('报送：省发改委，市委。')}${row('平顶山市优化营商环境工作领导小组办公室 2021年3月6日印发')}</table>`;
    const d = draft(49, readWord(html), {}, known) as Draft;
    expect(d.files.get('content/issues/49.mdx')).toBe(
      '---\ntitle: 关于“企业开办”指标整改情况的通报\ndate: 2021-03-05\ntopic: 企业开办\nlead: ""\nreportTo:\n  - 省发改委\n  - 市委\ncopyTo: []\nprinted: 2021-03-06\n---\n\n正文。\n',
    );
  });
});

describe('the table', () => {
  const HEADER = '序号\t指标\t2019年水平\t2020年省定目标\t2020年达到水平\t国内前沿水平\t责任单位';

  test('keeps what it cannot read as printed, and lists what the check will say', () => {
    const d = made(
      '正文。',
      HEADER,
      '1\t行政许可事项即办件占比\t全市21%\t—\t县级 57.9%\t上海市：99%\t甲局',
      '2\t统一受理事项覆盖度\t约40%\t市级60%\t市级79.9%\t暂缺（未公布）\t乙局',
    );
    expect(d.table).toEqual([
      '1,附表,行政许可事项即办件占比,%,,全市 21%,—,县级 57.9%,,上海市：99%,附表第1行,',
      '2,附表,统一受理事项覆盖度,%,,约40%,市级 60%,市级 79.9%,,暂缺,附表第2行,暂缺（未公布）',
    ]);
    expect(said(d, 'left-out')).toEqual(['“责任单位”一列']);
    expect(said(d, 'check').some((m) => m.startsWith('G2，“—”看不出是没有数、不适用还是漏填。'))).toBe(true);
  });

  test('may have a header of two rows and merged cells', () => {
    const html = `${HEAD.map((t) => `<p>${t}</p>`).join('')}<p>正文。</p><table><tr><td rowspan="2">指标</td><td rowspan="2">2019年评价水平</td><td colspan="2">2020年</td></tr><tr><td>省定目标</td><td>达到水平</td></tr><tr><td>统一受理事项覆盖度</td><td>40.78%</td><td>60%</td><td>79.9%</td></tr></table>`;
    const d = draft(49, readWord(html), GIVEN, known) as Draft;
    expect(d.files.get('data/issues/49/comparison.csv')).toContain(',2019年评价水平,2020年省定目标,2020年达到水平,');
    expect(d.files.get('data/issues/49/comparison.csv')).toContain(
      '1,附表,统一受理事项覆盖度,%,,40.78%,60%,79.9%,,,附表第1行,',
    );
    expect(d.decisions.filter(({ message }) => message.includes('合并'))).toEqual([]);
  });

  test('of areas has the units that its headings mean, and proposes what its columns measure', () => {
    const d = made(
      '一季度共受理投诉48件，其中湛河区20件，卫东区28件。',
      '全市投诉办理12件。',
      '附件1',
      '各县区情况（单位：件）',
      '序号\t县区\t2023年一季度综合得分\t2023年一季度排名\t2023年一季度投诉\t较上季度',
      '1\t湛河区\t92.5\t1\t12\t+2',
      '2\t卫东区\t90.0\t2\t8\t-1',
      '附件2',
      '督导组',
      '组别\t牵头单位\t职责',
      '第一组\t市发改委\t开办企业',
    );
    const lines = (path: string): string[] => d.files.get(path)!.replace('\ufeff', '').split('\r\n').slice(0, 2);
    expect(lines('data/issues/49/附件1.csv')).toEqual([
      '序号,县区,2023年一季度综合得分（分）,2023年一季度排名（位）,2023年一季度投诉（件）',
      '1,湛河区,92.5,1,12',
    ]);
    expect(lines('data/issues/49/附件2.csv')).toEqual(['组别,牵头单位,职责', '第一组,市发改委,开办企业']);
    expect(d.text).toContain('各县区情况（单位：件）\n\n<Comparison group="附件1" />\n\n## 附件2');
    expect(d.text).toContain('督导组\n\n<Table name="附件2" />');
    expect(d.indicators.map(({ name, unit }) => `${name} ${unit}`)).toEqual(['综合得分 分', '排名 位', '投诉 件']);
    expect(d.facts).toEqual([
      '受理投诉,48,件,,,,引言,,,',
      '受理投诉（湛河区）,20,件,,,湛河区,引言,受理投诉,其中,',
      '受理投诉（卫东区）,28,件,,,卫东区,引言,,,',
      '投诉办理,12,件,,,,引言,,,',
    ]);
    // 湛河区 has 12 too, but what an area has says nothing of the whole.
    expect(d.indicators.map(({ alias }) => alias)).toEqual(['', '', '']);
  });

  test('proposes a line of the registry for an indicator it does not hold, with the nearest names', () => {
    const d = made(
      '正文。',
      HEADER,
      '1\t企业开办时间\t3个工作日\t2个工作日\t1.5个工作日\t暂缺\t甲局',
      '2\t统一受理事项覆盖率\t40%\t60%\t79%\t暂缺\t乙局',
    );
    expect(said(d, 'indicator')).toEqual([
      '名录里没有“企业开办时间”；新指标加一行：〔编码，小写英文〕,企业开办时间,,工作日,〔越高越好/越低越好/中性〕,,,企业开办,,',
      '名录里没有“统一受理事项覆盖率”，最接近的是“统一受理事项覆盖度”；新指标加一行：〔编码，小写英文〕,统一受理事项覆盖率,,%,〔越高越好/越低越好/中性〕,,,企业开办,,',
    ]);
  });

  test('takes the scores of the text of the right years, and no difference that can be computed of them', () => {
    const d = made(
      '一、成效',
      '（一）政务服务便利度。2019年评价指标为68.34分，力争2020年能提高到85分，比上年提高16.66分。',
      '（二）与国家政务平台数据共享。2018年为80分，2020年获得满分。',
    );
    expect(d.table).toEqual(['1,评价得分,政务服务便利度,分,,68.34分,,预计85分,,,一(一),']);
    expect(d.facts.map((f) => f.split(',')[1])).toEqual(['80']);
  });
});

test('whatever lines a file has, it is drafted or refused, and the check says nothing that is not listed', () => {
  const seed = readFileSync(new URL('../site/bulletin-48.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((l) => l.trim() !== '');
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...seed) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...seed), fc.nat(40), fc.nat(40))
        .map(([text, from, to]) => text.slice(from, from + to)),
    },
    {
      weight: 1,
      arbitrary: fc.string({
        unit: fc.constantFrom(
          '一',
          '、',
          '（',
          '）',
          '。',
          '，',
          '“',
          '”',
          '3',
          '0',
          '.',
          '%',
          '个',
          '年',
          '第',
          '期',
          '<',
          '{',
          '*',
          '\t',
          '预',
          '计',
          '分',
          '#',
          '-',
        ),
        maxLength: 30,
      }),
    },
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const parts = lines
        .map((text): Line => ({ kind: 'line', text: text.trim(), heading: 0, numbered: false }))
        .filter((l) => l.text !== '');
      const d = draft(
        48,
        parts.length % 2 ? { parts, images: 0, footnotes: [] } : typed(...lines),
        { date: '2021-01-25', title: '通报', topic: '甲', lead: '乙' },
        known,
      );
      if ('reason' in d) return;
      const encoder = new TextEncoder();
      const files = [...d.files].map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
      const { problems } = assemble([...files, { path: 'data/indicators.csv', bytes }]);
      for (const p of problems.filter((x) => x.severity === 'error')) {
        const kind = { 'row/unknown-indicator': 'indicator', 'row/no-unit': 'unit' }[p.code as string];
        const listed = d.decisions.some(
          (x) => x.file === p.file && (x.message.includes(p.message) || (x.kind === kind && x.row === p.row)),
        );
        expect(listed, `${p.file} ${p.row ?? ''} ${p.code} ${p.message}`).toBe(true);
      }
    }),
    { numRuns: 300, seed: 48 },
  );
});
