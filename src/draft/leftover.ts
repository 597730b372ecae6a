import { near } from '../ingest/problem/near.ts';
import type { Problem } from '../ingest/problem/problem.ts';
import type { SourceFile } from '../ingest/source.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { lookup } from '../ingest/text/letters.ts';
import { parseBulletin } from '../ingest/bulletin.ts';
import { reconcileBulletin } from '../reconcile/bulletin.ts';
import { decision, type Decision } from './decision.ts';
import { pathsOf, type Front } from './files.ts';

/** What the check finds in the draft and no decision tells yet. */
export function leftovers(
  number: number,
  files: ReadonlyMap<string, string>,
  front: Front,
  registry: Registry,
): Decision[] {
  const source = (path: string): SourceFile | undefined => {
    const text = files.get(path);
    return text === undefined ? undefined : { path, bytes: new TextEncoder().encode(text) };
  };
  const paths = pathsOf(number);
  const tables = new Map<string, SourceFile>();
  for (const path of [paths.table, paths.facts]) {
    const file = source(path);
    if (file) tables.set(path.split('/').at(-1)!, file);
  }
  const { problems } = reconcileBulletin(parseBulletin(number, source(paths.text), tables, registry), registry);
  return problems
    .filter((p) => p.severity === 'error' && !isDecided(p))
    .map((p) => leftover(p, registry, (name) => lineOf(name, files.get(p.file)!, front)));
}

/** An empty key of the front matter and a unit that is missing have decisions of their own. */
const isDecided = (p: Problem): boolean =>
  p.code === 'row/no-unit' || (p.code === 'front-matter/value' && p.found === '');

function leftover(p: Problem, registry: Registry, lineFor: (name: string) => string): Decision {
  const at = { file: p.file, row: p.row ?? undefined };
  if (p.code === 'row/conflict') return decision('relation', at, `${p.message}。${p.hint}`);
  if (p.code === 'row/unknown-indicator') {
    const name = p.found ?? '';
    const message = `名录里没有“${name}”${near(name, registry.names)}；新指标加一行：${lineFor(name)}`;
    return decision('indicator', at, message);
  }
  return decision('check', at, `${whereOf(p)}${p.message}。${p.hint}`);
}

function whereOf({ row, line, cell }: Problem): string {
  if (row === null && line !== null) return `第${line}行，`;
  return cell === null ? '' : `${cell}，`;
}

/** A line for the registry: what only a person can know stands in 〔〕. */
function lineOf(name: string, table: string, { topic }: Front): string {
  const unit =
    table
      .split('\r\n')
      .map((line) => line.split(','))
      .find((cells) => lookup(cells[2] ?? '') === lookup(name))?.[3] ?? '';
  return `〔编码，小写英文〕,${name},,${unit || '〔单位〕'},〔越高越好/越低越好/中性〕,,,${topic},,`;
}
