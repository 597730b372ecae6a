import type { Issue } from '../domain/issue.ts';
import { LABELS } from '../ingest/prose/issue-schema.ts';
import type { Pair } from './pair.ts';

type Front = Omit<Issue, 'number'>;

/** Keys that help the check and are not published. */
const UNPUBLISHED: readonly string[] = ['names', 'acknowledged', 'draft'];

/** What a bulletin's front matter published and says now, by what each key is called. */
export const frontPairs = (file: string, source: string, then: Front, now: Front): Pair[] =>
  Object.entries(LABELS)
    .filter(([key]) => !UNPUBLISHED.includes(key))
    .map(([key, label]): Pair => ({
      names: [''],
      column: label,
      places: [],
      before: written(then[key as keyof Front]),
      after: written(now[key as keyof Front]),
      at: { file, line: lineOf(source, key), column: label },
    }));

/** A list as one cell; 没有 is blank. */
function written(value: Front[keyof Front] | undefined): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('；') : String(value);
}

/** Where a key stands; the top where it stands no more. */
const lineOf = (source: string, key: string): number =>
  Math.max(
    source.split(/\r\n|\r|\n/).findIndex((line) => line.startsWith(`${key}:`)),
    0,
  ) + 1;
