import { WORDS, type Correction } from '../domain/correction.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { placeKey } from '../ingest/text/place.ts';
import type { LocatedCorrection } from './corrections.ts';
import { isSameText } from './same-text.ts';
import { firstStep, suggestedLine, type Change } from './suggestion.ts';
import type { Hunk, Passage } from './text-hunks.ts';

export interface Texts {
  readonly issue: number;
  readonly version: number;
  readonly file: string;
  readonly then: readonly Passage[];
  readonly hunks: readonly Hunk[];
  /** Corrections of words since that version, in the order of the log. */
  readonly entries: readonly LocatedCorrection[];
}

/** Every change of the text that no correction tells, and every correction that tells none. */
export function unexplainedWords(texts: Texts): Problem[] {
  const changes = together(texts.entries);
  const used = new Set<WordChange>();
  const open = texts.hunks.filter((hunk) => {
    const telling = changes.filter((change) => tells(change, hunk, texts));
    for (const change of telling) used.add(change);
    return telling.length === 0;
  });
  return [
    ...open.map((hunk) => changed(hunk, texts)),
    ...changes.filter((change) => !used.has(change) && !isUndone(change, texts)).map((change) => untold(change, texts)),
  ];
}

/** Words that one correction or several after each other changed. */
interface WordChange extends Pick<Correction, 'column' | 'place' | 'before' | 'after'> {
  readonly last: LocatedCorrection;
}

/** A correction of what an earlier one wrote is one change with it. */
function together(entries: readonly LocatedCorrection[]): WordChange[] {
  const changes: WordChange[] = [];
  for (const last of entries) {
    const { column, place, before, after } = last.correction;
    const at = changes.findIndex((c) => c.column === column && isSameText(c.after, before));
    if (at < 0) changes.push({ column, place, before, after, last });
    else changes[at] = { ...changes[at]!, after, last };
  }
  return changes;
}

/** Words that were changed and changed back. */
const isUndone = ({ before, after }: WordChange, { then }: Texts): boolean =>
  isSameText(before, after) && then.some(({ text }) => text.includes(before));

const columnOf = ({ then, now }: Hunk): Passage['column'] => (now ?? then)!.passage.column;
const placeOf = ({ then, now }: Hunk): string => (now ?? then)!.passage.place;

function tells(change: WordChange, hunk: Hunk, texts: Texts): boolean {
  if (change.column !== columnOf(hunk)) return false;
  if (change.place !== null && placeKey(change.place) !== placeKey(placeOf(hunk))) return false;
  const words = changeOf(hunk, texts);
  return (isSameText(change.before, words.before) && isSameText(change.after, words.after)) || covers(change, hunk);
}

/** Whether both words hold the change with the letters around it. */
const covers = ({ before, after }: WordChange, { then, now }: Hunk): boolean =>
  then !== null && now !== null && holds(then, before) && holds(now, after);

function holds({ passage: { text }, start, end }: NonNullable<Hunk['then']>, words: string): boolean {
  if (words === '') return start === end;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at <= start && at + words.length >= end) return true;
  return false;
}

/** Letters of a passage that are written at most; of a longer one its beginning and its end. */
const WRITTEN = 200;
const SHOWN = 40;

const abbreviated = (text: string): string =>
  text.length > WRITTEN ? `${text.slice(0, SHOWN)}……${text.slice(-SHOWN)}` : text;

/** A change with so many of the letters around it that it is told from every other. */
function changeOf(hunk: Hunk, { then: passages }: Texts): Change {
  const { then, now } = hunk;
  // A heading or a tag is told whole.
  const inside = then && now && columnOf(hunk) === WORDS;
  const [before, after] = inside ? around(then, now, passages) : [then?.passage.text ?? '', now?.passage.text ?? ''];
  const isRepeated = before !== '' && passages.flatMap(({ text }) => text.split(before).slice(1)).length > 1;
  return {
    indicator: '',
    column: columnOf(hunk),
    before: abbreviated(before),
    after: abbreviated(after),
    place: isRepeated ? placeOf(hunk) : null,
  };
}

/** Letters before a change that are told with it, so far as no punctuation divides them; and those of a unit behind it. */
const LEADING = 12;
/** Letters at least, so that a reader of the log finds the place. */
const LEAST = 4;
const DIVIDES = /[，。；：、“”（）()《》\n]/;

function around(
  then: NonNullable<Hunk['then']>,
  now: NonNullable<Hunk['now']>,
  passages: readonly Passage[],
): readonly [before: string, after: string] {
  const { text } = then.passage;
  let [lead, trail] = [leading(text, then.start), trailing(text, then.end)];
  const words = (): string => text.slice(then.start - lead, then.end + trail);
  const count = (): number => passages.flatMap((p) => p.text.split(words()).slice(1)).length;
  while ((words().length < LEAST || count() > 1) && (lead < then.start || then.end + trail < text.length)) {
    lead = Math.min(lead + LEAST, then.start);
    trail = Math.min(trail + LEAST, text.length - then.end);
  }
  return [words(), now.passage.text.slice(now.start - lead, now.end + trail)];
}

function leading(text: string, start: number): number {
  const divided = [...text.slice(Math.max(0, start - LEADING), start)].findLastIndex((c) => DIVIDES.test(c));
  return Math.min(start, LEADING) - divided - 1;
}

const trailing = (text: string, end: number): number => /^[%％‰\w]*/.exec(text.slice(end))![0].length;

function changed(hunk: Hunk, texts: Texts): Problem {
  const { issue, version, file } = texts;
  const change = changeOf(hunk, texts);
  const at = { file, line: hunk.now?.passage.line, column: change.column };
  const back = change.before === '' ? '删去这一段' : `改回“${change.before}”`;
  return {
    ...problem('version/changed', at, change.after || '空白', {
      issue,
      version,
      was: change.before || '空白',
      back,
      first: firstStep(change),
    }),
    paste: suggestedLine(issue, change),
  };
}

const untold = ({ before, after, last }: WordChange, { issue, version }: Texts): Problem =>
  problem('correction/no-words', last.at('新值'), after || '空白', { issue, version, before: before || '空白' });
