import { near } from '../problem/near.ts';
import type { Group } from '../../domain/issue.ts';
import type { ComparisonFile } from '../table/comparison.ts';
import type { FactsFile } from '../table/facts.ts';
import type { Component } from './component.ts';
import { problem, type Problem } from '../problem/problem.ts';

/** Chart tags name groups and figures that exist. */
export function tagProblems(
  file: string,
  components: readonly Component[],
  table: ComparisonFile | undefined,
  facts: FactsFile | undefined,
): Problem[] {
  const groups = table?.groups.map((g) => g.name) ?? [];
  return components.flatMap(({ name, attributes, line }): Problem[] => {
    const at = { file, line };
    const group = attributes.get('group');
    if (name === 'Comparison')
      return group === undefined || !table?.whole || groups.includes(group)
        ? []
        : [problem('mdx/unknown-group', at, group, { near: near(group, groups) })];
    if (!facts?.whole || facts.unread.length > 0) return [];
    const known = facts.facts.map((f) => f.o);
    const lists = ['of', 'beside'].map((key) => listed(attributes.get(key)));
    const unknown = lists.flat().filter((n) => !known.some((o) => o.name === n));
    if (unknown.length > 0)
      return unknown.map((n) =>
        problem('mdx/unknown-figure', at, n, {
          near: near(
            n,
            known.map((o) => o.name),
          ),
        }),
      );
    const [of, beside] = lists as [string[], string[]];
    const units = new Set(of.map((n) => known.find((o) => o.name === n)!.unit));
    const wrong =
      of.length === 0
        ? '没有写 of'
        : units.size > 1
          ? `单位有${[...units].join('、')}`
          : beside.length > 0 && beside.length !== of.length
            ? `of 有 ${of.length} 个，beside 有 ${beside.length} 个`
            : undefined;
    return wrong ? [problem('mdx/figures', at, of.join('；'), { problem: wrong })] : [];
  });
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
