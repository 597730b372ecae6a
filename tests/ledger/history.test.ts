import { beforeAll, describe, expect, test } from 'vitest';
import { isNumeric } from '../../src/domain/observation.ts';
import { lowerOf } from '../../src/domain/quantity.ts';
import { outcomeChanges, type Edition } from '../../src/domain/version.ts';
import { LEDGER } from '../../src/ledger/ledger.ts';
import { editionsOf } from '../../src/ledger/editions.ts';
import { format } from '../../src/ingest/problem/problem.ts';
import { log, LOG, read, release, unreleased as unreleasedRoot, type Root } from './released.ts';

const NAME = '政务服务事项不见面审批事项占比';
const ENTRY = `2026-12-01,48,${NAME},2020年达到水平,97.2%,97.3%,更正,录入时看错行,办公室,`;
const [TABLE, FACTS, TEXT] = ['data/issues/48/comparison.csv', 'data/issues/48/facts.csv', 'content/issues/48.mdx'];
const REGISTRY = 'data/indicators.csv';
const editions = (root: Root): readonly Edition[] => {
  const { histories, bulletins } = read(root);
  return editionsOf(
    histories.get(48)!,
    bulletins.find((b) => b.issue.number === 48)!,
  );
};

const told = (root: Root): string[] =>
  read(root)
    .problems.filter((p) => p.severity === 'error')
    .map(format);
const edit = (root: Root, path: string, from: string | RegExp, to: string): Root => {
  const made = root[path]!.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
  if (made === root[path]) throw new Error(`${String(from)} is not in ${path}`);
  return { ...root, [path]: made };
};
const withLine = (root: Root, path: string, line: string): Root => ({ ...root, [path]: root[path]! + line });
const without = (root: Root, ...paths: string[]): Root =>
  Object.fromEntries(Object.entries(root).filter(([path]) => !paths.includes(path)));
const reached = (root: Root): (string | undefined)[] =>
  editions(root).map(({ bulletin }) => {
    const o = bulletin.groups.flatMap((g) => g.rows).find((r) => r.name === NAME)?.cells.achieved;
    return isNumeric(o) ? lowerOf(o.quantity) : undefined;
  });

/** Bulletin 48 before its release, released, and with one logged correction. */
let [unreleased, first, corrected]: Root[] = [];
beforeAll(() => {
  unreleased = unreleasedRoot();
  first = release(unreleased, '2026-11-24');
  corrected = log(edit(first, TABLE, '97.2%', '97.3%'), ENTRY);
});

describe('a bulletin', () => {
  test('that was never released is version 1, without a word about it', () => {
    const { problems, bulletins } = read(unreleased!);
    expect(problems).toEqual([]);
    expect(bulletins.map((b) => [b.version, b.released])).toEqual([[1, null]]);
  });

  test('that was released and not changed is that version', () => {
    expect(told(first!)).toEqual([]);
    expect(editions(first!).map(({ bulletin }) => [bulletin.version, bulletin.released])).toEqual([[1, '2026-11-24']]);
  });

  test('with a logged correction is the next version, and the first is still there with its own number', () => {
    expect(told(corrected!)).toEqual([]);
    expect(
      editions(corrected!).map(({ bulletin, corrections }) => [
        bulletin.version,
        bulletin.released,
        corrections.length,
      ]),
    ).toEqual([
      [2, null, 1],
      [1, '2026-11-24', 0],
    ]);
    expect(reached(corrected!)).toEqual(['97.3', '97.2']);
  });

  test('keeps every version through a second release and a correction back', () => {
    const second = release(corrected!, '2026-12-01');
    const back = log(
      edit(second, TABLE, '97.3%', '97.2%'),
      `2026-12-05,48,${NAME},2020年达到水平,97.3%,97.2%,更正,前一次更正有误,办公室`,
    );
    expect(reached(release(back, '2026-12-05'))).toEqual(['97.2', '97.3', '97.2']);
  });

  test('says which judgement a correction changed', () => {
    const down = log(edit(first!, TABLE, '97.2%', '77.2%'), ENTRY.replace('97.3%', '77.2%'));
    const [after, before] = editions(down);
    expect(
      outcomeChanges(before!.bulletin, after!.bulletin).map((c) => [c.name, c.before.outcome, c.after.outcome]),
    ).toEqual([[NAME, 'met', 'missed']]);
  });

  test('may gain a row that is logged as one', () => {
    const row = '新登记的事项,77,项,,,引言,,,';
    const text = (root: Root): Root => edit(root, TEXT, /(\n---\n\n?)/, '$1新登记的事项 77 项。\n\n');
    const added = text({ ...first!, [FACTS]: `${first![FACTS]!.trimEnd()}\n${row}\n` });
    expect(told(added)).toEqual([
      `${TEXT} 第18行 “正文”：第48期第1版公布的是“空白”，现在是“新登记的事项 77 项。”\n→ 不该改的，删去这一段；该改的，把下面一行粘贴到 data/corrections.csv 的末尾，写上日期、原因和批准人\n日期\t48\t\t正文\t空白\t新登记的事项 77 项。\t更正\t原因\t批准人`,
      `${FACTS} 第25行 A25 “指标”：“新登记的事项”这一行在第48期第1版里没有\n→ 不该加的，删掉；该加的，把下面一行粘贴到 data/corrections.csv 的末尾，写上日期、原因和批准人\n日期\t48\t新登记的事项\t整行\t无\t新增\t更正\t原因\t批准人`,
    ]);
    const words = '2026-12-01,48,,正文,空白,新登记的事项 77 项。,更新,补登,办公室';
    const logged = log(added, words, '2026-12-01,48,新登记的事项,整行,无,新增,更新,补登,办公室');
    expect(told(logged)).toEqual([]);
    expect(editions(logged).map(({ bulletin }) => bulletin.facts.length)).toEqual([24, 23]);
  });

  test('may gain a row of its table that is logged as one', () => {
    const registered = withLine(first!, REGISTRY, 'new-share,新的指标率,,%,越高越好,0,100,政务服务,,New share\n');
    const added = withLine(registered, TABLE, '7,附表,新的指标率,%,市级,1%,2%,3%,,暂缺,附表第7行,\n');
    const logged = log(added, '2026-12-01,48,新的指标率,整行,无,新增,更新,补登,办公室');
    expect(told(logged)).toEqual([]);
    expect(editions(logged).map(({ bulletin }) => bulletin.groups[1]!.rows.length)).toEqual([7, 6]);
  });

  test('may have a row renamed, whose first version keeps its name', () => {
    const renamed = log(
      edit(first!, FACTS, '单点登录事项占比', '单点登录占比'),
      '2026-12-01,48,单点登录占比,指标,单点登录事项占比,单点登录占比,更正,名称有误,办公室',
    );
    expect(told(renamed)).toEqual([]);
    expect(editions(renamed).map(({ bulletin }) => bulletin.facts[5]!.name)).toEqual([
      '单点登录占比',
      '单点登录事项占比',
    ]);
  });

  test('may have headings written with other spaces and full-width digits, and cells with letters that take no room', () => {
    const saved = edit(edit(first!, TABLE, '2020年达到水平', '２０２０ 年达到水平'), TABLE, '97.2%', '97.2\u200b% ');
    expect(told(saved)).toEqual([]);
    expect(read(saved).bulletins[0]!.observations).toEqual(read(first!).bulletins[0]!.observations);
  });

  test('may say 无 in a note, and change it', () => {
    const none = release(
      edit(unreleased!, TABLE, '附表第1行,暂缺国内前沿水平，无法对比', '附表第1行,无'),
      '2026-11-24',
    );
    expect(
      told(log(edit(none, TABLE, '附表第1行,无', '附表第1行,有'), `2026-12-01,48,${NAME},备注,无,有,更正,补充,办公室`)),
    ).toEqual([]);
  });

  test('with a line break of Windows in a cell is the same after its release', () => {
    expect(
      told(
        release(edit(unreleased!, TABLE, '附表第1行,暂缺国内前沿水平，无法对比', '附表第1行,"一\r\n二"'), '2026-11-24'),
      ),
    ).toEqual([]);
  });

  test('may gain entries with a place beside earlier ones without', () => {
    const [head, ...entries] = corrected![LOG]!.trimEnd().split('\n');
    const short = [head!.replace(/,出处$/, ''), ...entries.map((line) => line.replace(/,$/, ''))];
    expect(told({ ...corrected!, [LOG]: `${short.join('\n')}\n` })).toEqual([]);
  });

  test('may have its files saved again with other line ends and a BOM', () => {
    const saved = Object.fromEntries(
      Object.entries(first!).map(([path, text]) => [
        path,
        path.endsWith('.csv') && !path.startsWith('data/published') ? `\ufeff${text.replaceAll('\n', '\r\n')}` : text,
      ]),
    );
    expect(told(saved)).toEqual([]);
  });
});

/** A change that no correction tells, in full. @param line what it is called and what was and is there, as the log has it. */
const untold = (
  at: string,
  line: readonly [indicator: string, column: string, before: string, after: string],
  { back = `改回“${line[2]}”`, place = '', version = 1 } = {},
): string =>
  `${at}：第48期第${version}版公布的是“${line[2]}”，现在是“${line[3]}”\n` +
  `→ 不该改的，${back}；该改的，把下面一行粘贴到 data/corrections.csv 的末尾` +
  `${place && '（表头没有“出处”一列的，先在最后加上）'}，写上日期、原因和批准人\n` +
  ['日期', '48', ...line, '更正', '原因', '批准人', ...(place ? [place] : [])].join('\t');

/** What is told, in full, for each way of changing what was published. */
const WRONG: readonly (readonly [what: string, change: () => Root, said: readonly string[]])[] = [
  [
    'a number changed without an entry',
    () => edit(first!, TABLE, '97.2%', '97.3%'),
    [untold(`${TABLE} 第5行 H5 “2020年达到水平”`, [NAME, '2020年达到水平', '97.2%', '97.3%'])],
  ],
  [
    'digits printed otherwise',
    () => edit(edit(first!, FACTS, '84.0%', '84%'), TEXT, '84.0%', '84%'),
    [untold(`${TEXT} 第32行 “正文”`, ['', '正文', '法定办结时限压缩比达到84.0%', '法定办结时限压缩比达到84%'])],
  ],
  [
    'an entry whose old value was not published',
    () => edit(corrected!, LOG, '97.2%', '97.1%'),
    [
      'data/corrections.csv 第2行 E2 “原值”：更正记录的原值是“97.1%”，第1版公布的是“97.2%”\n→ 原值照公布时的写法写：97.2%',
    ],
  ],
  [
    'an entry whose new value does not stand in the file',
    () => edit(corrected!, LOG, '97.3%', '97.4%'),
    [
      `data/corrections.csv 第2行 F2 “新值”：更正记录的新值是“97.4%”，data/issues/48/comparison.csv H5 是“97.3%”\n→ 把两处改成一样的写法；后来又改过的，把下面一行粘贴到更正记录的末尾，写上日期、原因和批准人\n日期\t48\t${NAME}\t2020年达到水平\t97.4%\t97.3%\t更正\t原因\t批准人`,
    ],
  ],
  [
    'an entry for a cell that is not there',
    () => edit(corrected!, LOG, '2020年达到水平', '2021年达到水平'),
    [
      `data/corrections.csv 第2行 D2 “列”：第48期的表里没有“${NAME}”的“2021年达到水平”\n→ 指标照表里的名称写，列照表头写，如 2020年达到水平；正文数字的列是“数值”；改的是正文的字句，列写“正文”，指标空着`,
    ],
  ],
  [
    'an entry for another bulletin',
    () => log(first!, ENTRY.replace(',48,', ',49,')),
    ['data/corrections.csv 第2行 B2 “期号”：“49”不是已有的一期\n→ 写被更正的通报的期号，如 48'],
  ],
  [
    'an entry edited after its release',
    () => edit(release(corrected!, '2026-12-01'), LOG, '看错行', '有误'),
    [
      'data/corrections.csv 第2行 A2 “日期”：第2版公布时已经有的更正记录被改动、调换或删掉了\n→ 已经公布的更正记录不能再改；恢复原样，有新的情况另记一行',
    ],
  ],
  [
    'a line of the ledger edited',
    () => edit(first!, LEDGER, '2026-11-24', '2026-11-23'),
    [
      'data/published.csv 第2行：公布台账这一行与程序写下的不符，或者前后断开了\n→ 台账只由程序写，不能手工改；请恢复原来的文件。两个人分头公布以后合并的，运行 npm run release -- --again',
    ],
  ],
  [
    'the last line of the ledger deleted',
    () => edit(first!, LEDGER, /\n48,.*\n/, '\n'),
    [
      'data/published/48/v1/：有这一版的存档，公布台账里却没有它\n→ 台账只由程序写，不能删行；请恢复原来的 data/published.csv。公布时中断了的，再公布一次',
    ],
  ],
  [
    'a record deleted',
    () => without(first!, 'data/published/48/v1/observations.csv'),
    [
      'data/published/48/v1/：第48期第1版的存档不见了，或与台账的 sha256 不符\n→ 存档只由程序写，不能手工改；请恢复原来的文件夹',
    ],
  ],
  [
    'a column renamed',
    () => edit(first!, TABLE, '2020年达到水平', '2020年达到数'),
    [untold(`${TABLE} “2020年达到数”`, ['', '表头', '2020年达到水平', '2020年达到数'])],
  ],
  [
    'an indicator renamed in the registry',
    () =>
      edit(
        first!,
        'data/indicators.csv',
        /(no-visit-approval),政务服务事项不见面审批事项占比,/,
        '$1,不见面审批占比,政务服务事项不见面审批事项占比；',
      ),
    [untold(`${REGISTRY} 第5行 B5 “名称”`, ['不见面审批占比', '名称', NAME, '不见面审批占比'])],
  ],
  [
    'an indicator given another code',
    () => edit(first!, 'data/indicators.csv', 'no-visit-approval', 'no-visit'),
    [
      `data/indicators.csv “编码”：第48期第1版公布的“${NAME}”编码是“no-visit-approval”，名录里现在没有这个编码\n→ 恢复原来的编码；网址里有编码，公开以后不能改`,
    ],
  ],
  [
    'an entry as it was suggested, not completed',
    () => log(first!, ENTRY.replace('录入时看错行', '原因').replace('办公室', '批准人')),
    [
      'data/corrections.csv 第2行 H2 “原因”：这一格是空的\n→ 更正记录的“原因”必须写明',
      'data/corrections.csv 第2行 I2 “批准”：这一格是空的\n→ 更正记录的“批准”必须写明',
    ],
  ],
  [
    'a direction turned round',
    () => edit(first!, 'data/indicators.csv', /(no-visit-approval,.*?,)越高越好/, '$1越低越好'),
    [untold(`${REGISTRY} 第5行 E5 “方向”`, [NAME, '方向', '越高越好', '越低越好'])],
  ],
  [
    'an indicator given another name',
    () => edit(first!, REGISTRY, `${NAME},,`, `不见面审批比例,${NAME},`),
    [untold(`${REGISTRY} 第5行 B5 “名称”`, ['不见面审批比例', '名称', NAME, '不见面审批比例'])],
  ],
  [
    'a figure of the text given the name of an indicator',
    () => edit(first!, REGISTRY, '承诺办结时限平均压缩比例,,', '承诺办结时限平均压缩比例,法定办结时限压缩比,'),
    [
      untold(`${REGISTRY} 第6行 B6 “名称”`, [
        '法定办结时限压缩比',
        '名称',
        '法定办结时限压缩比',
        '承诺办结时限平均压缩比例',
      ]),
    ],
  ],
  [
    'a heading of another year',
    () => edit(first!, TABLE, '2020年达到水平', '2021年达到水平'),
    [
      'content/issues/48.mdx 第24行：“85 分”在数据里找不到（一(二)，“020 年能提高到 85 分。”）；“政务服务便利度”有这个数，但表里是“2021年”的，正文这里不是\n→ 照通报核对正文和表头的时间，改正写错的一处',
      'content/issues/48.mdx 第26行：“90分”在数据里找不到（一(三)，“计2020年能提高到90分。”）；“与国家政务平台数据共享”有这个数，但表里是“2021年”的，正文这里不是\n→ 照通报核对正文和表头的时间，改正写错的一处',
      untold(`${TABLE} “2021年达到水平”`, ['', '表头', '2020年达到水平', '2021年达到水平']),
    ],
  ],
  [
    'a row given another name',
    () => edit(first!, FACTS, '单点登录事项占比', '单点登录占比'),
    [untold(`${FACTS} 第7行 A7 “指标”`, ['单点登录占比', '指标', '单点登录事项占比', '单点登录占比'])],
  ],
  [
    'a cell filled that was published empty',
    () => edit(first!, TABLE, '政务服务便利度,分,,', '政务服务便利度,分,市级,'),
    [untold(`${TABLE} 第3行 E3 “层级”`, ['政务服务便利度', '层级', '空白', '市级'], { back: '清空这一格' })],
  ],
  [
    'a cell changed again after its entry',
    () => edit(release(corrected!, '2026-12-01'), TABLE, '97.3%', '97.4%'),
    [untold(`${TABLE} 第5行 H5 “2020年达到水平”`, [NAME, '2020年达到水平', '97.3%', '97.4%'], { version: 2 })],
  ],
  [
    'two entries of a cell with one missing between them',
    () => log(edit(first!, TABLE, '97.2%', '97.5%'), ENTRY, ENTRY.replace('97.2%,97.3%', '97.4%,97.5%')),
    [
      'data/corrections.csv 第2行 F2 “新值”：更正记录的新值是“97.3%”，后一条更正的原值是“97.4%”\n→ 把两处改成一样的写法；中间还改过的，每改一次记一行，按先后排列',
    ],
  ],
  [
    'an entry that calls a published row added',
    () => log(first!, '2026-12-01,48,政务服务便利度,整行,无,新增,更正,补登,办公室'),
    [
      'data/corrections.csv 第2行 F2 “新值”：第48期的“政务服务便利度”这一行既没有新加，也没有撤回\n→ 只改了其中一格的，列写那一格的表头；没有改动的，删掉这一行记录',
    ],
  ],
  [
    'a bulletin made a draft again',
    () => edit(first!, TEXT, /\ntopic:/, '\ndraft: true\ntopic:'),
    [
      'data/published.csv 第2行：第48期已经公布，现在没有了，或者改成了草稿\n→ 恢复 content/issues/48.mdx 和 data/issues/48/；公布过的网址不能失效',
    ],
  ],
  [
    'a row deleted',
    () => edit(first!, TABLE, /\n6,附表.*(?=\n)/, ''),
    [
      'data/issues/48/comparison.csv：第48期第1版有“实名差评按期整改率”这一行，现在没有了\n→ 不该删的，恢复这一行；确实撤回的，把下面一行粘贴到 data/corrections.csv 的末尾，写上日期、原因和批准人\n日期\t48\t实名差评按期整改率\t整行\t2019年评价水平 96.2%；2020年省定目标 市级 100%；2020年达到水平 市级 100%；国内前沿水平 暂缺\t撤回\t撤回\t原因\t批准人',
    ],
  ],
  [
    'an entry without its particulars',
    () => log(first!, '12月初,四十八,,,1,1,修改,,'),
    [
      'data/corrections.csv 第2行 A2 “日期”：日期“12月初”不是某一天\n→ 写成 2026-12-01',
      'data/corrections.csv 第2行 B2 “期号”：“四十八”不是已有的一期\n→ 写被更正的通报的期号，如 48',
      'data/corrections.csv 第2行 C2 “指标”：这一格是空的\n→ 更正记录的“指标”必须写明',
      'data/corrections.csv 第2行 D2 “列”：这一格是空的\n→ 更正记录的“列”必须写明',
      'data/corrections.csv 第2行 F2 “新值”：原值与新值都是“1”，没有更正什么\n→ 原值写公布时的写法，新值写现在的写法；没有改动的，删掉这一行',
      'data/corrections.csv 第2行 G2 “类别”：类别“修改”不认识\n→ 写“更正”（原来错了）、“修订”（按计划改）、“更新”（有了新情况）或“撤回”（作废，没有新的数）',
      'data/corrections.csv 第2行 H2 “原因”：这一格是空的\n→ 更正记录的“原因”必须写明',
      'data/corrections.csv 第2行 I2 “批准”：这一格是空的\n→ 更正记录的“批准”必须写明',
    ],
  ],
  [
    'an old value that was never readable',
    () => log(edit(first!, TABLE, '97.2%', '97.3%'), ENTRY.replace('97.2%', '97..2%')),
    [
      'data/corrections.csv 第2行 E2 “原值”：更正记录的原值是“97..2%”，第1版公布的是“97.2%”\n→ 原值照公布时的写法写：97.2%',
    ],
  ],
];

describe('is told at its place and in full:', () => {
  test.each(WRONG)('%s', (_, change, said) => {
    expect(told(change())).toEqual(said);
  });

  test('a unit that only the registry says', () => {
    const registered = withLine(unreleased!, REGISTRY, 'new-count,新的指标数,,项,越高越好,,,政务服务,,New count\n');
    const blank = release(
      withLine(registered, TABLE, '7,第二张表,新的指标数,,市级,1,2,3,,暂缺,附表第7行,\n'),
      '2026-11-24',
    );
    expect(told(edit(blank, REGISTRY, '新的指标数,,项', '新的指标数,,件'))).toEqual([
      untold(`${REGISTRY} 第11行 D11 “单位”`, ['新的指标数', '单位', '项', '件']),
    ]);
  });

  test('an entry that still holds the words of the suggested line', () => {
    expect(
      told(log(edit(first!, TABLE, '97.2%', '97.3%'), ENTRY.replace('录入时看错行,办公室', '原因,批准人'))).slice(0, 2),
    ).toEqual([
      'data/corrections.csv 第2行 H2 “原因”：这一格是空的\n→ 更正记录的“原因”必须写明',
      'data/corrections.csv 第2行 I2 “批准”：这一格是空的\n→ 更正记录的“批准”必须写明',
    ]);
  });

  test('an entry that does not say which of two figures of one name, until it does', () => {
    const named = {
      ...unreleased!,
      [FACTS]: `${unreleased![FACTS]!.trimEnd()}\n新登记的事项,77,项,,,引言,,,\n新登记的事项,77,项,2020年底,,二(一),,,\n`,
    };
    const twice = release(
      edit(
        edit(named, TEXT, /(\n---\n\n?)/, '$1新登记的事项 77 项。\n\n'),
        TEXT,
        '51.8%',
        '51.8%（新登记的事项 77 项）',
      ),
      '2026-11-24',
    );
    const both = edit(edit(twice, FACTS, '事项,77,', '事项,78,'), TEXT, ' 77 项', ' 78 项');
    expect(told(both).join('\n')).toContain('日期\t48\t新登记的事项\t数值\t77\t78\t更正\t原因\t批准人\t二(一)');
    const entry = '2026-12-01,48,新登记的事项,数值,77,78,更正,x,y';
    const words = ['引言', '二(一)'].map((place) => `2026-12-01,48,,正文,77,78,更正,x,y,${place}`);
    expect(told(log(both, ...words, entry))).toEqual([
      'data/corrections.csv 第4行 C4 “指标”：第48期“新登记的事项”的“数值”有 2 处\n→ 在更正记录里加“出处”一列，写明是哪一处',
    ]);
    expect(told(log(both, ...words, `${entry},引言`, `${entry},二(一)`))).toEqual([]);
  });
});
