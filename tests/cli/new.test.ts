import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3-dsv';
import { beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../src/catalog.ts';
import { begin, newCommand, newOptions } from '../../src/cli/new.ts';
import type { Observation } from '../../src/domain/observation.ts';
import type { Decision } from '../../src/draft/decision.ts';
import { draft, type Draft } from '../../src/draft/draft.ts';
import { readWord } from '../../src/draft/word/html.ts';
import { registry } from '../../src/ingest/table/registry.ts';
import { docx, SEED } from './docx.ts';
import { run, type Outcome } from './run.ts';
import { temporary } from '../temporary.ts';

const project = join(import.meta.dirname, '../..');
const work = temporary('new');

const USAGE =
  '用法：npm run new -- 期号 [--title 标题 --date 2021-01-25 --topic 主题 --lead 牵头单位] [--from 通报.docx] [--root 文件夹]\n' +
  '      没有 --from 时还可以写空表的列和行：[--period 2023年一季度 --baseline 2022年一季度 --target 省定 --target 2025年市定 --areas 新华区、叶县]\n';
const ASKED = [
  '--title',
  '关于“企业开办”指标的通报',
  '--date',
  '2021年3月5日',
  '--topic',
  '企业开办',
  '--lead',
  '市市场监管局',
];

/** Its input is no terminal here. */
const command = (...args: string[]): Promise<Outcome> => run(newCommand, ...args);

/** A root with the office's registry and, if wanted, its published bulletin. */
function root(name: string, published: boolean): string {
  const folder = join(work, name);
  mkdirSync(join(folder, 'data'), { recursive: true });
  if (published)
    for (const path of ['content/issues/48.mdx', 'data/issues/48'])
      cpSync(join(project, path), join(folder, path), { recursive: true });
  cpSync(join(project, 'data/indicators.csv'), join(folder, 'data/indicators.csv'));
  return folder;
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const lines = (text: string): string[] => text.replace('\ufeff', '').split('\r\n');

describe('npm run new -- 49', () => {
  test('writes the text and both tables with the rows of the latest bulletin and the years before its date', async () => {
    const folder = root('template', true);
    const { status, stdout, stderr } = await command('49', ...ASKED, '--root', folder);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      '写好了第 49 期的空表：\n  content/issues/49.mdx\n  data/issues/49/comparison.csv\n  data/issues/49/facts.csv\n\n' +
        '对照表的基期是 2019 年，目标和达到水平是 2020 年；不对的，改 comparison.csv 的列名。\n\n' +
        '指标、组、出处和报送、抄送照上一期写（没有上一期的照指标名录），本期没有的行删掉，不同的改掉。印发日期写作通报日期。\n\n' +
        '下一步：\n  1. 把通报全文贴进 content/issues/49.mdx，章的标题前写“## ”。\n' +
        '  2. 用 Excel 或 WPS 打开两个表，把“待填”换成通报里的数；正文里的每个数在 facts.csv 写一行。\n' +
        '  3. npm run check，它会列出还没有填的地方，直到没有错误。\n',
    );
    expect(read(folder, 'content/issues/49.mdx')).toBe(
      '---\ntitle: 关于“企业开办”指标的通报\ndate: 2021-03-05\ntopic: 企业开办\nlead: 市市场监管局\n' +
        'reportTo:\n  - 市优化营商环境工作领导小组第一组长、组长、各位副组长\n  - 省发改委营商环境建设处\n' +
        'copyTo:\n  - 市优化营商环境工作领导小组成员单位\n  - 市委督查室\n  - 市政府督查室\nprinted: 2021-03-05\n---\n\n' +
        '<Comparison group="评价得分" />\n\n<Comparison group="附表" />\n',
    );
    const table = read(folder, 'data/issues/49/comparison.csv');
    expect(table.startsWith('\ufeff序号,')).toBe(true);
    expect(table.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines(table).slice(0, 5)).toEqual([
      '序号,组,指标,单位,层级,2019年评价水平,2020年省定目标,2020年达到水平,达到时点,国内前沿水平,出处,备注',
      '1,评价得分,网上政务服务事项可办率,分,,待填,,待填,,,一(一),',
      '2,评价得分,政务服务便利度,分,,待填,,待填,,,一(二),',
      '3,评价得分,与国家政务平台数据共享,分,,待填,,待填,,,一(三),',
      '1,附表,政务服务事项不见面审批事项占比,%,,待填,待填,待填,,待填,附表第1行,',
    ]);
    expect(read(folder, 'data/issues/49/facts.csv')).toBe('\ufeff指标,数值,单位,时点,层级,出处,关联指标,关系,备注\r\n');
  });

  test('leaves nothing that could be published by mistake: the check names every cell still to be filled', () => {
    const { problems } = load(join(work, 'template'));
    const cells = problems.filter((p) => p.file === 'data/issues/49/comparison.csv');
    expect(cells.map((p) => p.found)).toEqual(Array<string>(6 + 6 * 4).fill('待填'));
    expect(cells[0]).toMatchObject({
      cell: 'F2',
      message: '这一格还没有填',
      hint: '照通报填数；通报没有数的，写“暂缺”“未公布”“不适用”或“未列”，原因写在备注',
    });
    expect(problems.filter((p) => !cells.includes(p)).map((p) => [p.file, p.message])).toEqual([
      ['content/issues/49.mdx', '文件头下面没有正文'],
      ['data/issues/49/facts.csv', '表头下面没有一行数据'],
    ]);
  });

  test('takes its rows from the registry where there is no earlier bulletin', async () => {
    const folder = root('first', false);
    expect((await command('1', ...ASKED, '--root', folder)).status).toBe(0);
    const names = csvParseRows(read(folder, 'data/issues/1/comparison.csv').replace('\ufeff', ''))
      .slice(1)
      .map((cells) => cells.slice(0, 4).join(' '));
    expect(names[0]).toBe('1 评价得分 网上政务服务事项可办率 分');
    expect(names[3]).toBe('1 附表 政务服务事项不见面审批事项占比 %');
    expect(names.length).toBe(9);
  });

  test('does not fail in an empty folder', async () => {
    const folder = mkdtempSync(join(work, 'empty-'));
    expect((await command('1', ...ASKED, '--root', folder)).status).toBe(0);
    expect(load(folder).problems.map((p) => p.code)).toContain('file/no-registry');
  });

  test('says which flags are missing where no one can be asked, and writes nothing', async () => {
    const folder = root('unasked', false);
    expect(await command('49', '--topic', '企业开办', '--root', folder)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `还缺 --title（标题）、--date（通报日期）、--lead（牵头单位）\n${USAGE}`,
    });
    expect(existsSync(join(folder, 'content'))).toBe(false);
  });

  test('asks at a terminal for what the flags leave open, until the answer can be used', async () => {
    const folder = root('asked', false);
    const answers = ['', ' 关于“甲”的通报 ', '2月30日', '2021-02-30', '2021/2/28', '市甲局'];
    const questions: string[] = [];
    const ask = (question: string): Promise<string> => {
      questions.push(question);
      return Promise.resolve(answers[questions.length - 1] ?? '');
    };
    expect(await begin(newOptions(['2', '--topic', '甲', '--root', folder]), ask, () => undefined)).toBe(0);
    expect(questions).toEqual([
      '标题（如 关于“政务服务”指标整改提升情况的通报）：',
      '不能空着。标题（如 关于“政务服务”指标整改提升情况的通报）：',
      '通报日期（如 2021-01-25）：',
      '“2月30日”不是日期，写成 2021-01-25 的样子。通报日期（如 2021-01-25）：',
      '“2021-02-30”不是日期，写成 2021-01-25 的样子。通报日期（如 2021-01-25）：',
      '牵头单位（如 市政务服务和大数据局）：',
      '达到水平的时期（如 2023年一季度；直接回车是2020年）：',
      '基期（如 2022年一季度；直接回车是2019年）：',
      '目标是谁定的，几个用、隔开（如 省定、市定；直接回车是省定）：',
      '地区，一行一个的，用、隔开（如 新华区、叶县；直接回车是不分地区）：',
    ]);
    expect(read(folder, 'content/issues/2.mdx')).toContain(
      'title: 关于“甲”的通报\ndate: 2021-02-28\ntopic: 甲\nlead: 市甲局\n',
    );
  });

  test('writes the periods, targets and areas that it is given, in headings that the check reads', async () => {
    const folder = root('shaped', false);
    const shape = ['--period', '2023年一季度', '--target', '省定', '--target', '2025年市定', '--areas', '新华区、叶县'];
    const { status, stdout } = await command('64', ...ASKED, ...shape, '--root', folder);
    expect(status).toBe(0);
    expect(stdout).toContain(
      '对照表的列是“2022年一季度水平”“2023年省定目标”“2025年市定目标”“2023年一季度达到水平”；每个指标有 2 行，一行一个地区；不对的，改 comparison.csv 的列名。',
    );
    const table = lines(read(folder, 'data/issues/64/comparison.csv'));
    expect(table[0]).toBe(
      '序号,组,指标,单位,层级,地区,2022年一季度水平,2023年省定目标,2025年市定目标,2023年一季度达到水平,达到时点,国内前沿水平,出处,备注',
    );
    expect(table.filter((line) => line.includes('统一受理事项覆盖度'))).toEqual([
      '7,附表,统一受理事项覆盖度,%,,新华区,待填,待填,待填,待填,,,附表第7行,',
      '8,附表,统一受理事项覆盖度,%,,叶县,待填,待填,待填,待填,,,附表第8行,',
    ]);
    const { problems } = load(folder);
    expect(problems.filter((p) => p.code.startsWith('header/'))).toEqual([]);
  });

  test.each([
    [['--period', '一季度'], '--period：“一季度”不是时期，写成 2023年、2023年一季度、2023年5月 或 2023年1—7月 的样子'],
    [
      ['--period', '2023年一季度', '--baseline', '2022年'],
      '--baseline：基期“2022年”要早于“2023年一季度”，并且与它同样长短，如“2022年一季度”',
    ],
    [
      ['--period', '2023年', '--baseline', '2024年'],
      '--baseline：基期“2024年”要早于“2023年”，并且与它同样长短，如“2022年”',
    ],
    [['--target', '高'], '--target：目标写谁定的，如“省定”，不是当年的写上年份，如“2025年省定”，现在是“高”'],
    [['--areas', '叶县、叶县'], '--areas：地区“叶县”写了两次，一个地区只写一次'],
  ])('says what is wrong with %j', async (flags, message) => {
    const folder = mkdtempSync(join(work, 'wrong-'));
    expect((await command('64', ...ASKED, ...flags, '--root', folder)).stderr).toBe(`${message}\n${USAGE}`);
    expect(existsSync(join(folder, 'content'))).toBe(false);
  });

  test('asks again for a period that is none, and takes what was typed', async () => {
    const folder = root('periods', false);
    const answers = ['一季度', '2023年一季度', '', '省定、市定', ''];
    const questions: string[] = [];
    const ask = (question: string): Promise<string> => {
      questions.push(question);
      return Promise.resolve(answers[questions.length - 1]!);
    };
    expect(await begin(newOptions(['5', ...ASKED, '--root', folder]), ask, () => undefined)).toBe(0);
    expect(questions[1]).toBe(
      '“一季度”不是时期，写成 2023年、2023年一季度、2023年5月 或 2023年1—7月 的样子。达到水平的时期（如 2023年一季度；直接回车是2020年）：',
    );
    expect(lines(read(folder, 'data/issues/5/comparison.csv'))[0]).toContain(
      ',2022年一季度水平,2023年省定目标,2023年市定目标,2023年一季度达到水平,',
    );
  });

  test('never overwrites: one file that exists keeps all three from being written', async () => {
    const folder = root('kept', false);
    const mine = join(folder, 'data/issues/49/facts.csv');
    mkdirSync(dirname(mine), { recursive: true });
    writeFileSync(mine, 'mine');
    for (const how of [ASKED, ['--from', 'nowhere.docx']]) {
      expect(await command('49', ...how, '--root', folder)).toMatchObject({
        status: 2,
        stderr: '',
        stdout: '第 49 期已经有这些文件，什么也没有写：\n  data/issues/49/facts.csv\n要重新起草的，先把它们移走。\n',
      });
    }
    expect(readFileSync(mine, 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'content'))).toBe(false);
    expect(existsSync(join(folder, 'data/issues/49/comparison.csv'))).toBe(false);
  });

  test('says what is wrong with a call', async () => {
    expect((await command()).stderr).toBe(`请写期号，如 npm run new -- 49\n${USAGE}`);
    expect((await command('第49期')).stderr).toBe(`期号是一个正整数，如 49，现在是“第49期”\n${USAGE}`);
    expect((await command('49', '--date', '2021-13-01')).stderr).toBe(
      `--date 应写成 2021-01-25 的样子，现在是“2021-13-01”\n${USAGE}`,
    );
    expect((await command('49', '--lead', ' ')).stderr).toBe(`--lead 是空的\n${USAGE}`);
  });
});

describe('npm run new -- 48 --from', () => {
  let [printed, folder] = ['', ''];
  const committed = load(project).bulletins.find((b) => b.issue.number === 48)!;
  const known = registry('data/indicators.csv', readFileSync(join(project, 'data/indicators.csv'), 'utf8')).registry;
  const file = join(work, '48.docx');

  beforeAll(async () => {
    writeFileSync(file, await docx(SEED));
    folder = root('drafted', false);
    const { status, stdout, stderr } = await command('48', '--from', file, '--root', folder);
    expect([status, stderr]).toEqual([0, '']);
    printed = stdout;
  });

  /** The draft as the command makes it, with its decisions as data. */
  const drafted = async (bytes: Buffer): Promise<Draft> => {
    const { default: mammoth } = await import('mammoth');
    const made = draft(48, readWord((await mammoth.convertToHtml({ buffer: bytes })).value), {}, known);
    if ('reason' in made) throw new Error(made.reason);
    return made;
  };

  const observations = (of: string): readonly Observation[] =>
    load(of).bulletins.find((b) => b.issue.number === 48)!.observations;

  test("splits the bulletin's own table into the committed comparison.csv, byte for byte", () => {
    expect(lines(read(folder, 'data/issues/48/comparison.csv')).join('\n')).toBe(
      lines(read(project, 'data/issues/48/comparison.csv').replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')).join(
        '\n',
      ),
    );
  });

  test('writes the committed text but for the drawing of figures, the acknowledgements and the paragraph it asks about', () => {
    const plain = (text: string): string =>
      text
        .replace(/names:(\n {2}- .*)+/, 'names: [24小时自助政务服务大厅, 24小时自助政务服务]')
        .replace(/acknowledged: .*\n/, '')
        .replace(/<Figures .*\/>\n\n/, '')
        // The bulletin's own table has no heading.
        .replace('## 附表\n\n', '')
        .replace('推广力度。\n\n目前', '推广力度。目前');
    expect(plain(read(folder, 'content/issues/48.mdx'))).toBe(plain(read(project, 'content/issues/48.mdx')));
  });

  test('reproduces the committed observations in all but the names, notes and relations it asks about', () => {
    const alike = (o: Observation): unknown => (o.role === 'stated' ? { ...o, name: '', note: '', relation: '' } : o);
    expect(observations(folder).map(alike)).toEqual(committed.observations.map(alike));
  });

  test('has every problem that the check finds among the decisions it lists', async () => {
    const { decisions } = await drafted(readFileSync(file));
    const errors = load(folder).problems.filter((p) => p.severity === 'error');
    expect(errors.length).toBeGreaterThan(2);
    for (const p of errors)
      expect(
        decisions.filter((d) => d.file === p.file && d.row === p.row && d.message.includes(p.message)),
        p.message,
      ).toHaveLength(1);
  });

  test('passes the check and equals the committed bulletin once only the listed decisions are taken', async () => {
    const { decisions, files } = await drafted(readFileSync(file));
    const decided = root('decided', false);
    const path = 'data/issues/48/facts.csv';
    const answer = csvParseRows(read(project, path).replace('\ufeff', ''));
    const rows = csvParseRows(files.get(path)!.replace('\ufeff', ''));
    const asked = (kinds: readonly Decision['kind'][], row: number): boolean =>
      decisions.some((d) => d.file === path && d.row === row && kinds.includes(d.kind));
    const mended = rows.map((cells, i) =>
      cells.map((cell, k) => {
        if (k === 0) return asked(['name', 'named'], i + 1) ? answer[i]![k]! : cell;
        return k >= 6 && asked(['relation', 'part', 'related'], i + 1) ? answer[i]![k]! : cell;
      }),
    );
    for (const [name, text] of files) {
      mkdirSync(dirname(join(decided, name)), { recursive: true });
      writeFileSync(join(decided, name), name === path ? csvFormatRows(mended) : text);
    }
    expect(load(decided).problems.filter((p) => p.severity !== 'notice')).toEqual([]);
    expect(observations(decided)).toEqual(committed.observations);
  });

  test('drafts the same from lines divided by tabs as from a table of Word', async () => {
    const [typed, table] = [await drafted(await docx(SEED, true)), await drafted(readFileSync(file))];
    expect(typed).toEqual(table);
  });

  test('prints what a person must decide, and writes it nowhere', () => {
    for (const line of [
      '对照表的基期是 2019 年，目标和达到水平是 2020 年；不对的，改 comparison.csv 的列名。',
      'lead（牵头单位）写作“市政务服务和大数据局”，取自正文',
      '原件是“关于“政务服务”指标整改提升 情况的通报”，写作“关于“政务服务”指标整改提升情况的通报”',
      '“…37家单位的办事窗口整合⏎成 8 个综合受理窗口，…”',
      '“市政府⏎督查室”',
      '“…分厅建设和宣传推广力度。⏎目前，我市“豫事办”接入…”，照原件分成两段',
      '“一、整改提升目标及成效”“二、整改提升措施”在原件里的标题级别不同，都写成章（##）',
      '“24小时自助政务服务大厅”、“24小时自助政务服务”',
      'data/issues/48/comparison.csv 第2行：原文是“2020 年持续保持满分成绩”，没有写出分数；指标名录里的上限是 100，写作“100分”，原文照录在备注',
      '“实名差评按期整改率”有的格写了层级，有的没有写或不同，分别写在格里：“96.2%”“市级 100%”“市级 100%”，“层级”列空着',
      'data/issues/48/facts.csv 第8行：“周末每个类型保留窗口” ← …”服务，周末每个类型保留1—2个窗口，办公时间实…',
    ])
      expect(printed).toContain(line);
    expect(existsSync(join(folder, 'content/issues/48.mdx'))).toBe(true);
    expect(read(folder, 'content/issues/48.mdx') + read(folder, 'data/issues/48/facts.csv')).not.toContain('←');
  });

  test('refuses a file of another issue, no Word file, and no file', async () => {
    expect(await command('49', '--from', file, '--root', folder)).toMatchObject({
      status: 1,
      stderr: `原件是第 48 期，不是第 49 期：改用 npm run new -- 48 --from …\n${USAGE}`,
    });
    const old = join(work, '通报.doc');
    writeFileSync(old, 'ÐÏ');
    expect(await command('49', '--from', old, '--root', folder)).toMatchObject({
      status: 1,
      stderr: `“${old}”不是 Word 的 .docx 文件，或已经损坏：用 Word 或 WPS 打开，“另存为”选“Word 文档 (*.docx)”，再试一次\n${USAGE}`,
    });
    expect(await command('49', '--from', 'nowhere.docx', '--root', folder)).toMatchObject({
      status: 1,
      stderr: `没有找到“nowhere.docx”\n${USAGE}`,
    });
  });
});
