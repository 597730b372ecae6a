import { ADDED, WHOLE_ROW } from '../domain/correction.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import { lookup } from '../ingest/text/letters.ts';
import { placeKey } from '../ingest/text/place.ts';
import type { LocatedCorrection } from './corrections.ts';
import type { Pair } from './pair.ts';
import { isSameText, textKey } from './same-text.ts';
import { BLANK, firstStep, suggestedLine, type Change } from './suggestion.ts';

/** The same for all names of one indicator. */
export type NameKey = (name: string) => string;

export interface Pairs {
  readonly issue: number;
  readonly version: number;
  readonly pairs: readonly Pair[];
  /** Corrections since that version, but for those of words of the text, in the order of the log. */
  readonly entries: readonly LocatedCorrection[];
  readonly nameKey: NameKey;
}

/** The same, found by what a correction says of it: both lists may be long. */
interface Indexed extends Pairs {
  readonly byCell: ReadonlyMap<string, readonly Pair[]>;
  readonly byName: ReadonlySet<string>;
}

function indexed(all: Pairs): Indexed {
  const byCell = new Map<string, Pair[]>();
  const byName = new Set<string>();
  for (const pair of all.pairs)
    for (const name of new Set(pair.names.map(all.nameKey))) {
      byName.add(name);
      const key = cellKey(name, pair.column);
      const known = byCell.get(key);
      if (known) known.push(pair);
      else byCell.set(key, [pair]);
    }
  return { ...all, byCell, byName };
}

const cellKey = (nameKey: string, column: string): string => JSON.stringify([nameKey, columnKey(column)]);

/** Every difference that no correction tells, and every correction that tells none or tells it wrongly. */
export function unexplained(pairs: Pairs): Problem[] {
  const all = indexed(pairs);
  const told = new Map<Pair, LocatedCorrection[]>();
  const unclear: { readonly entry: LocatedCorrection; readonly wrong: Problem }[] = [];
  for (const entry of all.entries) {
    const { pairs: about, problem: wrong } = meant(entry, all);
    for (const pair of about) {
      const known = told.get(pair);
      if (known) known.push(entry);
      else told.set(pair, [entry]);
    }
    if (wrong) unclear.push({ entry, wrong });
  }
  // A change that a correction tells of another cell is one mistake, that of the correction.
  const changes = new Set(unclear.map(({ entry }) => changeKey(entry.correction)));
  const isMeant = ({ before, after }: Pair): boolean =>
    changes.size > 0 &&
    !isSameText(before ?? '', after ?? '') &&
    changes.has(changeKey({ before: before ?? '', after: after ?? '' }));
  return [
    ...unclear.map(({ wrong }) => wrong),
    ...all.pairs
      .filter((pair) => told.has(pair) || !isMeant(pair))
      .flatMap((pair) => judged(pair, told.get(pair) ?? [], all)),
  ];
}

const changeKey = ({ before, after }: Pick<Change, 'before' | 'after'>): string =>
  JSON.stringify([textKey(before), textKey(after)]);

/** 日期 is what a clerk calls it. */
const columnKey = (column: string): string => lookup(column === '日期' ? '通报日期' : column);

const isPlaced = ({ places }: Pair, place: string | null): boolean =>
  place === null || places.length === 0 || places.some((one) => placeKey(one) === placeKey(place));

/** What a change may be about. */
const candidates = (change: Change, { byCell, nameKey }: Indexed): readonly Pair[] =>
  closest(
    (byCell.get(cellKey(nameKey(change.indicator), change.column)) ?? []).filter((pair) =>
      isPlaced(pair, change.place),
    ),
    change,
  );

/** The table and the registry may say the same, and then change together; two rows are two changes. */
const isAmbiguous = (pairs: readonly Pair[]): boolean =>
  pairs.filter((pair) => !isShared(pair)).length > 1 || pairs.filter(isShared).length > 1;

/** What a correction is about; more than one pair only where the table and the registry say the same. */
function meant({ correction, at }: LocatedCorrection, all: Indexed): { pairs: readonly Pair[]; problem?: Problem } {
  const { indicator, column } = correction;
  const pairs = candidates(correction, all);
  const words = { issue: all.issue, column, count: pairs.length };
  if (isAmbiguous(pairs))
    return { pairs: [], problem: problem('correction/ambiguous-cell', at('指标'), indicator, words) };
  if (pairs.length > 0) return { pairs };
  const known = all.byName.has(all.nameKey(indicator));
  if (column === WHOLE_ROW && known)
    return { pairs, problem: problem('correction/row-there', at('新值'), indicator, { issue: all.issue }) };
  return { pairs, problem: problem('correction/no-cell', at(known ? '列' : '指标'), indicator || column, words) };
}

const isShared = ({ at }: Pair): boolean => !at.file.startsWith('data/issues/');

/** Those that changed as the correction says, else those that agree with one side of it, else all. */
function closest(pairs: readonly Pair[], { before, after }: Change): readonly Pair[] {
  const was = (pair: Pair): boolean => pair.before !== null && isSameText(pair.before, before);
  const is = (pair: Pair): boolean => pair.after !== null && isSameText(pair.after, after);
  for (const fits of [(p: Pair) => was(p) && is(p), (p: Pair) => was(p) || is(p)]) {
    const found = pairs.filter(fits);
    if (found.length > 0) return found;
  }
  const changed = pairs.filter((pair) => !isSameText(pair.before ?? '', pair.after ?? ''));
  return changed.length > 0 ? changed : pairs;
}

/** What is wrong with a pair and the corrections of it. */
function judged(pair: Pair, entries: readonly LocatedCorrection[], all: Indexed): Problem[] {
  if (pair.column === WHOLE_ROW) return entries.length > 0 ? [] : [wholeRow(pair, all)];
  const [was, is] = [pair.before ?? '', pair.after ?? ''];
  if (entries.length === 0) return isSameText(was, is) ? [] : [changed(pair, all)];
  const broken = entries.flatMap((entry, i) => broke(entry, i === 0 ? undefined : entries[i - 1], was, all));
  if (broken.length > 0) return broken.slice(0, 1);
  const last = entries.at(-1)!;
  return isSameText(last.correction.after, is) ? [] : [otherNow(last, pair, all)];
}

/** A correction whose old value is not what was there before it. */
function broke(
  entry: LocatedCorrection,
  earlier: LocatedCorrection | undefined,
  was: string,
  { version }: Pairs,
): Problem[] {
  const { before } = entry.correction;
  if (isSameText(before, earlier?.correction.after ?? was)) return [];
  if (!earlier)
    return [problem('correction/old-value', entry.at('原值'), before || BLANK, { version, was: was || BLANK })];
  return [
    problem('correction/new-value', earlier.at('新值'), earlier.correction.after || BLANK, {
      where: '后一条更正的原值',
      now: before || BLANK,
      then: '中间还改过的，每改一次记一行，按先后排列',
    }),
  ];
}

/** The files say something else than the last correction. */
function otherNow(last: LocatedCorrection, pair: Pair, { issue }: Pairs): Problem {
  const { indicator, column, after, place } = last.correction;
  const now = pair.after ?? '';
  return {
    ...problem('correction/new-value', last.at('新值'), after || BLANK, {
      where: `${pair.at.file} ${pair.at.cell ?? ''} `,
      now: now || BLANK,
      then: '后来又改过的，把下面一行粘贴到更正记录的末尾，写上日期、原因和批准人',
    }),
    paste: suggestedLine(issue, { indicator, column, before: after, after: now, place }),
  };
}

/** A change of a pair, with its place where another pair could be meant. */
function changeOf(pair: Pair, all: Indexed): Change {
  const change: Change = {
    indicator: pair.names[0] ?? '',
    column: pair.column,
    before: pair.before ?? '无',
    after: pair.after ?? '',
    place: null,
  };
  return isAmbiguous(candidates(change, all)) ? { ...change, place: pair.places[0] ?? null } : change;
}

function changed(pair: Pair, all: Indexed): Problem {
  const { issue, version } = all;
  const change = changeOf(pair, all);
  const was = pair.before ?? '';
  return {
    ...problem('version/changed', pair.at, pair.after || BLANK, {
      issue,
      version,
      was: was || BLANK,
      back: backTo(was, pair.at),
      first: firstStep(change),
    }),
    paste: suggestedLine(issue, change),
  };
}

function backTo(was: string, { row, cell }: Place): string {
  if (was !== '') return `改回“${was}”`;
  return row === undefined && cell === undefined ? '删去它' : '清空这一格';
}

function wholeRow(pair: Pair, all: Indexed): Problem {
  const { issue, version } = all;
  const change = changeOf(pair, all);
  const [name = ''] = pair.names;
  const words = { issue, version, first: firstStep(change) };
  const code = pair.after === ADDED ? 'version/row-new' : 'version/row-gone';
  const at: Place = pair.at;
  return { ...problem(code, at, name, words), paste: suggestedLine(issue, change) };
}
