import { near } from '../ingest/problem/near.ts';
import { conflicts } from '../domain/conflict.ts';
import type { Twin } from '../domain/issue.ts';
import { isNumeric, type Observation } from '../domain/observation.ts';
import { sameValue } from '../domain/quantity.ts';
import { spell } from '../wording/phrase.ts';
import { relatedTo, type FactsFile } from '../ingest/table/facts.ts';
import { lookup } from '../ingest/text/letters.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';

/** A figure is set against so many others at most: more would not be read. */
const MOST = 3;

/** Figures a reader could take for one another must be related; related ones become twins with their note. */
export function relate(
  facts: FactsFile | undefined,
  all: readonly Observation[],
  registry: Registry,
  problems: Problem[],
): Twin[] {
  const twins: Twin[] = [];
  const settled = new Set<string>();
  const rank = new Map(all.map((o, i) => [o, i]));
  const pair = (a: Observation, b: Observation): string => [rank.get(a)!, rank.get(b)!].sort((x, y) => x - y).join('-');
  const complete = facts !== undefined && facts.whole && facts.unread.length === 0;
  for (const { o, related, relation } of facts?.facts ?? []) {
    if (!o.relation) continue;
    const other = relatedTo(o.relation.name, o, all, registry);
    if (!other) {
      if (lookup(o.relation.name) === lookup(o.name)) problems.push(problem('row/moved-twins', related, o.name));
      else if (complete && !registry.find(o.relation.name))
        problems.push(
          problem('row/relation-target', related, o.relation.name, {
            near: near(
              o.relation.name,
              all.map((x) => x.name),
            ),
          }),
        );
      continue;
    }
    for (const x of all) if (x.name === other.name) settled.add(pair(o, x));
    if (o.relation.kind === '同名异口径') twins.push({ fact: o, other, note: o.relation.note ?? '' });
    if (
      o.relation.kind === '重述' &&
      isNumeric(o) &&
      isNumeric(other) &&
      !(sameValue(o.value, other.value) && o.comparator === other.comparator)
    ) {
      problems.push(problem('row/restated-differs', relation, o.name, { value: spell(o), otherValue: spell(other) }));
    }
  }
  const place = new Map((facts?.facts ?? []).map((f) => [f.o, f.row]));
  for (const [a, b] of conflicts(all, (one, two) => settled.has(pair(one, two)), MOST)) {
    const where = `${b.source.place || '出处不明'}“${b.name}”`;
    problems.push(
      problem('row/conflict', place.get(a)!, a.name, {
        value: spell(a),
        other: where,
        otherValue: spell(b),
        otherName: b.name,
      }),
    );
  }
  return twins;
}
