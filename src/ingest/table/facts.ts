import type { About, Located, Unread } from './located.ts';
import { placeKey } from '../text/place.ts';
import { RELATIONS, type Observation, type Relation } from '../../domain/observation.ts';
import { lookup } from '../text/letters.ts';
import { datedOf, figure, unitOf } from '../value/observation.ts';
import { moment } from '../text/moment.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { Registry } from './registry.ts';
import { sheet, type Entry, type Sheet } from './sheet.ts';

const COLUMNS = ['指标', '数值', '单位', '时点', '层级', '出处', '关联指标', '关系', '备注'] as const;
type Name = (typeof COLUMNS)[number];

const FIELDS = COLUMNS.map((name) => ({
  name,
  required: name === '指标' || name === '数值' || name === '单位' || name === '出处',
  aliases:
    name === '指标'
      ? ['指标名称', '名称', '事项']
      : name === '数值'
        ? ['数据', '值']
        : name === '单位'
          ? ['计量单位']
          : name === '备注'
            ? ['说明']
            : [],
}));

/** A figure of the text with the cells that its issue-wide checks point at. */
export interface LocatedFact extends Located {
  readonly row: Place;
  readonly related: Place;
  readonly relation: Place;
}

export interface FactsFile {
  readonly facts: readonly LocatedFact[];
  readonly unread: readonly Unread[];
  /** False where rows were lost: then a number of the text is not called unregistered. */
  readonly whole: boolean;
  readonly sheet: Sheet<Name> | undefined;
  readonly problems: readonly Problem[];
}

export const NO_FACTS: FactsFile = { facts: [], unread: [], whole: true, sheet: undefined, problems: [] };

/** `facts.csv` (正文数字): the numbers stated in the text, each with its place. */
export function factsFile(file: string, text: string, about: About, registry: Registry): FactsFile {
  const read = sheet<Name>(file, text, { fields: FIELDS, values: ['数值'] });
  const problems = [...read.problems];
  if (!read.sheet) return { facts: [], unread: [], whole: false, sheet: undefined, problems };
  const facts: LocatedFact[] = [];
  const unread: Unread[] = [];
  const seen = new Map<string, number>();
  for (const entry of read.sheet.entries) {
    const made = fact(entry, about, registry);
    problems.push(...made.problems);
    const key = keyOf(entry);
    const other = seen.get(key);
    if (other !== undefined && made.named)
      problems.push(problem('row/duplicate', entry.get('指标')!.at, entry.text('指标'), { other }));
    seen.set(key, other ?? entry.row);
    if (made.fact && other === undefined) facts.push(made.fact);
    else unread.push({ place: entry.text('出处') || null, printed: entry.text('数值') });
  }
  return { facts, unread, whole: read.sheet.lost === 0, sheet: read.sheet, problems };
}

/** A figure may stand once in each section, for each time and level, however its name and date are written. */
function keyOf(entry: Entry<Name>): string {
  const when = entry.text('时点');
  return [
    lookup(entry.text('指标')),
    placeKey(entry.text('出处')),
    moment(when)?.label ?? when,
    entry.text('层级'),
  ].join('|');
}

function fact(
  entry: Entry<Name>,
  about: About,
  registry: Registry,
): { fact: LocatedFact | undefined; named: boolean; problems: Problem[] } {
  const problems: Problem[] = [];
  const written = entry.text('指标');
  const name = written.replace(/\s*\n\s*/g, '');
  const cell = entry.get('数值')!;
  if (name === '') return { fact: undefined, named: false, problems: [problem('row/no-name', entry.get('指标')!.at)] };
  if (name !== written) problems.push(problem('value/normalised', entry.get('指标')!.at, written, { used: name }));
  const indicator = registry.find(name);
  const { unit, doubtful, problems: units } = unitOf(entry.get('单位'), indicator, name);
  problems.push(...units);
  if (!unit && units.length === 0) problems.push(problem('row/no-unit', entry.get('单位')!.at, name));
  const { dated, problems: when } = datedOf(entry.get('时点'));
  problems.push(...when);
  const frame = {
    issue: about.number,
    date: about.date,
    group: null,
    indicator,
    name,
    unit: unit ?? '项',
    doubtful,
    level: entry.get('层级'),
    place: entry.text('出处'),
    note: entry.text('备注') || null,
  };
  const period = dated ? { label: `${dated.year}年`, year: dated.year } : null;
  const read = figure(cell, 'stated', period, dated, frame);
  problems.push(...read.problems);
  const relation = relationOf(entry);
  problems.push(...relation.problems);
  if (!read.o) return { fact: undefined, named: true, problems };
  const at = (n: Name): Place => entry.get(n)?.at ?? entry.at;
  return {
    fact: {
      o: { ...read.o, note: frame.note, relation: relation.relation },
      at: cell.at,
      row: at('指标'),
      place: at('出处'),
      related: at('关联指标'),
      relation: at('关系'),
    },
    named: true,
    problems,
  };
}

function relationOf(entry: Entry<Name>): { relation: Relation | null; problems: Problem[] } {
  const [kind, name, note] = [entry.text('关系'), entry.text('关联指标'), entry.text('备注')];
  const cell = entry.get('关系');
  if (kind === '' && name === '') return { relation: null, problems: [] };
  const known = RELATIONS.find((r) => r === kind);
  if (!known) return { relation: null, problems: [problem('row/relation', cell?.at ?? entry.at, kind)] };
  if (name === '')
    return {
      relation: null,
      problems: [problem('row/relation-target', entry.get('关联指标')?.at ?? entry.at, name, { near: '' })],
    };
  if (known === '同名异口径' && note === '')
    return { relation: null, problems: [problem('row/relation-note', entry.get('备注')?.at ?? entry.at)] };
  return { relation: { kind: known, name, note: note || null }, problems: [] };
}

/** The observation a relation names: by name or alias, a figure of the table before one of the text. */
export function relatedTo(
  name: string,
  self: Observation,
  all: readonly Observation[],
  registry: Registry,
): Observation | undefined {
  const code = registry.find(name)?.code;
  const fits = (o: Observation): boolean =>
    o !== self && ((code !== undefined && o.indicator === code) || lookup(o.name) === lookup(name));
  return all.find((o) => fits(o) && o.role === 'achieved') ?? all.find((o) => fits(o) && o.value !== null);
}
