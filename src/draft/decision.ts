import type { Place } from '../ingest/problem/problem.ts';

/** What the draft of a bulletin leaves to a person. `hint` says what to do; a draft never decides these silently. */
const KINDS = {
  front: ['文件头', '核对，不对的照原件改'],
  title: ['标题', '核对标题；确实有空格的，在文件头里改回'],
  join: ['接上的段落', '核对原件是不是一段；不是的，在正文里重新分开'],
  alone: ['可能断开的段落', '原件是一段的，在正文里接上；不是的不必改'],
  heading: ['标题的级别', '核对标题级别；不对的，在正文里改 # 的个数'],
  numbering: ['自动编号', '照原件核对；没有录入的照原件补上，或在 Word 里把编号改成文字后重新起草'],
  raised: ['上标和下标', '正文写作 ⁴、₂ 的样子；是次方或化学式的照留，是注释号的从正文里删掉'],
  'left-out': ['没有录入的内容', '核对能不能略去；不能的，手工补上'],
  names: ['含数字的专有名称', '确是专有名称的不必改；不是的，从文件头的 names 里删掉，并在 facts.csv 补一行'],
  table: ['表格', '对照原件核对，不对的在表里改'],
  level: ['层级', '照通报核对；通报没有写层级的空着'],
  'full-marks': ['写成满分的数', '核对满分是多少；通报没有写明的，改为“未列”，原话留在备注'],
  indicator: [
    '指标名录',
    '是已有指标的，把表里的名称改成名录里的；是新指标的，补全〔〕里的，把这一行加到 data/indicators.csv 末尾',
  ],
  name: ['没有取准的名称', '名称是用这个数前后的文字凑的；改成一看就懂的（“关联指标”里用到它的一并改）'],
  named: ['其余正文数字的名称', '取自正文，通读一遍，不顺的改掉'],
  unit: ['没有认出单位的数', '在“单位”列填上单位；不是数字而是名称的，把名称写进文件头的 names，删掉这一行'],
  part: ['“其中”的数', '核对它是不是“关联指标”的一部分；不是的，清空“关联指标”“关系”'],
  related: ['与表里的指标有关的数', '核对关系；不对的，清空“关联指标”“关系”'],
  expected: ['预计和目标', '原文这个数前面有预计或目标的字样；核对是不是已经达到的数，还没有达到的写成“预计85”的样子'],
  moment: ['时点', '照通报填“时点”，通报没有写明的空着'],
  relation: [
    '相近的数',
    '先把名称定下来，改了名称就不再相近的不必管；仍然相近的，照提示填“关联指标”“关系”“备注”，在备注里写明差别',
  ],
  check: ['检查还会指出', '照提示改'],
} as const satisfies Record<string, readonly [title: string, hint: string]>;

export type Kind = keyof typeof KINDS;

/** One thing a person must decide or confirm, where it stands, and what the draft proposes. */
export interface Decision {
  readonly kind: Kind;
  readonly file: string;
  readonly row: number | null;
  readonly message: string;
}

export const decision = (kind: Kind, at: Pick<Place, 'file' | 'row'>, message: string): Decision => ({
  kind,
  file: at.file,
  row: at.row ?? null,
  message,
});

/** Kinds of which one look at the file decides all: they are one item of the list, with the rows they are of. */
const TOGETHER: ReadonlySet<Kind> = new Set<Kind>(['named']);

/** A decision as it is printed: `file 第2行：message`. */
interface Line {
  readonly kind: Kind;
  readonly text: string;
}

/** The list as it is printed: by kind, in the order in which a clerk goes about it, numbered throughout. */
export function formatDecisions(all: readonly Decision[]): string {
  const lines = linesOf(all);
  let n = 0;
  return [...Map.groupBy(lines, ({ kind }) => kind)]
    .map(([kind, own]) => {
      const [title, hint] = KINDS[kind];
      return [`【${title}】（${own.length}）→ ${hint}`, ...own.map(({ text }) => `  ${(n += 1)}. ${text}`)].join('\n');
    })
    .join('\n\n');
}

/** How many items the list has. */
export const countOf = (all: readonly Decision[]): number => linesOf(all).length;

const linesOf = (all: readonly Decision[]): Line[] =>
  (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const own = all.filter((d) => d.kind === kind);
    if (own.length === 0) return [];
    if (TOGETHER.has(kind)) return [{ kind, text: `${own[0]!.file} ${rowsIn(own)}` }];
    return own.map(({ file, row, message }) => ({
      kind,
      text: `${file}${row === null ? '' : ` 第${row}行`}：${message}`,
    }));
  });

/** `第2—5、8行`. */
function rowsIn(all: readonly Decision[]): string {
  const runs: [first: number, last: number][] = [];
  for (const { row } of all) {
    const run = runs.at(-1);
    if (row === null) continue;
    if (run?.[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  return `第${runs.map(([first, last]) => (first === last ? first : `${first}—${last}`)).join('、')}行`;
}
