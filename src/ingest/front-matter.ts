import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Issue } from '../domain/issue.ts';
import { near } from './header.ts';
import { isDay } from './moment.ts';
import { problem, type Problem } from './problem.ts';

const LABELS: Readonly<Record<string, string>> = {
  title: '标题', date: '通报日期', topic: '主题', lead: '牵头单位', reportTo: '报送', copyTo: '抄送', printed: '印发日期',
  docNumber: '发文字号', signer: '签发人', names: '含数字的专有名称', original: '原件扫描', draft: '草稿',
};

/** A zod message is `what is wrong｜what to type`. */
const TEXT = z.string({ error: '应该是一段文字｜写成一行文字' }).trim().min(1, '是空的｜写上内容');
const DATE = z.string({ error: '不是日期｜写成 2021-01-25 的样子' }).refine(isDate, '不是日历上的日期｜写成 2021-01-25 的样子');
const LIST = z.array(TEXT, { error: '应该是一个列表｜写成 [甲, 乙]，或每行一个“- 甲”' });

/** Front matter of a bulletin; a key left out where that is allowed reads as null, false or an empty list. */
const SCHEMA = z.strictObject({
  title: TEXT.describe('标题，不含期号'),
  date: DATE.describe('通报日期'),
  topic: TEXT.describe('主题，如 政务服务'),
  lead: TEXT.describe('牵头单位'),
  reportTo: LIST.describe('报送单位，没有的写 []'),
  copyTo: LIST.describe('抄送单位，没有的写 []'),
  printed: DATE.describe('印发日期'),
  docNumber: TEXT.nullable().default(null).describe('发文字号；没有就不写'),
  signer: TEXT.nullable().default(null).describe('签发人；没有就不写'),
  names: LIST.default([]).describe('含数字的专有名称，不作为数字核对'),
  original: TEXT.regex(/^[\w.-]+\.(pdf|png|jpe?g)$/i, '不是文件名｜写 public/originals/ 里的文件名，如 48.pdf').nullable().default(null).describe('原件扫描的文件名'),
  draft: z.boolean({ error: '应该是 true 或 false｜写 true 或 false' }).default(false).describe('草稿不公开'),
}) satisfies z.ZodType<Omit<Issue, 'number'>>;

export interface FrontMatter {
  readonly issue: Omit<Issue, 'number'> | undefined;
  /** Read even where other keys are wrong, so that one mistake is not told as many. */
  readonly date: string | null;
  /** Undefined where they could not be read. */
  readonly names: readonly string[] | undefined;
  /** The text without the front matter, every line in its place. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

export function frontMatter(file: string, source: string): FrontMatter {
  const m = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source);
  if (!m || m.index !== 0) {
    return { issue: undefined, date: null, names: undefined, body: source, problems: [problem('front-matter/missing', { file, line: 1 })] };
  }
  const body = m[0].replace(/[^\r\n]/g, '') + source.slice(m[0].length);
  const lines = new LineCounter();
  const yaml = m[1]!;
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0 || document.contents === null || !('items' in (document.contents as object))) {
    const at = document.errors.map((e) => lines.linePos(e.pos[0]).line + 1);
    const where = at.length > 0 ? [...new Set(at)] : [2];
    const text = (line: number): string => yaml.split(/\r?\n/)[line - 2]?.trim() ?? '';
    return { issue: undefined, date: null, names: undefined, body, problems: where.map((line) => problem('front-matter/syntax', { file, line }, text(line))) };
  }
  const data: unknown = document.toJS();
  const parsed = SCHEMA.safeParse(data);
  const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => told(file, issue, document, lines, data));
  const loose = data as Record<string, unknown>;
  const names = LIST.default([]).safeParse(loose['names']);
  const date = DATE.safeParse(loose['date']);
  return { issue: parsed.success ? parsed.data : undefined, date: date.success ? date.data : null, names: names.success ? names.data : undefined, body, problems };
}

function told(file: string, issue: z.core.$ZodIssue, document: Document, lines: LineCounter, data: unknown): Problem[] {
  const at = (key: string): { file: string; line: number } => {
    const pair = (document.contents as unknown as { items: { key: { value?: unknown; range?: [number, number, number] } }[] }).items.find((p) => p.key.value === key);
    return { file, line: pair?.key.range ? lines.linePos(pair.key.range[0]).line + 1 : 1 };
  };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem('front-matter/unknown-key', at(key), key, { near: near(key, Object.keys(LABELS)) }));
  }
  const key = String(issue.path[0]);
  const label = LABELS[key] ?? key;
  const found = issue.path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], data);
  if (found === undefined) return [problem('front-matter/missing-key', { file, line: 1 }, key, { label })];
  const [wrong, cure] = issue.message.split('｜');
  return [problem('front-matter/value', at(key), typeof found === 'string' ? found : JSON.stringify(found), { key, label, problem: wrong ?? '', cure: cure ?? '' })];
}

function isDate(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return m !== null && isDay(Number(m[1]), Number(m[2]), Number(m[3]));
}
