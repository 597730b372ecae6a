import { csvFormatRow } from 'd3-dsv';
import { isLookAlike } from '../domain/conflict.ts';
import { isNumeric, type Observation } from '../domain/observation.ts';
import { sameQuantity } from '../domain/quantity.ts';
import { registry as readRegistry, type Registry } from '../ingest/table/registry.ts';
import type { DraftFact } from './facts/facts.ts';
import type { Comparison } from './table/comparison.ts';
import type { DraftRow } from './table/row.ts';

/** An indicator of the bulletin that the registry lacks. */
export interface NewIndicator {
  readonly name: string;
  readonly unit: string;
  /** 一级指标; empty where the table does not give it. */
  readonly parent: string;
  /** What the text calls it, where that is another name; else empty. */
  readonly alias: string;
}

export const REGISTRY = 'data/indicators.csv';
export const REGISTRY_HEADER = '编码,名称,别名,单位,方向,下限,上限,一级指标,口径,英文名';

/** Indicators of the bulletin's tables that the registry lacks, each once. */
export function newIndicators(
  rows: readonly Pick<DraftRow, 'name' | 'unit' | 'parent'>[],
  registry: Registry,
): NewIndicator[] {
  const all = new Map<string, NewIndicator>();
  for (const { name, unit, parent } of rows)
    if (name !== '' && !registry.find(name) && !all.has(name)) all.set(name, { name, unit, parent, alias: '' });
  return [...all.values()];
}

export const rowsIn = (comparisons: readonly Comparison[]): DraftRow[] => comparisons.flatMap(({ rows }) => rows);

/** A line for the registry: what only a person can know stands in 〔〕. */
export const lineOf = ({ name, unit, parent, alias }: NewIndicator, topic: string): string =>
  csvFormatRow([
    '〔编码，小写英文〕',
    name,
    alias,
    unit || '〔单位〕',
    '〔越高越好/越低越好/中性〕',
    '',
    '',
    parent || topic,
    '',
    '',
  ]);

/**
 * Indicators with what the text calls them: a name that is alike, of a number that this one indicator has reached. What an
 * area has reached says nothing of the whole.
 * A person confirms it with the line for the registry.
 */
export function withAliases(
  added: readonly NewIndicator[],
  facts: readonly DraftFact[],
  observations: readonly Observation[],
): readonly NewIndicator[] {
  const reached = observations.filter(isNumeric).filter(({ role, area }) => role === 'achieved' && area === null);
  const aliases = new Map(
    facts.flatMap(({ name, unit, area, occurrence: { figure } }) => {
      const same = reached.filter(
        (o) => area === '' && o.unit === unit && figure.readings.some((reading) => sameQuantity(reading, o.quantity)),
      );
      const [only, ...others] = new Set(
        same.map((o) => o.name).filter((other) => other !== name && isLookAlike(other, name)),
      );
      return only !== undefined && others.length === 0 && !/[（）；]/.test(name) ? [[only, name] as const] : [];
    }),
  );
  return added.map((indicator) => ({ ...indicator, alias: aliases.get(indicator.name) ?? '' }));
}

/** The registry as it will be once the new indicators stand in it, so that the rest of the bulletin can be read. */
export function completed(registry: Registry, added: readonly NewIndicator[]): Registry {
  const usable = added.filter(({ unit }) => registry.units.find(unit) !== undefined);
  const lines = usable.map(({ name, unit, alias }, i) => csvFormatRow([`new-${i + 1}`, name, alias, unit, '中性']));
  const own = readRegistry(
    REGISTRY,
    ['编码,名称,别名,单位,方向', ...lines].join('\n'),
    registry.units,
    registry.levels,
  ).registry;
  return {
    ...registry,
    indicators: new Map([...registry.indicators, ...own.indicators]),
    find: (name) => registry.find(name) ?? (lines.length > 0 ? own.find(name) : undefined),
    uncertain: (name) => registry.uncertain(name) || (lines.length > 0 && own.uncertain(name)),
    names: [...registry.names, ...own.names],
  };
}
