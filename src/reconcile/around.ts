import { CLAUSE, SENTENCE, spanOf, type Occurrence } from './occurrence.ts';

/** The words around a number, from the nearest to the farthest. */
export interface Around {
  /** Of its clause, up to the numbers beside it; of a list (分别为) the words of its own turn. */
  readonly near: string;
  readonly clause: string;
  readonly sentence: string;
  /** What names call the first and the second number of a change: 升前, 升后. */
  readonly turn: readonly string[];
  /** Where in its block the sentence begins. */
  readonly from: number;
}

export function aroundOf(occurrence: Occurrence): Around {
  const { block } = occurrence;
  const [clauseFrom, clauseTo] = spanOf(occurrence, CLAUSE);
  const [from, to] = spanOf(occurrence, SENTENCE);
  const listed = listedWords(occurrence, from, clauseTo);
  return {
    near: listed ?? nearWords(occurrence, occurrence.turn, clauseFrom, clauseTo),
    clause: block.text.slice(clauseFrom, clauseTo),
    sentence: block.text.slice(from, to),
    turn: turnOf(occurrence),
    from,
  };
}

/** What a change is called by its last letter: 上升, 下降, 压减, 降低 … */
const TURNS = [...'升降减低加高多少长短缩压'];
const CHANGES = /^[^，。；]{0,6}?(?:升|降|减|增|压|缩|提高|调)\p{Script=Han}{0,2}?[至到为]\s?$/u;

/** 由5.2次升至5.6次: the first number is before the change, the second behind it. */
function turnOf({ all, block, turn }: Occurrence): string[] {
  const between = (i: number): string => block.text.slice(all[i]?.end ?? 0, all[i + 1]?.start ?? 0);
  if (turn + 1 < all.length && CHANGES.test(between(turn))) return TURNS.map((letter) => `${letter}前`);
  return turn > 0 && CHANGES.test(between(turn - 1)) ? TURNS.map((letter) => `${letter}后`) : [];
}

/** What stands between a number and those beside it, within its clause. */
function nearWords({ all, block }: Occurrence, turn: number, clauseFrom: number, clauseTo: number): string {
  const { start, end } = all[turn]!;
  const before = block.text.slice(Math.max(clauseFrom, all[turn - 1]?.end ?? 0), start);
  const after = block.text.slice(end, Math.min(clauseTo, all[turn + 1]?.start ?? block.text.length));
  return `${before}|${after}`;
}

const DISTRIBUTED = /分别|依次/;
const LIST = /^\s*(?:[、和与及，,]|以及)\s*$/;

/** 甲5项，乙8项，办结率分别为99.8%和99.6%: the k-th number of a list goes with the k-th of what was named before. */
function listedWords(occurrence: Occurrence, sentenceFrom: number, clauseTo: number): string | undefined {
  const { all, block, turn, figure } = occurrence;
  const sentence = block.text.slice(sentenceFrom, figure.start);
  const found = DISTRIBUTED.exec(sentence);
  if (!found) return undefined;
  const mark = sentenceFrom + found.index;
  const list = runOf(occurrence, mark);
  const k = list.indexOf(turn);
  if (k < 0 || list.length < 2) return undefined;
  const after = block.text.slice(figure.end, Math.min(clauseTo, all[turn + 1]?.start ?? block.text.length));
  const antecedents = all.flatMap((f, i) => (f.start >= sentenceFrom && f.end <= mark ? [i] : []));
  const shared = block.text.slice(Math.max(sentenceFrom, all[list[0]! - 1]?.end ?? 0), mark);
  if (antecedents.length >= list.length) {
    const own = antecedents[antecedents.length - list.length + k]!;
    return `${wordsOf(occurrence, own, sentenceFrom)}|${shared}|${after}`;
  }
  const items = itemsOf(shared, list.length);
  return items && `${items[k]!}|${after}`;
}

/** The numbers of the list behind 分别, joined by 、, 和 or commas. */
function runOf({ all, block }: Occurrence, mark: number): number[] {
  const first = all.findIndex((f) => f.start >= mark);
  const run = [first];
  for (let i = first + 1; i < all.length && LIST.test(joint(block.text.slice(all[i - 1]!.end, all[i]!.start))); i += 1)
    run.push(i);
  return run;
}

/** Between two numbers of a list each may carry the counted word again. */
const joint = (between: string): string => between.replace(/^\s*\p{Script=Han}{0,4}(?=[、和与及，,])/u, '');

function wordsOf({ all, block }: Occurrence, turn: number, sentenceFrom: number): string {
  const { start } = all[turn]!;
  return block.text.slice(Math.max(sentenceFrom, all[turn - 1]?.end ?? 0), start);
}

/** 湛河区、卫东区投诉 to 湛河区投诉 and 卫东区投诉: what the last has more is said of all. */
function itemsOf(words: string, count: number): readonly string[] | undefined {
  const clause = words.split(/[，。；：,;:]/).at(-1)!;
  const names = clause.split(/[、和与及]/);
  if (names.length !== count) return undefined;
  const [first, last] = [names[0]!, names.at(-1)!];
  const common = last.slice(first.length);
  return names.map((name, i) => (i === count - 1 ? name : name + common));
}
