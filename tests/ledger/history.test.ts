import { beforeAll, describe, expect, test } from 'vitest';
import { sha256, sources } from '../../src/catalog.ts';
import { isNumeric } from '../../src/domain/observation.ts';
import { lowerOf } from '../../src/domain/quantity.ts';
import { outcomeChanges } from '../../src/domain/version.ts';
import { assemble, type Assembled } from '../../src/check/assemble.ts';
import { append, LEDGER, recordPath } from '../../src/ledger/ledger.ts';
import { format } from '../../src/ingest/problem/problem.ts';

/** A root by path, as text. */
type Root = Readonly<Record<string, string>>;

const HEAD = '日期,期号,指标,列,原值,新值,类别,原因,批准';
const NAME = '政务服务事项不见面审批事项占比';
const ENTRY = `2026-12-01,48,${NAME},2020年达到水平,97.2%,97.3%,更正,录入时看错行,办公室`;
const [TABLE, FACTS, TEXT, LOG] = [
  'data/issues/48/comparison.csv',
  'data/issues/48/facts.csv',
  'content/issues/48.mdx',
  'data/corrections.csv',
];
const REGISTRY = 'data/indicators.csv';

const read = (root: Root): Assembled =>
  assemble(
    Object.entries(root).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
    sha256,
  );
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
const log = (root: Root, ...entries: string[]): Root => ({
  ...root,
  [LOG]: `${[...(root[LOG]?.trimEnd().split('\n') ?? [HEAD]), ...entries].join('\n')}\n`,
});
const without = (root: Root, ...paths: string[]): Root =>
  Object.fromEntries(Object.entries(root).filter(([path]) => !paths.includes(path)));
const release = (root: Root, date: string): Root => {
  const { histories, releases, problems } = read(root);
  expect(problems.filter((p) => p.severity === 'error').map(format)).toEqual([]);
  const { editions, record } = histories.get(48)!;
  const made = { issue: 48, version: editions[0]!.bulletin.version, date, sha256: sha256(record) };
  return { ...root, [recordPath(made)]: record, [LEDGER]: append(releases, made, sha256) };
};
const reached = (assembled: Assembled): (string | undefined)[] =>
  assembled.histories.get(48)!.editions.map(({ bulletin }) => {
    const o = bulletin.groups.flatMap((g) => g.rows).find((r) => r.name === NAME)?.cells.achieved;
    return isNumeric(o) ? lowerOf(o.quantity) : undefined;
  });

/** Bulletin 48 before its release, released, and with one logged correction. */
let [unreleased, first, corrected]: Root[] = [];
beforeAll(() => {
  const all = Object.fromEntries(sources('.').map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  unreleased = without(all, LEDGER, LOG, ...Object.keys(all).filter((path) => path.startsWith('data/published/')));
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
    expect(
      read(first!)
        .histories.get(48)!
        .editions.map(({ bulletin }) => [bulletin.version, bulletin.released]),
    ).toEqual([[1, '2026-11-24']]);
  });

  test('with a logged correction is the next version, and the first is still there with its own number', () => {
    expect(told(corrected!)).toEqual([]);
    expect(
      read(corrected!)
        .histories.get(48)!
        .editions.map(({ bulletin, corrections }) => [bulletin.version, bulletin.released, corrections.length]),
    ).toEqual([
      [2, null, 1],
      [1, '2026-11-24', 0],
    ]);
    expect(reached(read(corrected!))).toEqual(['97.3', '97.2']);
  });

  test('keeps every version through a second release and a correction back', () => {
    const second = release(corrected!, '2026-12-01');
    const back = log(
      edit(second, TABLE, '97.3%', '97.2%'),
      `2026-12-05,48,${NAME},2020年达到水平,97.3%,97.2%,更正,前一次更正有误,办公室`,
    );
    expect(reached(read(release(back, '2026-12-05')))).toEqual(['97.2', '97.3', '97.2']);
  });

  test('says which judgement a correction changed', () => {
    const down = log(edit(first!, TABLE, '97.2%', '77.2%'), ENTRY.replace('97.3%', '77.2%'));
    const [after, before] = read(down).histories.get(48)!.editions;
    expect(
      outcomeChanges(before!.bulletin, after!.bulletin).map((c) => [c.name, c.before.outcome, c.after.outcome]),
    ).toEqual([[NAME, 'met', 'missed']]);
  });

  test('may gain a row that is logged as one', () => {
    const row = '新登记的事项,77,项,,,引言,,,';
    const text = (root: Root): Root => edit(root, TEXT, /(\n---\n\n?)/, '$1新登记的事项 77 项。\n\n');
    const added = text({ ...first!, [FACTS]: `${first![FACTS]!.trimEnd()}\n${row}\n` });
    expect(told(added)[0]).toMatch(
      /^data\/issues\/48\/facts\.csv 第\d+行 A\d+ “指标”：“新登记的事项”这一行在第48期第1版里没有\n→ 不该加的，删掉；该加的，在 data\/corrections\.csv 末尾加一行：日期,48,新登记的事项,整行,无,新增,更正,原因,批准人$/,
    );
    const logged = log(added, '2026-12-01,48,新登记的事项,整行,无,新增,更新,补登,办公室');
    expect(told(logged)).toEqual([]);
    expect(
      read(logged)
        .histories.get(48)!
        .editions.map(({ bulletin }) => bulletin.facts.length),
    ).toEqual([24, 23]);
  });

  test('may gain a row of its table that is logged as one', () => {
    const registered = withLine(first!, REGISTRY, 'new-share,新的指标率,,%,越高越好,0,100,政务服务,,New share\n');
    const added = withLine(registered, TABLE, '7,附表,新的指标率,%,市级,1%,2%,3%,,暂缺,附表第7行,\n');
    const logged = log(added, '2026-12-01,48,新的指标率,整行,无,新增,更新,补登,办公室');
    expect(told(logged)).toEqual([]);
    expect(
      read(logged)
        .histories.get(48)!
        .editions.map(({ bulletin }) => bulletin.groups[1]!.rows.length),
    ).toEqual([7, 6]);
  });

  test('may have a row renamed, whose first version keeps its name', () => {
    const renamed = log(
      edit(first!, FACTS, '单点登录事项占比', '单点登录占比'),
      '2026-12-01,48,单点登录占比,指标,单点登录事项占比,单点登录占比,更正,名称有误,办公室',
    );
    expect(told(renamed)).toEqual([]);
    expect(
      read(renamed)
        .histories.get(48)!
        .editions.map(({ bulletin }) => bulletin.facts[5]!.name),
    ).toEqual(['单点登录占比', '单点登录事项占比']);
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
    const [head, ...entries] = log(corrected!)[LOG]!.trimEnd().split('\n');
    expect(told({ ...corrected!, [LOG]: `${head},出处\n${entries.join('\n')}\n` })).toEqual([]);
  });

  test('may have its files saved again with other line ends and a BOM', () => {
    const saved = Object.fromEntries(
      Object.entries(first!).map(([path, text]) => [
        path,
        path.endsWith('.csv') ? `\ufeff${text.replaceAll('\n', '\r\n')}` : text,
      ]),
    );
    expect(told(saved)).toEqual([]);
  });
});

/** What is told, in full, for each way of changing what was published. */
const WRONG: readonly (readonly [what: string, change: () => Root, said: readonly string[]])[] = [
  [
    'a number changed without an entry',
    () => edit(first!, TABLE, '97.2%', '97.3%'),
    [
      `data/issues/48/comparison.csv 第5行 H5 “2020年达到水平”：第48期第1版公布的是“97.2%”，现在是“97.3%”\n→ 不该改的，改回“97.2%”；该改的，在 data/corrections.csv 末尾加一行：日期,48,${NAME},2020年达到水平,97.2%,97.3%,更正,原因,批准人`,
    ],
  ],
  [
    'digits printed otherwise',
    () => edit(edit(first!, FACTS, '84.0%', '84%'), TEXT, '84.0%', '84%'),
    [
      'data/issues/48/facts.csv 第3行 B3 “数值”：第48期第1版公布的是“84.0%”，现在是“84%”\n→ 不该改的，改回“84.0%”；该改的，在 data/corrections.csv 末尾加一行：日期,48,法定办结时限压缩比,数值,84.0%,84%,更正,原因,批准人',
    ],
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
      'data/corrections.csv 第2行 F2 “新值”：更正记录的新值是“97.4%”，data/issues/48/comparison.csv H5 是“97.3%”\n→ 把两处改成一样的写法；后来又改过的，在最后加一行：日期,48,政务服务事项不见面审批事项占比,2020年达到水平,97.4%,97.3%,更正,原因,批准人',
    ],
  ],
  [
    'an entry for a cell that is not there',
    () => edit(corrected!, LOG, '2020年达到水平', '2021年达到水平'),
    [
      `data/corrections.csv 第2行 D2 “列”：第48期的表里没有“${NAME}”的“2021年达到水平”\n→ 指标照表里的名称写，列照表头写，如 2020年达到水平；正文数字的列是“数值”`,
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
      'data/published.csv 第2行：公布台账这一行与程序写下的不符，或者前后断开了\n→ 台账只由程序写，不能手工改；请恢复原来的文件',
    ],
  ],
  [
    'the last line of the ledger deleted',
    () => edit(first!, LEDGER, /\n48,.*\n/, '\n'),
    [
      'data/published/48-v1.csv：有这一版的存档，公布台账里却没有它\n→ 台账只由程序写，不能删行；请恢复原来的 data/published.csv。公布时中断了的，再公布一次',
    ],
  ],
  [
    'a record deleted',
    () => without(first!, 'data/published/48-v1.csv'),
    [
      'data/published/48-v1.csv：第48期第1版的存档不见了，或与台账的 sha256 不符\n→ 存档只由程序写，不能手工改；请恢复原来的文件',
    ],
  ],
  [
    'a column renamed',
    () => edit(first!, TABLE, '2020年达到水平', '2020年达到数'),
    [
      'data/issues/48/comparison.csv：第48期第1版有“2020年达到水平”这一列，现在没有了，多了“2020年达到数”\n→ 表头照公布时的写法写“2020年达到水平”；公布过的列不能删，也不能改名',
    ],
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
    [
      'data/indicators.csv “名称”：第48期第1版公布的名称是“政务服务事项不见面审批事项占比”，照现在的指标名录会变成“不见面审批占比”\n→ “政务服务事项不见面审批事项占比”是名录里原来的名称的，改回来，新的叫法写进别名；是后来写进别名的，从别名里去掉',
    ],
  ],
  [
    'an indicator given another code',
    () => edit(first!, 'data/indicators.csv', 'no-visit-approval', 'no-visit'),
    [
      'data/indicators.csv “编码”：第48期第1版公布的“政务服务事项不见面审批事项占比”编码是“no-visit-approval”，现在不是了\n→ 恢复原来的编码；网址里有编码，公开以后不能改',
    ],
  ],
  [
    'an entry as it was suggested, not completed',
    () => log(first!, ENTRY.replace('录入时看错行', '原因').replace(/办公室$/, '批准人')),
    [
      'data/corrections.csv 第2行 H2 “原因”：这一格是空的\n→ 更正记录的“原因”必须写明',
      'data/corrections.csv 第2行 I2 “批准”：这一格是空的\n→ 更正记录的“批准”必须写明',
    ],
  ],
  [
    'a direction turned round',
    () => edit(first!, 'data/indicators.csv', /(no-visit-approval,.*?,)越高越好/, '$1越低越好'),
    [
      'data/indicators.csv “方向”：第48期第1版公布时，“no-visit-approval”的方向是“越高越好”，现在是“越低越好”，已经公布的结果会跟着变\n→ 改回“越高越好”；确实要改方向的，用新的编码另外登记一个指标',
    ],
  ],
  [
    'an indicator given another name',
    () => edit(first!, REGISTRY, `${NAME},,`, `不见面审批比例,${NAME},`),
    [
      `data/indicators.csv “名称”：第48期第1版公布的名称是“${NAME}”，照现在的指标名录会变成“不见面审批比例”\n→ “${NAME}”是名录里原来的名称的，改回来，新的叫法写进别名；是后来写进别名的，从别名里去掉`,
    ],
  ],
  [
    'a figure of the text given the name of an indicator',
    () => edit(first!, REGISTRY, '承诺办结时限平均压缩比例,,', '承诺办结时限平均压缩比例,法定办结时限压缩比,'),
    [
      'data/indicators.csv “名称”：第48期第1版公布的名称是“法定办结时限压缩比”，照现在的指标名录会变成“承诺办结时限平均压缩比例”\n→ “法定办结时限压缩比”是名录里原来的名称的，改回来，新的叫法写进别名；是后来写进别名的，从别名里去掉',
    ],
  ],
  [
    'an indicator given another code',
    () => edit(first!, REGISTRY, 'no-visit-approval', 'no-visits'),
    [
      `data/indicators.csv “编码”：第48期第1版公布的“${NAME}”编码是“no-visit-approval”，现在不是了\n→ 恢复原来的编码；网址里有编码，公开以后不能改`,
    ],
  ],
  [
    'a heading of another year',
    () => edit(first!, TABLE, '2020年达到水平', '2021年达到水平'),
    [
      'data/issues/48/comparison.csv：第48期第1版有“2020年达到水平”这一列，现在没有了，多了“2021年达到水平”\n→ 表头照公布时的写法写“2020年达到水平”；公布过的列不能删，也不能改名',
    ],
  ],
  [
    'a row given another name',
    () => edit(first!, FACTS, '单点登录事项占比', '单点登录占比'),
    [
      'data/issues/48/facts.csv 第7行 A7 “指标”：第48期第1版公布的是“单点登录事项占比”，现在是“单点登录占比”\n→ 不该改的，改回“单点登录事项占比”；该改的，在 data/corrections.csv 末尾加一行：日期,48,单点登录占比,指标,单点登录事项占比,单点登录占比,更正,原因,批准人',
    ],
  ],
  [
    'a cell filled that was published empty',
    () => edit(first!, TABLE, '政务服务便利度,分,,', '政务服务便利度,分,市级,'),
    [
      'data/issues/48/comparison.csv 第3行 E3 “层级”：第48期第1版公布的是“空白”，现在是“市级”\n→ 不该改的，清空这一格；该改的，在 data/corrections.csv 末尾加一行：日期,48,政务服务便利度,层级,空白,市级,更正,原因,批准人',
    ],
  ],
  [
    'a cell changed again after its entry',
    () => edit(release(corrected!, '2026-12-01'), TABLE, '97.3%', '97.4%'),
    [
      `data/corrections.csv 第2行 F2 “新值”：更正记录的新值是“97.3%”，data/issues/48/comparison.csv H5 是“97.4%”\n→ 把两处改成一样的写法；后来又改过的，在最后加一行：日期,48,${NAME},2020年达到水平,97.3%,97.4%,更正,原因,批准人`,
    ],
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
      'data/corrections.csv 第2行 E2 “原值”：更正记录的原值是“无”，第1版公布的是“评价得分”\n→ 原值照公布时的写法写：评价得分',
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
      'data/issues/48/comparison.csv：第48期第1版有“实名差评按期整改率”的“组”（附表），现在没有了\n→ 恢复这一行；公布过的数不能删，确实作废的，改成“未列”并在更正记录里登记',
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
      'data/corrections.csv 第2行 G2 “类别”：类别“修改”不认识\n→ 写“更正”（原来错了）、“修订”（按计划改）或“更新”（有了新情况）',
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
      'data/indicators.csv “单位”：第48期第1版公布时，“新的指标数”的单位是“项”，现在是“件”，已经公布的结果会跟着变\n→ 改回“项”；确实要改单位的，用新的编码另外登记一个指标',
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
    expect(told(both).join('\n')).toContain('日期,48,新登记的事项,数值,77,78,更正,原因,批准人,二(一)');
    const entry = '2026-12-01,48,新登记的事项,数值,77,78,更正,x,y';
    expect(told(log(both, entry))).toEqual([
      'data/corrections.csv 第2行 C2 “指标”：第48期“新登记的事项”的“数值”有 2 处\n→ 在更正记录里加“出处”一列，写明是哪一处',
    ]);
    expect(told({ ...both, [LOG]: `${HEAD},出处\n${entry},引言\n${entry},二(一)\n` })).toEqual([]);
  });
});
