import { near } from '../ingest/problem/near.ts';
import type { Problem } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { lookup } from '../ingest/text/letters.ts';
import { decision, type Decision } from './decision.ts';
import { lineOf, REGISTRY, type NewIndicator } from './registered.ts';
import { problemsOf } from './facts/standing.ts';

/** Errors of a draft by what is to be done about them. */
export function leftovers(
  number: number,
  files: ReadonlyMap<string, string>,
  { registry, complete, added, topic }: Registered,
): Decision[] {
  const unknown = problemsOf(number, files, registry).filter((p) => p.code === 'row/unknown-indicator');
  const names = new Set(added.map(({ name }) => lookup(name)));
  const isNew = ({ code, found }: Problem): boolean =>
    code === 'row/unknown-indicator' && names.has(lookup(found ?? ''));
  const errors = problemsOf(number, files, complete).filter((p) => p.severity === 'error' && !isDecided(p));
  return [
    ...added.map((indicator) => {
      const at = unknown.find(({ found }) => lookup(found ?? '') === lookup(indicator.name));
      const called = indicator.alias === '' ? '' : `，正文里叫“${indicator.alias}”，写作别名`;
      const message = `名录里没有“${indicator.name}”${near(indicator.name, registry.names)}${called}；新指标加一行：${lineOf(indicator, topic)}`;
      return decision('indicator', at ? { file: at.file, row: at.row ?? undefined } : { file: REGISTRY }, message);
    }),
    ...errors.filter((p) => !isNew(p)).map(leftover),
  ];
}

/** The registry as it is, and as it will be once it has the bulletin's new indicators. */
interface Registered {
  readonly registry: Registry;
  readonly complete: Registry;
  readonly added: readonly NewIndicator[];
  readonly topic: string;
}

/** An empty key of the front matter and a unit that is missing have decisions of their own. */
const isDecided = (p: Problem): boolean =>
  p.code === 'row/no-unit' || (p.code === 'front-matter/value' && p.found === '');

function leftover(p: Problem): Decision {
  const at = { file: p.file, row: p.row ?? undefined };
  if (p.code === 'row/conflict') return decision('relation', at, `${p.message}。${p.hint}`);
  return decision('check', at, `${whereOf(p)}${p.message}。${p.hint}`);
}

function whereOf({ row, line, cell }: Problem): string {
  if (row === null && line !== null) return `第${line}行，`;
  return cell === null ? '' : `${cell}，`;
}
