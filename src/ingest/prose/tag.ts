import type { Group } from '../../domain/issue.ts';
import type { Observation } from '../../domain/observation.ts';
import { near } from '../problem/near.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { TableFiles } from '../tables.ts';
import type { FactsFile } from '../table/facts.ts';
import type { Component } from './component.ts';

/** Chart tags name groups and figures that exist. */
export function tagProblems(
  file: string,
  components: readonly Component[],
  table: TableFiles | undefined,
  facts: FactsFile | undefined,
): Problem[] {
  return components.flatMap((component): Problem[] => {
    const at = { file, line: component.line };
    switch (component.name) {
      case 'Comparison':
        return comparisonProblems(component, at, table);
      case 'Table':
        return plainProblems(component, at, table);
      case 'Figures':
        return figuresProblems(component, at, facts);
    }
  });
}

function comparisonProblems({ attributes }: Component, at: Place, table: TableFiles | undefined): Problem[] {
  const group = attributes.get('group');
  if (group === undefined || !table?.whole) return [];
  if (table.plain.some(({ name }) => name === group))
    return [problem('mdx/table-kind', at, group, { kind: '照原样印出的表', tag: `<Table name="${group}" />` })];
  const groups = table.groups.map((g) => g.name);
  return groups.includes(group) ? [] : [problem('mdx/unknown-group', at, group, { near: near(group, groups) })];
}

/** A table that the model reads is placed as what it is, since its numbers would else be shown unread. */
function plainProblems({ attributes }: Component, at: Place, table: TableFiles | undefined): Problem[] {
  const name = attributes.get('name') ?? '';
  if (!table?.whole || table.plain.some((one) => one.name === name)) return [];
  if (table.groups.some((group) => group.name === name))
    return [problem('mdx/table-kind', at, name, { kind: '对照表或地区表', tag: `<Comparison group="${name}" />` })];
  const names = table.plain.map((one) => one.name);
  return [problem('mdx/unknown-table', at, name, { near: near(name, names) })];
}

/** Names of the tables that a text places to be printed as they stand. */
export const plainlyPlaced = (components: readonly Component[]): Set<string> =>
  new Set(components.flatMap(({ name, attributes }) => (name === 'Table' ? (attributes.get('name') ?? []) : [])));

function figuresProblems({ attributes }: Component, at: Place, facts: FactsFile | undefined): Problem[] {
  if (!facts?.whole || facts.unread.length > 0) return [];
  const known = new Map(facts.facts.map(({ o }) => [o.name, o]));
  const [drawn, beside] = [listed(attributes.get('of')), listed(attributes.get('beside'))];
  const unknown = [...drawn, ...beside].filter((name) => !known.has(name));
  if (unknown.length > 0)
    return unknown.map((name) => problem('mdx/unknown-figure', at, name, { near: near(name, [...known.keys()]) }));
  const wrong = misfit(
    drawn.map((name) => known.get(name)!),
    beside.length,
  );
  return wrong === undefined ? [] : [problem('mdx/figures', at, drawn.join('；'), { problem: wrong })];
}

/** Why figures cannot be drawn in one picture. */
function misfit(drawn: readonly Observation[], beside: number): string | undefined {
  if (drawn.length === 0) return '没有写 of';
  const units = new Set(drawn.map((o) => o.unit));
  if (units.size > 1) return `单位有${[...units].join('、')}`;
  return beside > 0 && beside !== drawn.length ? `of 有 ${drawn.length} 个，beside 有 ${beside} 个` : undefined;
}

/** `甲；乙` to its names. */
export const listed = (names: string | undefined): string[] =>
  (names ?? '')
    .split(/[；;]/)
    .map((n) => n.trim())
    .filter(Boolean);

/** Names that the text's first picture of figures draws. */
export const pictured = (components: readonly Component[]): string[] =>
  listed(components.find((c) => c.name === 'Figures')?.attributes.get('of'));

/** Tables that the text does not place itself. */
export const unplaced = (components: readonly Component[], groups: readonly Group[]): Group[] => {
  const tags = components.filter((c) => c.name === 'Comparison').map((c) => c.attributes.get('group'));
  return groups.filter((g) => !tags.includes(undefined) && !tags.includes(g.name));
};
