import { lookup } from '../ingest/text/letters.ts';
import { sentenceAt } from './sentence.ts';
import type { Mention } from './mention.ts';

/** What a figure is proposed to be called, and which figure of its block it is a part of (其中). */
export interface Proposal {
  readonly name: string;
  readonly part: number | null;
}

const STOPS = /[，,。；;：:！？!?、（()）\n]/;
/** Words before a name that do not belong to it. */
const LEAD =
  /^(?:其中|目前|现已|现有|截[止至][^，]*|(?:19|20)\d{2}\s*年(?:[底末初度]|以来)?|今年|去年|以来|我[省市县区]|全[省市县区]|已经|已|共计|共有|共|累计|合计|现|并|均|也|将|预计|力争|另|同时|和|与|及|的)\s*/;
/** Words between a name and its number. */
const LINK =
  /\s*(?:分别|达到了|达到|已达|达|提高到|提升到|提高至|提升至|增加到|增至|下降到|降至|压缩到|压缩至|保持在|为|是|有|共计|共有|共|累计|合计|约为|仅|已|至|到|了)$/;
/** A name cannot begin before these: what follows the number says what is counted. */
const OBJECT =
  /(?:把|将|对|在|从|向|给|为|由|按|成|等(?:\p{Script=Han}{0,3})?|设立|建立|建成|开设|设置|设|有|实现|达|共|的)$/u;
const LISTING = /^(.*?(?:包括|包含|涵盖|分为|涉及))/;
/** A change or a goal is one of the figure before it. */
const DEPENDENT = /^(?:同比|环比|比上年|较上年|目标$|增长$|下降$|提高$)/;
const LONGEST = 24;

/** Names for all figures of a block, taken from the words around each. */
export function proposals(text: string, all: readonly Mention[]): Proposal[] {
  const earlier: Proposal[] = [];
  for (const i of all.keys()) earlier.push(proposal(text, all, i, earlier));
  return earlier;
}

function proposal(text: string, all: readonly Mention[], i: number, earlier: readonly Proposal[]): Proposal {
  const raw = before(text, all, i);
  const previous = sameSentence(text, all, i) ? i - 1 : null;
  const whole = respectively(text, all, i, raw, earlier) ?? ofChange(text, all, i, previous);
  if (whole !== undefined) return { name: whole, part: null };
  const [left, right] = [trimmed(raw), after(text, all, i)];
  if (/^\s*其中/.test(raw) && previous !== null) {
    const part = earlier[previous]!.part ?? previous;
    return { name: `${earlier[part]!.name}中的${joined(left, right)}`, part };
  }
  const name = listing(text, all[i]!, left, right) ?? joined(left, right);
  const depends = previous !== null && DEPENDENT.test(name);
  return { name: depends ? `${earlier[previous]!.name}${name}` : name, part: null };
}

/** The name of a figure before or after a change. */
function ofChange(text: string, all: readonly Mention[], i: number, previous: number | null): string | undefined {
  const from = changed(text, all, i, before(text, all, i));
  if (from) return `${trimmed(from.what)}（${from.verb}前）`;
  const to = previous === null ? undefined : changed(text, all, previous, before(text, all, previous));
  return to && `${trimmed(to.what)}（${to.verb}后）`;
}

/** 开办环节由6个压减至3个: one thing before and after. */
function changed(
  text: string,
  all: readonly Mention[],
  i: number,
  raw: string,
): { what: string; verb: string } | undefined {
  const what = /^\s*(?:将|把)?(.+?)[由从]\s*$/.exec(raw)?.[1];
  const next = all[i + 1];
  const verb =
    next &&
    /^\s*(\p{Script=Han}{1,6}?)[至到为成]\s*$/u.exec(text.slice(all[i]!.start + all[i]!.text.length, next.start))?.[1];
  return what && verb ? { what, verb } : undefined;
}

/** 周末每个类型保留 + 窗口; 综合受理窗口; 组织联合辅导. */
function joined(left: string, right: string): string {
  if (right === '') return balanced(left.slice(-LONGEST));
  return balanced(left === '' || OBJECT.test(left) || left.length + right.length > LONGEST ? right : left + right);
}

function before(text: string, all: readonly Mention[], i: number): string {
  const from = i === 0 ? 0 : all[i - 1]!.start + all[i - 1]!.text.length;
  let at = all[i]!.start;
  while (at > from && !STOPS.test(text[at - 1]!)) at -= 1;
  return text.slice(at, all[i]!.start);
}

function after(text: string, all: readonly Mention[], i: number): string {
  const from = all[i]!.start + all[i]!.text.length;
  let to = from;
  while (to < (all[i + 1]?.start ?? text.length) && !STOPS.test(text[to]!)) to += 1;
  const words = text
    .slice(from, to)
    .trim()
    .replace(/^(?:的|和|与|及|以上|以下)+/, '')
    .replace(/(?:整合|合并|压缩|精简|减少|增加|提高|提升|下降)?(?:成|为|到|至|了|和|与|及|达|的)+$/, '');
  return words.length <= LONGEST ? words : words.slice(0, LONGEST);
}

function trimmed(raw: string): string {
  let name = raw.trim();
  for (let next = name.replace(LEAD, ''); next !== name; next = name.replace(LEAD, '')) name = next;
  for (let next = name.replace(LINK, ''); next !== name; next = name.replace(LINK, '')) name = next;
  return balanced(name.replace(/\s+/g, ''));
}

/** A list that ends with its count is named by what it lists: 该指标主要包括的内容. */
function listing(text: string, m: Mention, left: string, right: string): string | undefined {
  const clause = text
    .slice(0, m.start)
    .split(/[，,。；;：:\n]/)
    .at(-1)!;
  const head = LISTING.exec(clause)?.[1];
  return right === '' && head && clause.length > head.length + left.length ? `${head.trim()}的内容` : undefined;
}

/** What stands between two figures of a list. */
const AND = /^\s*(?:和|与|及|、|，)\s*$/;

/** 办结率分别为 99.8%和 99.6%: as many figures before it in the sentence lend their names. */
function respectively(
  text: string,
  all: readonly Mention[],
  i: number,
  raw: string,
  earlier: readonly Proposal[],
): string | undefined {
  const listed = (k: number): boolean =>
    k > 0 && k < all.length && AND.test(text.slice(all[k - 1]!.start + all[k - 1]!.text.length, all[k]!.start));
  let first = i;
  while (listed(first)) first -= 1;
  const words = first === i ? raw : before(text, all, first);
  const what = /^(.*?)分别/.exec(words.trim())?.[1];
  if (what === undefined) return undefined;
  let count = 1;
  while (listed(first + count)) count += 1;
  const from = i - count;
  const lends = from >= 0 && sentenceAt(text, all[from]!.start).start === sentenceAt(text, all[i]!.start).start;
  return `${lends ? earlier[from]!.name : ''}${trimmed(what)}`;
}

const sameSentence = (text: string, all: readonly Mention[], i: number): boolean =>
  i > 0 && sentenceAt(text, all[i - 1]!.start).start === sentenceAt(text, all[i]!.start).start;

/** A quotation mark whose partner was cut off is dropped. */
function balanced(name: string): string {
  let s = name;
  for (const [open, close] of [
    ['“', '”'],
    ['《', '》'],
    ['（', '）'],
    ['‘', '’'],
  ] as const) {
    if (s.split(open).length !== s.split(close).length) s = s.replaceAll(open, '').replaceAll(close, '');
  }
  return s;
}

/** Every name once: a second one gets 之二, a third 之三. */
export function unique(name: string, used: Set<string>): string {
  const base = name || '未命名的数';
  let candidate = base;
  for (let n = 0; used.has(lookup(candidate)); n += 1)
    candidate = `${base}之${'二三四五六七八九十'[n] ?? String(n + 2)}`;
  used.add(lookup(candidate));
  return candidate;
}
