import { near } from '../problem/near.ts';
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import type { Issue } from '../../domain/issue.ts';
import { CHECKS } from '../problem/checks.ts';
import { fenced } from './fenced.ts';
import { spoiled } from './spoiled.ts';
import { isDay } from '../text/moment.ts';
import { personal } from '../text/privacy.ts';
import { problem, type Problem } from '../problem/problem.ts';

const LABELS: Readonly<Record<string, string>> = {
  title: '标题',
  date: '通报日期',
  topic: '主题',
  lead: '牵头单位',
  reportTo: '报送',
  copyTo: '抄送',
  printed: '印发日期',
  docNumber: '发文字号',
  signer: '签发人',
  names: '含数字的专有名称',
  original: '原件扫描',
  draft: '草稿',
  acknowledged: '已确认的提醒',
};

/** A zod message is `what is wrong｜what to type`. */
const TEXT = z.string({ error: '应该是一段文字｜写成一行文字' }).trim().min(1, '是空的｜写上内容');
const DATE = z
  .string({ error: '不是日期｜写成 2021-01-25 的样子' })
  .refine(isDate, '不是日历上的日期｜写成 2021-01-25 的样子');
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
  original: TEXT.regex(/^[\w.-]+\.(pdf|png|jpe?g)$/i, '不是文件名｜写 public/originals/ 里的文件名，如 48.pdf')
    .nullable()
    .default(null)
    .describe('原件扫描的文件名'),
  acknowledged: z
    .array(
      TEXT.refine(
        (code) => code in CHECKS && code.startsWith('release/'),
        '不是发布前提醒的代码｜写提醒里给出的代码，如 release/no-as-of',
      ),
      { error: '应该是一个列表｜写成 [release/no-as-of]' },
    )
    .default([])
    .describe('发布前已经看过、照原样发布的提醒'),
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
  const parts = fenced(source);
  if (!parts) {
    return {
      issue: undefined,
      date: null,
      names: undefined,
      body: source,
      problems: [problem('front-matter/missing', { file, line: 1 })],
    };
  }
  const { body, yaml } = parts;
  const lines = new LineCounter();
  const damaged = spoiled(file, parts.whole);
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const faults = faultsOf(document, lines, yaml);
  for (const line of parts.stray) faults.set(line, false);
  if (faults.size > 0) {
    const text = (line: number): string => yaml.split(/\r?\n/)[line - 2]?.trim() ?? '';
    const told = [...faults].map(([line, twice]) =>
      problem(
        twice ? 'front-matter/duplicate-key' : 'front-matter/syntax',
        { file, line },
        twice ? text(line).replace(/\s*:.*/s, '') : text(line),
      ),
    );
    return { issue: undefined, date: null, names: undefined, body, problems: [...damaged, ...told] };
  }
  const data: unknown = document.toJS();
  const parsed = SCHEMA.safeParse(data);
  const found = parsed.success ? [] : parsed.error.issues.flatMap((issue) => told(file, issue, document, lines, data));
  // A key that is missing beside one that is nearly it is that one, mistyped: one mistake, told once.
  const mistyped = found.filter((p) => p.code === 'front-matter/unknown-key').map((p) => p.message);
  const problems = found.filter(
    (p) => p.code !== 'front-matter/missing-key' || !mistyped.some((m) => m.includes(`“${p.found}”`)),
  );
  const loose = data as Record<string, unknown>;
  const names = LIST.default([]).safeParse(loose['names']);
  const unnamed = (line: string): string => (names.data ?? []).reduce((rest, name) => rest.replaceAll(name, ''), line);
  const persons = yaml.split(/\r?\n/).flatMap((line, i) => [...personal({ file, line: i + 2 }, unnamed(line))]);
  const date = DATE.safeParse(loose['date']);
  return {
    issue: parsed.success ? parsed.data : undefined,
    date: date.success ? date.data : null,
    names: names.success ? names.data : undefined,
    body,
    problems: [...damaged, ...problems, ...persons],
  };
}

/** Lines that YAML cannot read, or reads otherwise than a clerk meant: true where a key is written twice. */
function faultsOf(document: Document.Parsed, lines: LineCounter, source: string): Map<number, boolean> {
  const faults = new Map<number, boolean>();
  const at = (offset: number | undefined): number => (offset === undefined ? 2 : lines.linePos(offset).line + 1);
  // An unclosed quotation runs to the end of the front matter; it is wrong where it opens.
  const open = source.split(/\r?\n/).findIndex((line) => /^[\w]+:\s*(?:"[^"]*|'[^']*)$/.test(line));
  for (const e of [...document.errors, ...document.warnings])
    faults.set(e.code === 'MISSING_CHAR' && open >= 0 ? open + 2 : at(e.pos[0]), e.code === 'DUPLICATE_KEY');
  if (!isMap(document.contents) && faults.size === 0) faults.set(2, false);
  if (document.errors.length > 0) return faults;
  visit(document, {
    Node: (_, node) => {
      // Anchors, tags and comments would drop or repeat what was written; ` #` is where YAML stops reading a title.
      if (isAlias(node) || node.anchor || node.tag || (isScalar(node) && node.comment))
        faults.set(at(node.range?.[0]), false);
    },
    Pair: (_, pair) => {
      const range = (pair.key as { range?: [number, number, number] } | null)?.range;
      // The parser of the build wants a key's colon on its line.
      if (!isScalar(pair.key) || !range || !/^[ \t]*:/.test(source.slice(range[1], range[1] + 80)))
        faults.set(at(range?.[0]), false);
    },
  });
  return faults;
}

function told(file: string, issue: z.core.$ZodIssue, document: Document, lines: LineCounter, data: unknown): Problem[] {
  const at = (key: string): { file: string; line: number } => {
    const pair = (
      document.contents as unknown as { items: { key: { value?: unknown; range?: [number, number, number] } }[] }
    ).items.find((p) => p.key.value === key);
    return { file, line: pair?.key.range ? lines.linePos(pair.key.range[0]).line + 1 : 1 };
  };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem('front-matter/unknown-key', at(key), key, { near: nearKey(key) }));
  }
  const key = String(issue.path[0]);
  const label = LABELS[key] ?? key;
  const found = issue.path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    data,
  );
  if (found === undefined) return [problem('front-matter/missing-key', { file, line: 1 }, key, { label })];
  const [wrong, cure] = issue.message.split('｜');
  return [
    problem(
      'front-matter/value',
      at(key),
      found === null ? '' : typeof found === 'string' ? found : JSON.stringify(found),
      { key, label, problem: wrong ?? '', cure: cure ?? '' },
    ),
  ];
}

/** The key whose Chinese name was written, else the most similar ones. */
function nearKey(key: string): string {
  const meant = Object.keys(LABELS).find((k) => LABELS[k] === key.trim());
  return meant ? `，最接近的是“${meant}”` : near(key, Object.keys(LABELS));
}

function isDate(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return m !== null && isDay(Number(m[1]), Number(m[2]), Number(m[3]));
}
