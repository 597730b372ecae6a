import {
  BUILT_IN_UNITS,
  UNIT_KINDS,
  unitsOf,
  type UnitDefinition,
  type UnitKind,
  type Units,
} from '../../domain/unit.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { halfWidth } from '../text/letters.ts';
import { sheet, type Entry } from './sheet.ts';

type Name = '单位' | '类别' | '差的说法' | '又写作';

const FIELDS = [
  { name: '单位', required: true },
  { name: '类别', required: true },
  { name: '差的说法' },
  { name: '又写作', aliases: ['别名'] },
] as const;

/** `data/units.csv`: the units that an office needs beyond the built-in ones. */
export function units(file: string, text: string): { units: Units; problems: Problem[] } {
  const read = sheet<Name>(file, text, { fields: FIELDS });
  const problems = [...read.problems];
  const own = new Map<string, UnitDefinition>();
  for (const entry of read.sheet?.entries ?? []) {
    const found = unitProblems(entry, own);
    problems.push(...found);
    if (found.length > 0) continue;
    const unit = definitionOf(entry);
    for (const name of [unit.name, ...unit.aliases]) own.set(name, unit);
  }
  return { units: unitsOf([...new Set(own.values())]), problems };
}

function definitionOf(entry: Entry<Name>): UnitDefinition {
  const name = nameIn(entry);
  return {
    name,
    kind: entry.text('类别') as UnitKind,
    aliases: aliasesIn(entry),
    difference: halfWidth(entry.text('差的说法')) || name,
  };
}

const nameIn = (entry: Entry<Name>): string => halfWidth(entry.text('单位')).replace(/\s+/g, '');

const aliasesIn = (entry: Entry<Name>): string[] =>
  halfWidth(entry.text('又写作'))
    .split(/[;；]/)
    .map((alias) => alias.replace(/\s+/g, ''))
    .filter(Boolean);

function unitProblems(entry: Entry<Name>, own: ReadonlyMap<string, UnitDefinition>): Problem[] {
  const name = nameIn(entry);
  const at = (column: Name) => entry.get(column)?.at ?? entry.at;
  if (name === '') return [problem('unit/no-name', at('单位'))];
  const problems: Problem[] = [];
  const known = [name, ...aliasesIn(entry)].find((one) => BUILT_IN_UNITS.find(one) !== undefined || own.has(one));
  if (known !== undefined) problems.push(problem('unit/known', at(known === name ? '单位' : '又写作'), known));
  // A number before it would be read as its own.
  if (/^\d|\d$/.test(name)) problems.push(problem('unit/digits', at('单位'), name));
  if (!(UNIT_KINDS as readonly string[]).includes(entry.text('类别')))
    problems.push(problem('unit/kind', at('类别'), entry.text('类别'), { kinds: UNIT_KINDS.join('、') }));
  return problems;
}
