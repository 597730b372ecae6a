import Big from 'big.js';
import { DIRECTIONS, type DefinitionBreak, type Direction, type Indicator } from '../../domain/indicator.ts';
import { BUILT_IN_UNITS, type Units } from '../../domain/unit.ts';
import { unknownUnit } from '../value/observation.ts';
import { BUILT_IN_LEVELS, type Levels } from '../text/level.ts';
import { halfWidth, lookup } from '../text/letters.ts';
import { number } from '../text/number.ts';
import { append, problem, type Place, type Problem } from '../problem/problem.ts';
import { sheet, type Cell, type Entry } from './sheet.ts';

const COLUMNS = [
  '编码',
  '名称',
  '别名',
  '单位',
  '方向',
  '下限',
  '上限',
  '一级指标',
  '口径',
  '英文名',
  '口径变更',
] as const;
type Name = (typeof COLUMNS)[number];
const REQUIRED: readonly Name[] = ['编码', '名称', '单位', '方向'];
/** It names a folder of the site, which some systems keep short. */
const CODE = /^(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Devices of Windows: no folder there can have such a name (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;

/** The indicators of all bulletins. */
export interface Registry {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** By name or alias, whatever its spaces and quotation marks. */
  readonly find: (name: string) => Indicator | undefined;
  /** Whether all names could be read. */
  readonly whole: boolean;
  /** Whether a name could be one of the lines that could not be read: then it is not called unknown. */
  readonly uncertain: (name: string) => boolean;
  /** Whether no line has a code, and none that could not be read may have it. */
  readonly lacks: (code: string) => boolean;
  /** Whether there is no such column, but one that was not understood and may be it. */
  readonly mayHave: (column: string) => boolean;
  readonly names: readonly string[];
  /** Where an indicator says something. */
  readonly at: (code: string, column: string) => Place;
  /** The units of the root, which the indicators are counted in. */
  readonly units: Units;
  readonly levels: Levels;
}

const REGISTRY = 'data/indicators.csv';

export const EMPTY: Registry = {
  indicators: new Map(),
  find: () => undefined,
  whole: false,
  uncertain: () => true,
  lacks: () => false,
  mayHave: () => true,
  names: [],
  at: (_, column) => ({ file: REGISTRY, column }),
  units: BUILT_IN_UNITS,
  levels: BUILT_IN_LEVELS,
};

/** `data/indicators.csv` to the registry. */
export function registry(
  file: string,
  text: string,
  units: Units = BUILT_IN_UNITS,
  levels: Levels = BUILT_IN_LEVELS,
): { registry: Registry; problems: Problem[] } {
  const read = sheet<Name>(file, text, {
    fields: COLUMNS.map((name) => ({ name, required: REQUIRED.includes(name) })),
    values: ['下限', '上限'],
  });
  const problems = [...read.problems];
  if (!read.sheet) return { registry: { ...EMPTY, units, levels }, problems };
  const codes = new Map<string, number>();
  const names = new Names();
  const indicators = new Map<string, Indicator>();
  const entries = new Map<string, Entry<Name>>();
  for (const entry of read.sheet.entries) {
    const { indicator, problems: found } = line(entry, file, units);
    append(problems, found);
    const code = entry.text('编码');
    const earlier = codes.get(code);
    if (earlier === undefined) {
      entries.set(code, entry);
      // Of two without one both lack it.
      if (code !== '') codes.set(code, entry.row);
    } else problems.push(problem('row/code-clash', entry.get('编码')!.at, code, { other: earlier }));
    append(problems, names.take(entry, indicator, earlier));
    if (indicator && earlier === undefined) indicators.set(code, indicator);
  }
  const { entries: lines, lostRows, mayHave } = read.sheet;
  const hasLost = (column: Name): boolean => lostRows > 0 || lines.some((entry) => entry.hasLost(column));
  const whole = names.unsure === 0 && !hasLost('名称') && !hasLost('别名') && !mayHave('别名');
  const hasAllCodes = !hasLost('编码');
  return {
    registry: {
      indicators,
      find: (name) => names.find(name)?.indicator,
      whole,
      uncertain: (name) => !whole || names.find(name) !== undefined,
      lacks: (code) => hasAllCodes && !entries.has(code),
      mayHave: (column) => mayHave(column as Name),
      names: [...indicators.values()].map((i) => i.name),
      at: (code, column) => entries.get(code)?.get(column as Name)?.at ?? { file, column },
      units,
      levels,
    },
    problems,
  };
}

interface Named {
  /** Undefined where its line could not be read, or another has the same name. */
  readonly indicator: Indicator | undefined;
  readonly at: Place & { readonly row: number };
  readonly column: Name;
}

/** Who is called what, by names and aliases whatever their spaces and quotation marks. */
class Names {
  private readonly byName = new Map<string, Named>();
  /** Lines whose own name is not known: it may be any that is looked for. */
  unsure = 0;

  find(name: string): Named | undefined {
    return this.byName.get(lookup(name));
  }

  /** @param twin the row with the same code, whose names are then the same by right */
  take(entry: Entry<Name>, indicator: Indicator | undefined, twin: number | undefined): Problem[] {
    const names = [['名称', entry.text('名称')] as const, ...aliasesOf(entry).map((alias) => ['别名', alias] as const)];
    return names.flatMap(([column, name]) => {
      if (name === '') this.unsure += 1;
      const own: Named = { indicator, at: { ...entry.get(column)!.at, row: entry.row }, column };
      const other = this.find(name);
      if (!other || other.at.row === entry.row) {
        if (name !== '') this.byName.set(lookup(name), own);
        return [];
      }
      this.unsure += 1;
      this.byName.set(lookup(name), { ...other, indicator: undefined });
      return other.at.row === twin ? [] : [clash(name, own, other)];
    });
  }
}

/** An alias that takes another indicator's name is the mistake, wherever it stands. */
const clash = (name: string, own: Named, other: Named): Problem =>
  own.column === '名称' && other.column === '别名'
    ? problem('row/name-clash', other.at, name, { other: own.at.row })
    : problem('row/name-clash', own.at, name, { other: other.at.row });

const aliasesOf = (entry: Entry<Name>): string[] =>
  entry
    .text('别名')
    .split(/[；;]/)
    .map((s) => s.trim())
    .filter(Boolean);

function line(
  entry: Entry<Name>,
  file: string,
  units: Units,
): { indicator: Indicator | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const check = (ok: boolean, make: () => Problem): void => {
    if (!ok) problems.push(make());
  };
  const at = (name: Name): { file: string } => entry.get(name)?.at ?? { file };
  const [code, name, unit, direction] = REQUIRED.map((n) => entry.text(n)) as [string, string, string, string];
  const known = units.find(halfWidth(unit));
  check(CODE.test(code) && !/^group-\d+$/.test(code), () => problem('row/code', at('编码'), code));
  check(!RESERVED.test(code), () => problem('row/reserved-code', at('编码'), code));
  check(name !== '', () => problem('row/no-name', at('名称')));
  if (unit === '') problems.push(problem('row/no-unit', at('单位'), name));
  else check(known !== undefined, () => unknownUnit(entry.get('单位')!, units));
  check((DIRECTIONS as readonly string[]).includes(direction), () => problem('row/direction', at('方向'), direction));
  const bounds = (['下限', '上限'] as const).map((n) => {
    const written = entry.text(n);
    const digits = number(halfWidth(written))?.digits ?? null;
    check(written === '' || digits !== null, () => problem('row/bound', at(n), written));
    return digits;
  });
  const [lower, upper] = [bounds[0] ?? null, bounds[1] ?? null];
  check(lower === null || upper === null || new Big(lower).lt(upper), () =>
    problem('row/bounds-reversed', at('上限'), upper, { lower: lower ?? '', upper: upper ?? '' }),
  );
  const changed = breaksOf(entry.get('口径变更'));
  problems.push(...changed.problems);
  const blankToNull = (n: Name): string | null => entry.text(n) || null;
  const indicator: Indicator = {
    code,
    name,
    aliases: aliasesOf(entry),
    unit: known?.name ?? unit,
    difference: known?.difference ?? unit,
    direction: direction as Direction,
    lower,
    upper,
    topic: blankToNull('一级指标'),
    definition: blankToNull('口径'),
    breaks: changed.breaks,
    nameEn: blankToNull('英文名'),
  };
  return { indicator: problems.length === 0 ? indicator : undefined, problems };
}

/** `第50期起：改按新口径统计；第53期起：……`, in the order of the bulletins. */
function breaksOf(cell: Cell | undefined): { breaks: DefinitionBreak[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const byIssue = new Map<number, string>();
  for (const part of (cell?.text ?? '')
    .split(/[；;]/)
    .map((s) => s.trim())
    .filter(Boolean)) {
    const [, digits = '', note = ''] = /^第\s*([0-9０-９]{1,6})\s*期起\s*[：:]\s*(\S.*)$/.exec(part) ?? [];
    const issue = Number(halfWidth(digits));
    if (issue === 0) problems.push(problem('row/definition-break', cell!.at, part));
    else if (byIssue.has(issue)) problems.push(problem('row/duplicate-definition-break', cell!.at, part, { issue }));
    else byIssue.set(issue, note);
  }
  return { breaks: [...byIssue].map(([issue, note]) => ({ issue, note })).sort((a, b) => a.issue - b.issue), problems };
}
