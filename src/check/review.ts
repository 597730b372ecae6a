import Big from 'big.js';
import { issueFinding } from '../wording/finding.ts';
import type { Row } from '../domain/issue.ts';
import { isExact, lowerOf } from '../domain/quantity.ts';
import { isExpected, isNumeric, isTimeless, type NumericObservation } from '../domain/observation.ts';
import { spellAsFiled } from '../wording/phrase.ts';
import { rowName } from '../wording/row-name.ts';
import type { Assembled } from './assemble.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import { statedOtherwise } from './stated-otherwise.ts';
import type { Code } from '../ingest/problem/checks.ts';
import { problemOf, type Problem, type Words } from '../ingest/problem/problem.ts';

export interface Release {
  readonly bulletin: ReconciledBulletin;
  /** Still to be looked at; a stale acknowledgement is one of them. */
  readonly open: readonly Problem[];
  readonly acknowledged: readonly Problem[];
}

/** Steps before a move counts as unusual: with fewer, the history suggests nothing. */
const HISTORY = 3;

/** What a careful editor would want looked at before the newest bulletin is published. */
export function release({ bulletins, indicators }: Assembled): Release | undefined {
  const bulletin = bulletins.at(-1);
  if (!bulletin) return undefined;
  const earlier = bulletins.slice(0, -1);
  const number = bulletin.issue.number;
  const [text, registry] = [`content/issues/${number}.mdx`, 'data/indicators.csv'];
  const rows = bulletin.groups.flatMap(({ file, rows }) => rows.map((row) => ({ row, file })));
  const all: Problem[] = rows.flatMap(({ row, file }) => {
    const indicator = indicators.get(row.indicator);
    const reached = row.cells.achieved;
    // From a change of its definition on, an indicator is another.
    const since = indicator?.breaks.findLast(({ issue }) => issue <= number)?.issue ?? 0;
    const alike = earlier.filter(({ issue }) => issue.number >= since);
    return [
      ...(indicator?.definition === null ? [warn('release/no-definition', registry, row.name, {})] : []),
      ...(indicator?.nameEn === null ? [warn('release/no-english-name', registry, row.name, {})] : []),
      ...(isNumeric(reached) && !isExpected(reached) && isTimeless(reached)
        ? [warn('release/no-as-of', file, rowName(row), {})]
        : []),
      ...move(row, earlier).map((words) => warn('release/large-move', file, rowName(row), words)),
      ...statedOtherwise(row, alike).map(({ column, now, before }) =>
        warn('release/stated-otherwise', file, rowName(row), {
          column,
          other: before.issue,
          before: before.printed,
          after: now.printed,
        }),
      ),
    ];
  });
  const previous = earlier.findLast((b) => b.issue.topic === bulletin.issue.topic);
  for (const { indicator, area, name } of previous?.groups.flatMap((g) => g.rows) ?? []) {
    if (!rows.some(({ row }) => row.indicator === indicator && row.area === area))
      all.push(
        warn('release/indicator-gone', bulletin.groups[0]?.file ?? text, rowName({ name, area }), {
          other: previous!.issue.number,
        }),
      );
  }
  if (issueFinding(bulletin, indicators).length === 0) all.push(warn('release/no-summary', text, null, {}));
  const told = new Set<string>(all.map((p) => p.code));
  const known = new Set(bulletin.issue.acknowledged);
  const stale = [...known]
    .filter((code) => !told.has(code))
    .map((code) => warn('release/stale-acknowledgement', text, code, {}));
  return {
    bulletin,
    open: [...all.filter((p) => !known.has(p.code)), ...stale],
    acknowledged: all.filter((p) => known.has(p.code)),
  };
}

/** A warning of a file; its hint names its own code, which acknowledges it. */
const warn = <C extends Code>(code: C, file: string, found: string | null, words: Omit<Words<C>, 'code'>): Problem =>
  problemOf(code, { file }, found, { ...words, code });

/** The words of a warning where the latest step is more than twice any earlier one. */
function move(row: Row, earlier: readonly ReconciledBulletin[]): Omit<Words<'release/large-move'>, 'code'>[] {
  const exact = (r: Row): NumericObservation[] =>
    isNumeric(r.cells.achieved) && isExact(r.cells.achieved.quantity) && !isExpected(r.cells.achieved)
      ? [r.cells.achieved]
      : [];
  const numberOf = (o: NumericObservation): Big => new Big(lowerOf(o.quantity));
  const [now] = exact(row);
  const before = earlier.flatMap((b) =>
    b.groups.flatMap((g) => g.rows.filter((r) => r.indicator === row.indicator && r.area === row.area).flatMap(exact)),
  );
  const last = before.at(-1);
  if (!now || !last || before.length <= HISTORY) return [];
  const steps = before.slice(1).map((o, i) => numberOf(o).minus(numberOf(before[i]!)).abs());
  const usual = steps.reduce((a, b) => (a.gt(b) ? a : b));
  const step = numberOf(now).minus(numberOf(last)).abs();
  return step.gt(usual.times(2))
    ? [{ other: last.issue, before: spellAsFiled(last), after: spellAsFiled(now), usual: usual.toFixed() }]
    : [];
}
