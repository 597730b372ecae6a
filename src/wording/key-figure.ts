import { chartAddress, figureAnchor, issueAddress } from '../publication/address.ts';
import { mainGroup, type Bulletin, type Group } from '../domain/issue.ts';
import { isExpected, isNumeric, type NumericObservation } from '../domain/observation.ts';
import { isExact } from '../domain/quantity.ts';
import { grouped, measured, spell } from './phrase.ts';
import { rowName } from './row-name.ts';
import { viewsByTarget } from './target-finding.ts';

export interface KeyFigure {
  readonly value: string;
  readonly unit: string;
  readonly label: string;
  /** From the root of the site. */
  readonly address: string;
}

/** Figures of the text that stand beside those of the table. */
const MOST_PICTURED = 2;

/**
 * At most four numbers for the top of a bulletin, by rule and not by taste: targets met, the first row of the main
 * table, then what the bulletin's own first picture of figures shows.
 */
export function keyFigures(bulletin: Bulletin): KeyFigure[] {
  const group = mainGroup(bulletin);
  const { number } = bulletin.issue;
  return [
    ...(group
      ? [
          ...[...viewsByTarget(bulletin.groups)]
            .slice(0, 2)
            .flatMap(([name, views]) => targetsMet(views, name, number)),
          ...firstRow(group, number),
        ]
      : []),
    ...pictured(bulletin),
  ];
}

/** Nothing where no target can be judged yet. */
function targetsMet(groups: readonly Group[], name: string, issue: number): KeyFigure[] {
  const outcomes = groups
    .flatMap((group) => group.rows.map((r) => r.comparison.outcome))
    .filter((outcome) => outcome !== 'no-target');
  if (outcomes.every((outcome) => outcome === 'pending')) return [];
  const met = outcomes.filter((outcome) => outcome === 'met').length;
  return [
    {
      value: `${met}/${outcomes.length}`,
      unit: '项',
      label: `${name}达到（${groups.map((group) => group.name).join('、')}）`,
      address: chartAddress(issue, groups[0]!.slug),
    },
  ];
}

function firstRow({ rows: [row] }: Group, issue: number): KeyFigure[] {
  if (!row || !isNumeric(row.cells.achieved)) return [];
  const { achieved, baseline } = row.cells;
  const when = achieved.period ? `，${achieved.period.label}` : '';
  const from = isNumeric(baseline) ? `（${baseline.period?.label ?? '基期'}${spell(baseline)}）` : '';
  return [
    { ...inLarge(achieved), label: `${rowName(row)}${when}${from}`, address: chartAddress(issue, row.indicator) },
  ];
}

function pictured({ issue, facts, pictured }: Bulletin): KeyFigure[] {
  return pictured.slice(0, MOST_PICTURED).flatMap((name) => {
    const fact = facts.find((f) => f.name === name);
    if (!isNumeric(fact)) return [];
    const label = `${fact.name}${fact.asOf ? `，截至${fact.asOf.label}` : ''}`;
    return [{ ...inLarge(fact), label, address: `${issueAddress(issue.number)}#${figureAnchor(facts, fact)}` }];
  });
}

/** A number in large digits: a plain one sets its unit small, a qualified one stays in one piece. */
export function inLarge(o: NumericObservation): { value: string; unit: string } {
  if (isExact(o.quantity) && !isExpected(o)) return { value: grouped(o.quantity.value), unit: measured(o.unit) };
  return { value: spell(o), unit: '' };
}
