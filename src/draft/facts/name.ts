import { lookup } from '../../ingest/text/letters.ts';
import { period } from '../../ingest/text/period.ts';
import { sentenceAt } from './sentence.ts';
import type { Mention } from './mention.ts';

/** What a figure is proposed to be called, and what the words around it say of it. */
export interface Proposal {
  readonly name: string;
  /** The name without area and time, on which those of the figures behind it are built. */
  readonly stem: string;
  /** The area of the name, of those that the bulletin lists; empty for none. */
  readonly area: string;
  /** The time of a value to compare with: 比2021年的3个工作日; else empty. */
  readonly asOf: string;
  /** The figure of its block of which it is a part (其中). */
  readonly part: number | null;
  /** The figure of its block that is compared with it. */
  readonly base: number | null;
  /** Whether it is the value before or after a change, and of what. */
  readonly change: { readonly is: 'before' | 'after'; readonly what: string } | null;
  /** Whether its name is made up of words that do not stand together, or of too few. */
  readonly doubtful: boolean;
}

/** What is known of a block besides its words. */
export interface Context {
  readonly areas: readonly string[];
  /** Names of what the tables have, by turn of the figure that says it again. */
  readonly stated: readonly (string | undefined)[];
}

const STOPS = /[，,。；;：:！？!?、（()）\n]/;
/** Words before a name that do not belong to it. */
const LEAD =
  /^(?:其中|第?[一二三四]季度|[上下]半年|全年|目前|现已|现有|截[止至][^，]*|(?:19|20)\d{2}\s*年(?:[底末初度]|以来)?|今年|去年|以来|我[省市县区]|全[省市县区]|已经|已|共计|共有|共|累计|合计|现|并|均|也|将|预计|力争|另|同时|和|与|及|的)\s*/;
/** Words between a name and its number. */
const LINK =
  /\s*(?:分别|达到了|达到|已达|达|提高到|提升到|提高至|提升至|增加到|增至|下降到|降至|压缩到|压缩至|保持在|为|是|有|共计|共有|共|累计|合计|约为|仅|已|按|至|到|了)$/;
/** A name cannot begin before these: what follows the number says what is counted. */
const OBJECT =
  /(?:把|将|对|在|从|向|给|为|由|按|成|等(?:\p{Script=Han}{0,3})?|设立|建立|建成|开设|设置|设|有|实现|达|共|的)$/u;
const LISTING = /^(.*?(?:包括|包含|涵盖|分为|涉及))/;
/** A change, a goal or a place in an order is one of the figure before it. */
const DEPENDENT =
  /^(?:同比|环比|相差|[比较](?:上年|去年|上季|上月|上期|同期)|目标$|最[高低多少快慢好差]|(?:列|居|位居|位列|排名?)(?:全[国省市县区])?[前后第]?$|(?:办结|超期|压缩|压减|减少|增加|提高|提升|下降|降低|增长|上升|前移|后移)$)/;
const LONGEST = 24;

/** Names for all figures of a block, taken from the words around each. */
export function proposals(
  text: string,
  all: readonly Mention[],
  context: Context = { areas: [], stated: [] },
): Proposal[] {
  const earlier: Proposal[] = [];
  for (const i of all.keys()) earlier.push(proposal({ text, all, i, earlier, context }));
  return earlier;
}

/** A figure of a block, and the names of those before it. */
interface Naming {
  readonly text: string;
  readonly all: readonly Mention[];
  readonly i: number;
  readonly earlier: readonly Proposal[];
  readonly context: Context;
}

const called = (name: string, more: Partial<Proposal> = {}): Proposal => ({
  name,
  stem: name,
  area: '',
  asOf: '',
  part: null,
  base: null,
  change: null,
  doubtful: isShortOrLong(name),
  ...more,
});

function proposal(naming: Naming): Proposal {
  const { text, all, i, earlier } = naming;
  const raw = before(text, all, i);
  const previous = sameSentence(text, all, i) ? i - 1 : null;
  const shared = respectively(text, all, i, raw, earlier);
  if (shared !== undefined) return called(shared);
  return ofChange(text, all, i, previous) ?? comparedWith(naming, raw, previous) ?? ofWords(naming, raw, previous);
}

/** 比2021年的3个工作日: the value of that time of what the sentence speaks of. */
function comparedWith({ earlier, context }: Naming, raw: string, previous: number | null): Proposal | undefined {
  const told = previous === null ? null : /^\s*[比较](.+?)的?\s*$/.exec(raw)?.[1];
  const asOf = told ? period(told)?.label : undefined;
  if (asOf === undefined) return undefined;
  const stem = stemOf(earlier[previous!]!, context.stated[previous!]);
  return called(`${stem}（${asOf}）`, { stem, asOf, base: previous, doubtful: stem === '' });
}

function ofWords(naming: Naming, raw: string, previous: number | null): Proposal {
  const { text, all, i } = naming;
  const [left, right] = [trimmed(raw), after(text, all, i)];
  const part = previous !== null && /^\s*其中/.test(raw) ? partOf(naming, previous) : null;
  if (part !== null) return ofPart(naming, part, joined(left, right));
  const name = listing(text, all[i]!, left, right) ?? joined(left, right);
  return withSubject(naming, { name, isJoined: isJoined(name, left, right), previous });
}

/** Words from both sides of the number. */
const isJoined = (name: string, left: string, right: string): boolean =>
  left !== '' && right !== '' && name !== left && name !== right;

/** A name by its own words, before it what it is of where these say no subject. */
function withSubject(
  naming: Naming,
  { name, isJoined, previous }: { name: string; isJoined: boolean; previous: number | null },
): Proposal {
  const [word, area] = withoutArea(name, naming.context.areas);
  if (area !== '' && name.startsWith(area) && word !== '') return called(name, { area, doubtful: isJoined });
  const depends = isDependent(word, area);
  const stem = depends && previous !== null ? subjectOf(naming, word, previous) : '';
  const own = `${stem}${word.replace(EXTREME, '')}`;
  if (area !== '') return called(`${own}（${area}）`, { stem: own, area, doubtful: own === '' });
  const isAlone = depends && stem === '';
  return called(own, { stem: stem || own, ...(isJoined || isAlone ? { doubtful: true } : {}) });
}

/** Words that say no subject: a change, an order, or nothing but an area. */
const isDependent = (word: string, area: string): boolean => DEPENDENT.test(word) || (word === '' && area !== '');

/** 其中公共服务事项 and 其中湛河区: the whole's name with that of the part, or with its area. */
function ofPart({ earlier, context }: Naming, part: number, own: string): Proposal {
  const whole = earlier[part]!.name;
  const area = context.areas.find((name) => name === own);
  return area === undefined
    ? called(`${whole}中的${own}`, { part })
    : called(`${whole}（${area}）`, { part, area, stem: whole });
}

/** A part is counted as the whole is. */
function partOf({ all, i, earlier }: Naming, previous: number): number | null {
  const whole = earlier[previous]!.part ?? previous;
  return all[whole]!.unit === all[i]!.unit ? whole : null;
}

/** What a change, an order or a deed is of: the figure before it, or that which is counted alike. */
function subjectOf(naming: Naming, word: string, previous: number): string {
  const of = (DONE.test(word) ? ofSameUnit(naming) : null) ?? previous;
  return stemOf(naming.earlier[of]!, naming.context.stated[of]);
}

/** 转办诉求248件，办结率93.1%，超期17件: what was done is of that which is counted alike. */
const DONE = /^(?:办结|超期)$/;

function ofSameUnit({ text, all, i }: Naming): number | null {
  const first = all.findIndex(
    (m) => sentenceAt(text, m.start).start === sentenceAt(text, all[i]!.start).start && m.unit === all[i]!.unit,
  );
  return first < i ? first : null;
}

const isShortOrLong = (name: string): boolean => name === '' || name.length > LONGEST;

/** 最高的, before an area that is left out. */
const EXTREME = /最[高低多少快慢好差大小]的?$/;

/** A name without the area that it ends or begins with. */
function withoutArea(name: string, areas: readonly string[]): [word: string, area: string] {
  const ends = areas.find((area) => name.endsWith(area) || name.startsWith(area)) ?? '';
  if (ends === '') return [name, ''];
  return [name.endsWith(ends) ? name.slice(0, -ends.length) : name.slice(ends.length), ends];
}

/** What a figure is of: by its own words, else by the table that has it. */
const stemOf = ({ stem }: Proposal, stated: string | undefined): string =>
  stem === '' || DEPENDENT.test(stem) ? (stated ?? stem) : stem;

/** The name of a figure before or after a change. */
function ofChange(text: string, all: readonly Mention[], i: number, previous: number | null): Proposal | undefined {
  const from = changed(text, all, i, before(text, all, i));
  if (from) return namedByChange(from, 'before');
  const to = previous === null ? undefined : changed(text, all, previous, before(text, all, previous));
  return to && namedByChange(to, 'after');
}

function namedByChange({ what, verb }: { what: string; verb: string }, is: 'before' | 'after'): Proposal {
  const stem = trimmed(what);
  const name = `${stem}（${WHOLE[verb] ?? verb}${is === 'before' ? '前' : '后'}）`;
  return called(name, { stem, change: { is, what: stem }, doubtful: stem === '' });
}

/** Of a verb of one letter the word. */
const WHOLE: Readonly<Record<string, string>> = { 降: '下降', 升: '上升', 增: '增加', 减: '减少' };

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
    .replace(/^计$/, '')
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

/** Every name once: a second one gets its unit if that tells them apart, else 之二, a third 之三. */
export function unique(name: string, unit: string, used: Map<string, string>): string {
  const base = name || '未命名的数';
  let candidate = base;
  const other = used.get(lookup(base));
  if (other !== undefined && other !== unit && unit !== '') candidate = `${base}（${unit}）`;
  for (let n = 0; used.has(lookup(candidate)); n += 1)
    candidate = `${base}之${'二三四五六七八九十'[n] ?? String(n + 2)}`;
  used.set(lookup(candidate), unit);
  return candidate;
}
