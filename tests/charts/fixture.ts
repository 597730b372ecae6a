import type { Direction, Indicator } from '../../src/domain/indicator.ts';
import { rowOf } from '../../src/domain/row.ts';
import { differenceUnit } from '../../src/domain/unit.ts';
import type { Column, Group, Row } from '../../src/domain/issue.ts';
import type { NumericObservation, Observation } from '../../src/domain/observation.ts';
import type { PointQuantity, Quantity } from '../../src/domain/quantity.ts';
import { palette } from '../../src/charts/draw/theme.ts';
import { year } from '../domain/periods.ts';

type Role = Column['role'];

/** A row as its table prints it: name, then a cell for each column; `''` leaves the role out of the row. */
export type Cells = readonly [name: string, ...cells: string[]];

export interface Table {
  readonly group: Group;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

const COLUMNS: Readonly<Record<Role, Column>> = {
  baseline: { role: 'baseline', label: '2019年评价水平', period: year(2019), setter: null },
  target: { role: 'target', label: '2020年省定目标', period: year(2020), setter: '省定' },
  achieved: { role: 'achieved', label: '2020年达到水平', period: year(2020), setter: null },
  frontier: { role: 'frontier', label: '国内前沿水平', period: null, setter: null },
};

export interface Options {
  readonly roles?: readonly Role[];
  readonly direction?: Direction;
  readonly bounds?: readonly [string, string];
}

const ALL: readonly Role[] = ['baseline', 'target', 'achieved', 'frontier'];

/** A group with its registry entries, from compact rows. */
export function table(unit: string, rows: readonly Cells[], options: Options = {}): Table {
  const { roles = ALL, direction = '越高越好', bounds } = options;
  const indicators = rows.map(([name], i): Indicator => ({
    code: `row-${i + 1}`,
    name,
    aliases: [],
    unit,
    difference: differenceUnit(unit),
    direction,
    lower: bounds?.[0] ?? null,
    upper: bounds?.[1] ?? null,
    topic: null,
    definition: null,
    breaks: [],
    nameEn: null,
  }));
  const drawn = rows.map(([name, ...cells], i): Row => {
    const indicator = indicators[i] as Indicator;
    const all = roles.flatMap((role, j) =>
      cells[j] ? [{ column: COLUMNS[role], o: observation(role, cells[j], unit, name) }] : [],
    );
    return rowOf(indicator, { unit, area: null, place: `附表第${i + 1}行`, all });
  });
  const group: Group = {
    kind: 'comparison',
    file: 'data/issues/48/comparison.csv',
    slug: 'group-1',
    name: '附表',
    units: [unit],
    columns: roles.map((role) => COLUMNS[role]),
    rows: drawn,
  };
  return { group, indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])) };
}

const setterOf = (role: Observation['role']): string | null => (role === 'target' ? '省定' : null);

/** `≥70`, `约90`, `90余`, `1—2`, `预计85`, `上海市：99.5`, `上海市：全覆盖`, `县级 80`, `暂缺`. */
export function observation(role: Observation['role'], cell: string, unit: string, name = '指标'): Observation {
  const [, area = null, content = ''] = /^(?:(.+?)：)?(.+)$/.exec(cell) ?? [];
  const [, level = null, expected, number] =
    /^(?:(.级) )?(预计)?([≥≤>约近<]?-?\d[\d.]*(?:—\d[\d.]*)?余?)$/.exec(content) ?? [];
  const observed = {
    issue: 48,
    group: '附表',
    indicator: null,
    name,
    role,
    setter: setterOf(role),
    unit,
    level,
    area,
    period: role === 'stated' || role === 'frontier' ? null : COLUMNS[role].period,
    asOf: null,
    source: { issue: 48, place: '附表第1行', sentence: null },
    note: null,
    relation: null,
    printed: cell,
  };
  if (number !== undefined)
    return {
      ...observed,
      kind: 'number',
      quantity: quantity(number),
      cumulative: false,
      rank: null,
      status: expected ? 'F' : 'A',
    };
  if (/^(?:暂缺|未公布|不适用|未列)$/.test(content))
    return { ...observed, kind: 'gap', word: content, reason: null, status: 'O' };
  return { ...observed, kind: 'statement', text: content, status: 'A' };
}

export const stated = (cell: string, unit: string): NumericObservation =>
  observation('stated', cell, unit) as NumericObservation;

const SIGNS: Readonly<Record<string, PointQuantity['comparator']>> = {
  '≥': 'ge',
  '>': 'gt',
  '≤': 'le',
  '<': 'lt',
  约: 'about',
  近: 'under',
};

function quantity(number: string): Quantity {
  const [, sign = '', value = number, upper, over] =
    /^([≥≤>约近<])?(-?\d[\d.]*)(?:—(\d[\d.]*))?(余)?$/.exec(number) ?? [];
  if (upper !== undefined) return { kind: 'range', lower: value, upper };
  return { kind: 'point', value, comparator: over ? 'over' : (SIGNS[sign] ?? 'eq') };
}

/** A snapshot that a viewer can open: colours, font and paper of the page inside the file. */
export function framed(svg: string): string {
  const css = (mode: 'light' | 'dark'): string =>
    `svg{${Object.entries(palette[mode])
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')}}`;
  const dark = `@media (prefers-color-scheme:dark){${css('dark')}}`;
  const page = 'svg{background:var(--paper);font-family:system-ui,"Noto Sans CJK SC",sans-serif}';
  const style = `<style>${css('light')}${dark}${page}</style>`;
  const alone = svg
    .replace(/ data-at="[^"]*"/g, '')
    .replace(/<svg ([^>]*>)/, (_, rest: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${rest}\n${style}`);
  return `${alone.replace(/(<\/?g)/g, '\n$1')}\n`;
}
