import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkRoot, readRoot, type RootFiles } from '../catalog.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { decode } from '../ingest/text/decode.ts';
import { countOf, formatDecisions } from '../draft/decision.ts';
import { draft } from '../draft/draft.ts';
import { pathsOf } from '../draft/files.ts';
import { REGISTRY, REGISTRY_HEADER } from '../draft/registered.ts';
import { columnsOf, isBadShape, shapeOf, timesOf, type BadShape, type Shape, type TypedShape } from '../draft/shape.ts';
import type { Bulletin } from '../domain/issue.ts';
import { readWord, type Word } from '../draft/word/html.ts';
import { prepare } from '../draft/word/package.ts';
import { iso } from '../draft/word/masthead.ts';
import { EMPTY, registry, type Registry } from '../ingest/table/registry.ts';
import { template, type Asked } from '../draft/template.ts';
import { readFlags, UsageError, type Command, type Print } from './command.ts';

export interface NewOptions {
  readonly number: number;
  readonly root: string;
  /** A Word file to draft from; null for empty templates. */
  readonly from: string | null;
  readonly given: Partial<Asked>;
  /** Times, targets and areas of blank templates. */
  readonly shape: TypedShape;
}

/** Asks a person one question; undefined where no one is there to answer. */
export type Ask = ((question: string) => Promise<string>) | undefined;

const QUESTIONS: readonly (readonly [key: keyof Asked, label: string, example: string])[] = [
  ['title', '标题', '关于“政务服务”指标整改提升情况的通报'],
  ['date', '通报日期', '2021-01-25'],
  ['topic', '主题', '政务服务'],
  ['lead', '牵头单位', '市政务服务和大数据局'],
];

/** Begins a bulletin. Returns the exit code: 0 written, 2 some of its files exist (nothing is written). Throws on a wrong call. */
export async function begin(options: NewOptions, ask: Ask, print: Print): Promise<number> {
  const { number, root, from } = options;
  const { text, folder } = pathsOf(number);
  const there = [...(existsSync(join(root, text)) ? [text] : []), ...filesIn(root, folder)];
  if (there.length > 0) {
    print(`第 ${number} 期已经有这些文件，什么也没有写：\n${listed(there)}\n要重新起草的，先把它们移走。`);
    return 2;
  }
  const read = readRoot(root);
  print(await (from === null ? writeBlank(options, read, ask) : writeDraft(options, from, read)));
  return 0;
}

/** The tables that are there already; a system's own files are none. */
const filesIn = (root: string, folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.csv'))
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];

const listed = (paths: Iterable<string>): string => [...paths].map((path) => `  ${path}`).join('\n');

/** Writes what a Word file holds. Returns what is to be said of it. */
async function writeDraft({ number, root, given }: NewOptions, from: string, read: RootFiles): Promise<string> {
  const drafted = draft(number, await wordFile(from), given, registryOf(read));
  if ('reason' in drafted) throw new UsageError(drafted.reason);
  const { files, decisions, indicators } = drafted;
  write(root, files);
  const isFirst = indicators.length > 0 && !read.files.some(({ path }) => path === REGISTRY);
  return [
    `照“${from}”写好了第 ${number} 期的草稿：\n${listed(files.keys())}`,
    ...(drafted.times.length > 0 ? [timesNote(drafted.times)] : []),
    ...(isFirst ? [`还没有 ${REGISTRY}：新建这个文件，第一行写\n  ${REGISTRY_HEADER}`] : []),
    `要由您决定或核对的有 ${countOf(decisions)} 处：`,
    formatDecisions(decisions),
    '下一步：\n' +
      '  1. 照上面逐条核对、修改（表格用 Excel 或 WPS 打开，保存时仍选 CSV）。\n' +
      '  2. npm run check，直到没有错误。\n' +
      '  3. npm start，对照原件看一遍网页。',
  ].join('\n\n');
}

/** Writes empty tables. Returns what is to be said of them. */
async function writeBlank({ number, root, given, shape }: NewOptions, read: RootFiles, ask: Ask): Promise<string> {
  const asked = await complete(given, ask);
  const latest = checkRoot(read).bulletins.at(-1);
  const used = await shaped(shape, asked.date, usualTargets(latest), ask);
  const files = template(number, asked, used, registryOf(read), latest);
  write(root, files);
  const byArea = (latest?.groups ?? []).filter(({ kind }) => kind === 'area').map(({ name }) => `“${name}”`);
  return [
    `写好了第 ${number} 期的空表：\n${listed(files.keys())}`,
    timesNote(timesOf(columnsOf(used)), used.areas),
    '指标、组、出处和报送、抄送照上一期写（没有上一期的照指标名录），本期没有的行删掉，不同的改掉。印发日期写作通报日期。',
    ...(byArea.length > 0
      ? [`上一期的${byArea.join('、')}是一行一个地区的表，没有照写：本期也有的，照上一期的文件另写一份。`]
      : []),
    '下一步：\n' +
      `  1. 把通报全文贴进 ${pathsOf(number).text}，章的标题前写“## ”。\n` +
      '  2. 用 Excel 或 WPS 打开两个表，把“待填”换成通报里的数；正文里的每个数在 facts.csv 写一行。\n' +
      '  3. npm run check，它会列出还没有填的地方，直到没有错误。',
  ].join('\n\n');
}

const usualTargets = (latest: Bulletin | undefined): string[] => {
  const setters = latest?.groups.flatMap((g) => g.columns.flatMap((c) => c.setter ?? [])) ?? [];
  return setters.length > 0 ? [...new Set(setters)] : ['省定'];
};

/** The times of comparison.csv as the heads of its columns say them. */
function timesNote(labels: readonly string[], areas: readonly string[] = []): string {
  const years = labels.flatMap((label) => YEARLY.exec(label)?.[1] ?? []);
  const [baseline, target, achieved] = years;
  const isUsual = years.length === 3 && labels.length === 3 && target === achieved;
  const times = isUsual
    ? `对照表的基期是 ${baseline} 年，目标和达到水平是 ${achieved} 年；`
    : `对照表的列是${labels.map((label) => `“${label}”`).join('')}；`;
  return `${times}${areas.length > 0 ? `每个指标有 ${areas.length} 行，一行一个地区；` : ''}不对的，改 comparison.csv 的列名。`;
}

const YEARLY = /^(\d{4})年(?:评价水平|水平|[省国市县区自]定目标|目标|达到水平)$/;

/** Never over a file: `wx` refuses one that appeared in the meantime. */
function write(root: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
}

function registryOf({ files }: RootFiles): Registry {
  const file = files.find((f) => f.path === 'data/indicators.csv');
  const { text } = file ? decode(file.path, file.bytes) : { text: undefined };
  return text === undefined ? EMPTY : registry('data/indicators.csv', text).registry;
}

async function wordFile(path: string): Promise<Word> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`没有找到“${path}”`);
  const file = readFileSync(path);
  try {
    const { default: mammoth } = await import('mammoth');
    const { bytes, counted, unseen } = prepare(file);
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    return { ...readWord(value), counted, unseen };
  } catch (cause) {
    throw new UsageError(
      `“${path}”不是 Word 的 .docx 文件，或已经损坏：用 Word 或 WPS 打开，“另存为”选“Word 文档 (*.docx)”，再试一次`,
      { cause },
    );
  }
}

/** What the flags leave open is asked, until the answer can be used. */
async function complete(given: Partial<Asked>, ask: Ask): Promise<Asked> {
  const missing = QUESTIONS.filter(([key]) => given[key] === undefined);
  if (missing.length > 0 && !ask)
    throw new UsageError(`还缺 ${missing.map(([key, label]) => `--${key}（${label}）`).join('、')}`);
  const answers: Partial<Record<keyof Asked, string>> = { ...given };
  for (const [key, label, example] of missing) {
    let answer: string | undefined;
    let again = '';
    while (answer === undefined) {
      const said = (await ask!(`${again}${label}（如 ${example}）：`)).trim();
      answer = key === 'date' ? day(said) : said || undefined;
      again = key === 'date' ? `“${said}”不是日期，写成 2021-01-25 的样子。` : '不能空着。';
    }
    answers[key] = answer;
  }
  return answers as Asked;
}

const SHAPE: readonly (readonly [key: keyof TypedShape, label: string, example: string])[] = [
  ['period', '达到水平的时期', '2023年一季度'],
  ['baseline', '基期', '2022年一季度'],
  ['target', '目标是谁定的，几个用、隔开', '省定、市定'],
  ['areas', '地区，一行一个的，用、隔开', '新华区、叶县'],
];

/** Of times, targets and areas nothing must be said: what is left blank is usual, and so is all of it where no one is there. */
async function shaped(typed: TypedShape, date: string, targets: readonly string[], ask: Ask): Promise<Shape> {
  let answers = typed;
  for (const [key, label, example] of ask ? SHAPE : []) {
    let again = '';
    while (answers[key] === undefined) {
      const before = usualOf(key, shapeOf(answers, date, targets));
      const said = (await ask!(`${again}${label}（如 ${example}；直接回车是${before}）：`)).trim();
      if (said === '') break;
      const next = { ...answers, [key]: key === 'target' ? listIn(said) : said };
      const got = shapeOf(next, date, targets);
      if (isBadShape(got)) again = `${got.reason}。`;
      else answers = next;
    }
  }
  const shape = shapeOf(answers, date, targets);
  if (isBadShape(shape)) throw new UsageError(`--${shape.key}：${shape.reason}`);
  return shape;
}

const listIn = (text: string): string[] => text.split(/[、，,;；\s]+/).filter(Boolean);

/** What a blank answer means. */
function usualOf(key: keyof TypedShape, shape: Shape | BadShape): string {
  if (isBadShape(shape)) return '照日期推算';
  if (key === 'period' || key === 'baseline') return shape[key].label;
  if (key === 'target') return shape.targets.join('、');
  return '不分地区';
}

/** `2021-1-25`, `2021/1/25` and `2021年1月25日` to ISO. */
function day(text: string): string | undefined {
  const m = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(halfWidth(text.trim()));
  return m ? iso(m[1]!, m[2]!, m[3]!) : undefined;
}

/** What was typed; throws a message that says what to type. */
export function newOptions(args: readonly string[]): NewOptions {
  const text = { type: 'string' } as const;
  const { values, positionals } = readFlags(args, {
    title: text,
    date: text,
    topic: text,
    lead: text,
    from: text,
    period: text,
    baseline: text,
    target: text,
    areas: text,
    root: { ...text, default: '.' },
  });
  const [number, ...more] = positionals;
  if (number === undefined || more.length > 0 || !/^[1-9]\d{0,5}$/.test(number))
    throw new UsageError(
      number === undefined
        ? '请写期号，如 npm run new -- 49'
        : `期号是一个正整数，如 49，现在是“${positionals.join(' ')}”`,
    );
  const { root, from, date, title, topic, lead } = values;
  const iso = date === undefined ? undefined : day(date);
  if (date !== undefined && iso === undefined) throw new UsageError(`--date 应写成 2021-01-25 的样子，现在是“${date}”`);
  const given = Object.entries({ title, date: iso, topic, lead }).filter(([, value]) => value !== undefined);
  const empty = given.find(([, value]) => value?.trim() === '');
  if (empty) throw new UsageError(`--${empty[0]} 是空的`);
  return {
    number: Number(number),
    root,
    from: from ?? null,
    given: Object.fromEntries(given),
    shape: typedShape(values, args),
  };
}

function typedShape(
  { period, baseline, target, areas }: Readonly<Record<keyof TypedShape, string | undefined>>,
  args: readonly string[],
): TypedShape {
  return {
    ...(period === undefined ? {} : { period }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(target === undefined ? {} : { target: targetsIn(args) }),
    ...(areas === undefined ? {} : { areas }),
  };
}

/** Every `--target` of the call, each of which may list several. */
const targetsIn = (args: readonly string[]): string[] =>
  args.flatMap((arg, i) => {
    if (arg.startsWith('--target=')) return listIn(arg.slice('--target='.length));
    return args[i - 1] === '--target' ? listIn(arg) : [];
  });

/** A person at the terminal; Ctrl+C and Ctrl+D end the questions before anything is written. */
async function atTerminal<T>(run: (ask: Ask) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) return run(undefined);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new AbortController();
  terminal.once('close', () => {
    gone.abort(new Error('没有答完，什么也没有写'));
  });
  try {
    return await run((question) =>
      terminal.question(question, { signal: gone.signal }).catch(() => {
        throw new Error('没有答完，什么也没有写');
      }),
    );
  } finally {
    terminal.close();
  }
}

export const newCommand: Command = {
  usage: [
    '用法：npm run new -- 期号 [--title 标题 --date 2021-01-25 --topic 主题 --lead 牵头单位] [--from 通报.docx] [--root 文件夹]',
    '      没有 --from 时还可以写空表的列和行：[--period 2023年一季度 --baseline 2022年一季度 --target 省定 --target 2025年市定 --areas 新华区、叶县]',
  ].join('\n'),
  run: (args, print) => {
    const options = newOptions(args);
    return atTerminal((ask) => begin(options, ask, print));
  },
};
