import type { About, Located, Unread } from './located.ts';
import { placeKey } from '../text/place.ts';
import { isNumeric, RELATIONS, type Observation, type Relation, type Role } from '../../domain/observation.ts';
import { monthsOf, yearOf, type Period } from '../../domain/period.ts';
import { sameQuantity } from '../../domain/quantity.ts';
import { halfWidth, lookup } from '../text/letters.ts';
import { datedOf, readObservation, unitOf, type Dated, type RowContext } from '../value/observation.ts';
import { period } from '../text/period.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import { AREA_FIELD } from './area-name.ts';
import { levelProblems, soundLevel } from './level-problem.ts';
import type { Schema } from './schema.ts';
import type { Registry } from './registry.ts';
import { sheet, type Entry, type Sheet } from './sheet.ts';

type FactField = '指标' | '数值' | '单位' | '时点' | '层级' | '地区' | '出处' | '原文' | '关联指标' | '关系' | '备注';

const FACT_FIELDS: Schema<FactField>['fields'] = [
  { name: '指标', aliases: ['指标名称', '名称', '事项'], required: true },
  { name: '数值', aliases: ['数据', '值'], required: true },
  { name: '单位', aliases: ['计量单位'], required: true },
  { name: '时点' },
  { name: '层级' },
  AREA_FIELD,
  { name: '出处' },
  { name: '原文' },
  { name: '关联指标' },
  { name: '关系' },
  { name: '备注', aliases: ['说明'] },
];

/** A figure of the text with the cells that its issue-wide checks point at. */
export interface LocatedFact extends Located {
  /** A snippet of the sentence that holds it (原文); null where the words around its number need no help. */
  readonly quote: string | null;
  readonly row: Place;
  /** Undefined where what stands there is no time, or cannot be known: then it is not called left out. */
  readonly time: Place | undefined;
  readonly level: Place;
  readonly area: Place;
  readonly quoted: Place;
  readonly related: Place;
  readonly relation: Place;
  /** False where what may tell it apart from any other is wrong: what it is related to, its place, or a column that may say them. */
  readonly mayConflict: boolean;
}

export interface FactsFile {
  readonly facts: readonly LocatedFact[];
  readonly unread: readonly Unread[];
  /** False where rows were lost: then a number of the text is not called unregistered. */
  readonly whole: boolean;
  readonly sheet: Sheet<FactField> | undefined;
  readonly problems: readonly Problem[];
}

export const NO_FACTS: FactsFile = { facts: [], unread: [], whole: true, sheet: undefined, problems: [] };

/** `facts.csv` (正文数字): the numbers stated in the text, each with its place. */
export function factsFile(file: string, text: string, about: About, registry: Registry): FactsFile {
  const read = sheet<FactField>(file, text, { fields: FACT_FIELDS, values: ['数值'] });
  const problems = [...read.problems];
  if (!read.sheet) return { facts: [], unread: [], whole: false, sheet: undefined, problems };
  const facts: LocatedFact[] = [];
  const unread: Unread[] = [];
  const seen = new Map<string, number>();
  for (const entry of read.sheet.entries) {
    const { fact, problems: found } = readFact(entry, read.sheet, about, registry);
    const key = factKey(entry);
    const other = seen.get(key);
    seen.set(key, other ?? entry.row);
    problems.push(...found);
    if (other !== undefined && nameIn(entry) !== '')
      problems.push(problem('row/duplicate', entry.get('指标')!.at, entry.text('指标'), { other }));
    if (fact && other === undefined && !IDENTIFYING.some(entry.hasLost)) facts.push(fact);
    else unread.push(unreadFact(entry, registry));
  }
  return { facts, unread, whole: read.sheet.lost === 0, sheet: read.sheet, problems };
}

/** Without one of these a number is not known to be one of the text, whichever it is. */
const IDENTIFYING = ['指标', '单位', '时点', '层级', '地区', '出处', '原文'] as const;

const unreadFact = (entry: Entry<FactField>, { units }: Registry): Unread => ({
  place: entry.hasLost('出处') ? null : entry.text('出处') || null,
  printed: entry.text('数值'),
  unit: units.find(halfWidth(entry.text('单位')))?.name ?? null,
  area: null,
  names: null,
});

/** Spreadsheets break a long name into lines. */
const nameIn = (entry: Entry<FactField>): string =>
  entry
    .text('指标')
    .split('\n')
    .map((line) => line.trim())
    .join('');

/** A figure may stand once in each section, for each time, level and snippet, however its name and date are written. */
function factKey(entry: Entry<FactField>): string {
  const when = entry.text('时点');
  return [
    lookup(entry.text('指标')),
    placeKey(entry.text('出处')),
    period(when)?.label ?? when,
    entry.text('层级'),
    entry.text('地区'),
    lookup(entry.text('原文')),
  ].join('|');
}

function readFact(
  entry: Entry<FactField>,
  from: Sheet<FactField>,
  about: About,
  registry: Registry,
): { fact: LocatedFact | undefined; problems: Problem[] } {
  const name = nameIn(entry);
  const at = (column: FactField): Place => entry.get(column)?.at ?? entry.at;
  if (name === '') return { fact: undefined, problems: [problem('row/no-name', at('指标'))] };
  const indicator = registry.find(name);
  const unit = unitOf(entry.get('单位'), indicator, name, registry.units);
  const time = datedOf(entry.get('时点'));
  const context: RowContext = {
    issue: about.number,
    date: about.date,
    group: null,
    indicator,
    name,
    unit: unit.unit ?? '项',
    units: registry.units,
    levels: registry.levels,
    doubtful: unit.doubtful,
    level: soundLevel(entry, registry.levels),
    area: entry.text('地区') || null,
    place: entry.text('出处'),
    note: entry.text('备注') || null,
  };
  const cell = entry.get('数值')!;
  const read = readObservation({ cell, role: 'stated', period: periodOf(time.dated), asOf: time.dated }, context);
  const { relation, problems: unrelated } = relationOf(entry, from);
  const problems = [
    ...nameProblems(entry, name),
    ...levelProblems(entry.get('层级'), registry.levels),
    ...unit.problems,
    ...(!unit.unit && unit.problems.length === 0 ? [problem('row/no-unit', at('单位'), name)] : []),
    ...time.problems,
    ...read.problems,
    ...unrelated,
  ];
  if (!read.o) return { fact: undefined, problems };
  const o = { ...read.o, note: context.note, relation };
  const places = {
    at: cell.at,
    row: at('指标'),
    time: time.problems.length > 0 || from.mayHave('时点') ? undefined : at('时点'),
    level: at('层级'),
    area: at('地区'),
    place: at('出处'),
    quoted: at('原文'),
    related: at('关联指标'),
    relation: at('关系'),
    mayConflict:
      unrelated.length === 0 && !TELLING_APART.some((column) => entry.hasLost(column) || from.mayHave(column)),
  };
  return { fact: { o, quote: entry.text('原文') || null, ...places }, problems };
}

/** What is stated as of a day counts for the day's year; a longer period is the figure's own. */
function periodOf(dated: Dated | null): Period | null {
  if (dated?.period.kind !== 'day') return dated?.period ?? null;
  const year = yearOf(dated.period);
  return monthsOf(`${year}年`, year, 1, 12);
}

const nameProblems = (entry: Entry<FactField>, name: string): Problem[] =>
  name === entry.text('指标')
    ? []
    : [problem('value/normalised', entry.get('指标')!.at, entry.text('指标'), { used: name })];

const RELATING = ['关系', '关联指标', '备注'] as const;

/** Any of these tells two figures apart. */
const TELLING_APART = [...RELATING, '时点', '层级', '地区', '出处'] as const;

/** 关系, 关联指标 and 备注 together; both of the first two or neither. */
function relationOf(
  entry: Entry<FactField>,
  from: Sheet<FactField>,
): { relation: Relation | null; problems: Problem[] } {
  if (RELATING.some((column) => entry.hasLost(column) || from.mayHave(column))) return { relation: null, problems: [] };
  const [kind, name, note] = [entry.text('关系'), entry.text('关联指标'), entry.text('备注')];
  if (kind === '' && name === '') return { relation: null, problems: [] };
  const at = (column: FactField): Place => entry.get(column)?.at ?? entry.at;
  const known = RELATIONS.find((r) => r === kind);
  if (!known) return unrelated(problem('row/relation', at('关系'), kind));
  if (relatedNames(name).length === 0)
    return unrelated(problem('row/relation-target', at('关联指标'), name, { near: '' }));
  if (known === '同名异口径' && note === '') return unrelated(problem('row/relation-note', at('备注')));
  return { relation: { kind: known, name, note: note || null }, problems: [] };
}

/** 关联指标 may name several, divided by ；. */
export const relatedNames = (names: string): string[] =>
  names
    .split(/[；;]/)
    .map((name) => name.trim())
    .filter(Boolean);

const unrelated = (why: Problem): ReturnType<typeof relationOf> => ({ relation: null, problems: [why] });

/** The observation that a name stands for: by name or alias, a figure of the table before one of the text. */
export function relatedTo(
  name: string,
  self: Observation,
  all: readonly Observation[],
  registry: Registry,
): Observation | undefined {
  const code = registry.find(name)?.code;
  const fitting = all.filter(
    (o) =>
      o !== self && isNumeric(o) && ((code !== undefined && o.indicator === code) || lookup(o.name) === lookup(name)),
  );
  return (
    fitting.find((o) => self.relation?.kind === '重述' && isSameNumber(o, self)) ??
    fitting.find((o) => o.role === wanted(self)) ??
    fitting.find((o) => o.role === 'achieved') ??
    fitting[0]
  );
}

/** What is said again may be any cell of its row. */
const isSameNumber = (a: Observation, b: Observation): boolean =>
  isNumeric(a) && isNumeric(b) && sameQuantity(a.quantity, b.quantity);

/** A target's relation leads to the target, a baseline's to the baseline. */
function wanted({ relation }: Observation): Role {
  if (relation?.kind === '目标') return 'target';
  return relation?.kind === '基期' ? 'baseline' : 'achieved';
}
