import { near } from '../ingest/problem/near.ts';
import type { Column } from '../domain/issue.ts';
import { readBulletin } from '../reconcile/bulletin.ts';
import { lookup } from '../ingest/text/letters.ts';
import { decision, type Decision } from './decision.ts';
import { draftFacts } from './facts.ts';
import {
  comparisonCsv,
  factsCsv,
  labelsOf,
  mdx,
  pathsOf,
  tag,
  yearsOf,
  type Front,
  type Labels,
  type Years,
} from './files.ts';
import type { Table, Word } from './word/html.ts';
import { escaped } from './escape.ts';
import { properNames } from './proper-names.ts';
import { draftScores, SCORES } from './scores.ts';
import { draftTable, isComparison, type DraftRow } from './table.ts';
import { outline, type Outline } from './word/outline.ts';
import { markdown } from '../ingest/prose/markdown.ts';
import { blocks } from '../ingest/prose/blocks.ts';
import type { Registry } from '../ingest/table/registry.ts';
import type { Asked } from './template.ts';

/** A bulletin's files by path, and everything a person must decide before they may be published. */
export interface Draft {
  readonly files: ReadonlyMap<string, string>;
  readonly years: Years;
  readonly decisions: readonly Decision[];
}

/** Why nothing can be drafted. */
export interface Refused {
  readonly reason: string;
}

/**
 * A Word file of the series to the draft of a bulletin. `given` overrides what the file says. Whatever the check would
 * still refuse in the draft is among its decisions.
 */
export function draft(number: number, word: Word, given: Partial<Asked>, registry: Registry): Draft | Refused {
  const read = outline(word, isComparison);
  const own = read.masthead.number;
  if (own !== null && own !== number)
    return { reason: `原件是第 ${own} 期，不是第 ${number} 期：改用 npm run new -- ${own} --from …` };
  const date = given.date ?? read.masthead.date ?? read.imprint.printed;
  if (date === null) return { reason: '原件里没有认出通报日期：加上 --date，如 --date 2021-01-25' };
  const paths = pathsOf(number);
  const decisions: Decision[] = [];
  const say = (kind: Decision['kind'], file: string, message: string, row?: number): void => {
    decisions.push(decision(kind, { file, row }, message));
  };

  const paragraphs = read.items.flatMap((item) => (item.kind === 'table' ? [] : [item.text]));
  const names = properNames(paragraphs);
  const front = frontOf(read, given, date, names, (kind, message) => {
    say(kind, paths.text, message);
  });
  if (names.length > 0) say('names', paths.text, names.map((n) => `“${n}”`).join('、'));
  for (const [kind, message] of repairs(read, word)) say(kind, paths.text, message);

  const tables = tablesOf(read, registry);
  for (const text of tables.left) say('left-out', paths.table, text);
  if (tables.groups.size === 0) say('table', paths.table, '原件里没有认出对照表；有的，照填写说明补上');
  const labels = { ...labelsOf(yearsOf(date)), ...tables.labels };
  const years = {
    baseline: yearIn(labels.baseline) ?? yearsOf(date).baseline,
    achieved: yearIn(labels.achieved) ?? yearsOf(date).achieved,
  };

  const prose = blocks(markdown(paths.text, bodyOf(read, new Map()).join('\n\n')).tree);
  const scores = draftScores(prose, names, years, registry);
  const facts = draftFacts(prose, names, scores.taken, registry);
  const rows = [...scores.rows, ...tables.rows];
  for (const [level, members] of Map.groupBy(
    tables.rows.filter((r) => r.level !== ''),
    (r) => r.level,
  )) {
    say(
      'level',
      paths.table,
      `“${level}”取自附表各格（“我市”一类的说法按所指的级记）：${members.map((r) => r.name).join('、')}`,
    );
  }
  for (const [i, r] of rows.entries())
    for (const [kind, message] of r.decisions) say(kind, paths.table, message, i + 2);
  for (const [i, r] of scores.rows.entries())
    if (r.cells.target)
      say(
        'table',
        paths.table,
        `“${r.name}”的目标“${r.cells.target}”写在“${labels.target}”一列；核对目标是不是列名说的那一级定的`,
        i + 2,
      );
  for (const [i, f] of facts.entries())
    for (const [kind, message] of f.decisions) say(kind, paths.facts, message, i + 2);

  const tags = new Map<number | Table, string>([
    ...tables.groups,
    ...(scores.rows.length > 0 ? [[scores.last, SCORES] as const] : []),
  ]);
  const files = new Map([
    [paths.text, mdx(front, bodyOf(read, tags))],
    [paths.table, comparisonCsv(labels, rows)],
  ]);
  if (facts.length > 0) files.set(paths.facts, factsCsv(facts));
  return { files, years, decisions: [...decisions, ...checked(number, files, front, registry)] };
}

/** The text's blocks with the tables' tags; a table without a heading of its own stands under 附表. */
function bodyOf({ items }: Outline, tags: ReadonlyMap<number | Table, string>): string[] {
  const body: string[] = [];
  let block = -1;
  for (const [i, item] of items.entries()) {
    if (item.kind === 'table') {
      const before = items[i - 1];
      const group = tags.get(item);
      if (group === undefined) continue;
      if (!(before?.kind === 'table' || (before?.kind === 'chapter' && before.text.startsWith('附'))))
        body.push('## 附表');
      body.push(tag(group));
      continue;
    }
    block += 1;
    body.push(`${item.kind === 'chapter' ? '## ' : item.kind === 'section' ? '### ' : ''}${escaped(item.text)}`);
    const group = tags.get(block);
    if (group !== undefined) body.push(tag(group));
  }
  return body;
}

/** 市政务服务和大数据局承担“政务服务”指标的牵头任务. */
const LEAD =
  /(?:^|[，。；：])(\p{Script=Han}{2,30}?(?:局|委员会|委|办公室|办|中心|厅|部|院|行))(?:承担[^，。]{0,20}牵头|牵头)/u;

function frontOf(
  { masthead, imprint, items }: Outline,
  given: Partial<Asked>,
  date: string,
  names: readonly string[],
  say: (kind: Decision['kind'], message: string) => void,
): Front {
  const quoted = /((?:[“"][^”"]{2,20}[”"][、和及与]?)+)指标/.exec(masthead.title ?? '')?.[1];
  const topic = given.topic ?? quoted?.replace(/^[“"]|[”"]$/g, '').replace(/[”"][、和及与]?[“"]/g, '、');
  if (given.topic === undefined)
    say('front', topic === undefined ? 'topic（主题）没有认出，请填' : `topic（主题）写作“${topic}”，取自标题`);
  const lead =
    given.lead ??
    items
      .flatMap((item) => (item.kind === 'table' ? [] : [LEAD.exec(item.text)?.[1]]))
      .find((found) => found !== undefined);
  if (given.lead === undefined)
    say('front', lead === undefined ? 'lead（牵头单位）没有认出，请填' : `lead（牵头单位）写作“${lead}”，取自正文`);
  const title = given.title ?? masthead.title ?? '';
  if (title === '') say('front', 'title（标题）没有认出，请填');
  else if (given.title === undefined && masthead.titlePrinted !== null)
    say('title', `原件是“${masthead.titlePrinted}”，写作“${title}”`);
  if (given.date === undefined && masthead.date === null)
    say('front', `date（通报日期）没有在刊头认出，写作印发日期 ${date}`);
  if (imprint.printed === null) say('front', `printed（印发日期）没有认出，写作通报日期 ${date}`);
  if (imprint.reportTo.length === 0) say('front', 'reportTo（报送）没有认出，写作 []');
  if (imprint.copyTo.length === 0) say('front', 'copyTo（抄送）没有认出，写作 []');
  for (const text of imprint.doubtful) say('front', `“${text}”只用“、”隔开，按每个“、”分成一项`);
  for (const text of imprint.joined) say('join', `“${text}”`);
  if (masthead.number === null) say('front', '原件里没有认出期号');
  if (masthead.series !== null || masthead.office !== null)
    say(
      'front',
      `刊头的“${[masthead.series, masthead.office].filter(Boolean).join('”“')}”不写进文件，网页上用 src/site.ts 里的刊名和单位`,
    );
  for (const text of [...masthead.left, ...imprint.left]) say('left-out', `“${text}”`);
  return {
    title,
    date,
    topic: topic ?? '',
    lead: lead ?? '',
    reportTo: imprint.reportTo,
    copyTo: imprint.copyTo,
    printed: imprint.printed ?? date,
    docNumber: masthead.docNumber,
    signer: masthead.signer,
    names,
  };
}

function repairs(read: Outline, { images, footnotes }: Word): [Decision['kind'], string][] {
  return [
    ...read.joined.map((text) => ['join', `“${text}”`] as [Decision['kind'], string]),
    ...read.alone.map((text) => ['alone', `“${text}”，照原件分成两段`] as [Decision['kind'], string]),
    ...(read.uneven.length > 0
      ? [
          ['heading', `${read.uneven.map((t) => `“${t}”`).join('')}在原件里的标题级别不同，都写成章（##）`] as [
            Decision['kind'],
            string,
          ],
        ]
      : []),
    ...read.headings.map((text) => ['heading', `“${text}”像是小标题，写作一段正文`] as [Decision['kind'], string]),
    ...read.numbered.map(
      (text) => ['numbering', `“${text.slice(0, 30)}”前的编号是 Word 自动加的，没有录入`] as [Decision['kind'], string],
    ),
    ...(images > 0 ? [['left-out', `${images} 张图片`] as [Decision['kind'], string]] : []),
    ...footnotes.map((text) => ['left-out', `脚注“${text}”`] as [Decision['kind'], string]),
  ];
}

interface Tables {
  readonly rows: readonly DraftRow[];
  readonly labels: Partial<Labels>;
  readonly groups: ReadonlyMap<Table, string>;
  readonly left: readonly string[];
}

/** All tables share one file, so a column must mean the same in each: one that differs is left to a person. */
function tablesOf({ items }: Outline, registry: Registry): Tables {
  const labels: Partial<Record<Column['role'], string>> = {};
  const groups = new Map<Table, string>();
  const rows: DraftRow[] = [];
  const left: string[] = [];
  for (const table of items.filter((item) => item.kind === 'table')) {
    const title = table.rows[0]?.filter(Boolean).join('、') ?? '';
    if (!isComparison(table)) {
      left.push(`表“${title.slice(0, 40)}”不是对照表，没有录入`);
      continue;
    }
    const name = groups.size === 0 ? '附表' : `附表${groups.size + 1}`;
    const made = draftTable(table, name, registry);
    const other = made.columns.find((c) => labels[c.role] !== undefined && labels[c.role] !== c.label);
    if (other) {
      left.push(`表“${title.slice(0, 40)}”的“${other.label}”与前面的表不同（“${labels[other.role]!}”），没有录入`);
      continue;
    }
    for (const c of made.columns) labels[c.role] = c.label;
    groups.set(table, name);
    rows.push(...made.rows);
    left.push(...made.left);
    if (table.merged) left.push(`表“${title.slice(0, 40)}”里合并的单元格，每一格都照录了合并格的文字`);
  }
  return { rows, labels, groups, left };
}

const yearIn = (label: string): number | undefined =>
  /\d{4}/.test(label) ? Number(/\d{4}/.exec(label)![0]) : undefined;

/** What the check finds in the draft and no decision tells yet. */
function checked(number: number, files: ReadonlyMap<string, string>, front: Front, registry: Registry): Decision[] {
  const encoder = new TextEncoder();
  const source = (path: string | undefined): { path: string; bytes: Uint8Array } | undefined =>
    path !== undefined && files.has(path) ? { path, bytes: encoder.encode(files.get(path)) } : undefined;
  const paths = pathsOf(number);
  const tables = new Map(
    [
      ['comparison.csv', source(paths.table)],
      ['facts.csv', source(paths.facts)],
    ].flatMap(([name, file]) => (file ? [[name as string, file as { path: string; bytes: Uint8Array }] as const] : [])),
  );
  const { problems } = readBulletin(number, source(paths.text), tables, registry);
  return problems
    .filter((p) => p.severity === 'error')
    .flatMap((p): Decision[] => {
      const at = { file: p.file, row: p.row ?? undefined };
      const told = p.code === 'row/no-unit' || (p.code === 'front-matter/value' && p.found === '');
      if (told) return [];
      if (p.code === 'row/conflict') return [decision('relation', at, `${p.message}。${p.hint}`)];
      if (p.code === 'row/unknown-indicator')
        return [
          decision(
            'indicator',
            at,
            `名录里没有“${p.found ?? ''}”${near(p.found ?? '', registry.names)}；新指标加一行：${lineOf(p.found ?? '', files.get(p.file)!, front)}`,
          ),
        ];
      const where = p.row === null && p.line !== null ? `第${p.line}行，` : p.cell === null ? '' : `${p.cell}，`;
      return [decision('check', at, `${where}${p.message}。${p.hint}`)];
    });
}

/** A line for the registry: what only a person can know stands in 〔〕. */
function lineOf(name: string, table: string, { topic }: Front): string {
  const unit =
    table
      .split('\r\n')
      .map((line) => line.split(','))
      .find((cells) => lookup(cells[2] ?? '') === lookup(name))?.[3] ?? '';
  return `〔编码，小写英文〕,${name},,${unit || '〔单位〕'},〔越高越好/越低越好/中性〕,,,${topic},,`;
}
