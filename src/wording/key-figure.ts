import { chartAddress, figureAnchor, issueAddress } from '../publication/address.ts';
import { mainGroup, type Bulletin } from '../domain/issue.ts';
import { isExpected, isNumeric, type Observation } from '../domain/observation.ts';
import { measured, phrase, spell } from './phrase.ts';

export interface KeyFigure {
  readonly value: string;
  readonly unit: string;
  readonly label: string;
  /** From the root of the site. */
  readonly address: string;
}

/**
 * At most four numbers for the top of a bulletin, by rule and not by taste: targets met, the first row of the main
 * table, then what the bulletin's own first picture of figures shows.
 */
export function keyFigures(bulletin: Bulletin): KeyFigure[] {
  const group = mainGroup(bulletin);
  const number = bulletin.issue.number;
  const found: KeyFigure[] = [];
  const judged = group?.rows.filter((r) => r.comparison.outcome !== 'no-target') ?? [];
  const known = judged.some((r) => r.comparison.outcome !== 'pending');
  if (group && known) {
    const met = judged.filter((r) => r.comparison.outcome === 'met').length;
    const setBy = group.columns.find((c) => c.role === 'target')?.setBy ?? '';
    found.push({
      value: `${met}/${judged.length}`,
      unit: '项',
      label: `${setBy}目标达到（${group.name}）`,
      address: chartAddress(number, group.slug),
    });
  }
  const first = group?.rows[0];
  if (first && isNumeric(first.cells.achieved)) {
    const { baseline } = first.cells;
    found.push({
      ...split(first.cells.achieved),
      label: `${first.name}${first.cells.achieved.period ? `，${first.cells.achieved.period.label}` : ''}${isNumeric(baseline) ? `（${baseline.period?.label ?? '基期'}${spell(baseline)}）` : ''}`,
      address: chartAddress(number, first.indicator),
    });
  }
  for (const name of bulletin.pictured.slice(0, 2)) {
    const o = bulletin.facts.find((f) => f.name === name);
    if (isNumeric(o))
      found.push({
        ...split(o),
        label: `${o.name}${o.asOf ? `，截至${o.asOf.label}` : ''}`,
        address: `${issueAddress(number)}#${figureAnchor(bulletin.facts, o)}`,
      });
  }
  return found;
}

/** A plain number sets its unit small; a qualified one stays in one piece. */
function split(o: Observation): { value: string; unit: string } {
  if (!isNumeric(o)) return { value: spell(o), unit: '' };
  if (o.comparator === 'eq' && !isExpected(o)) return { value: o.value, unit: measured(o.unit) };
  return { value: `${isExpected(o) ? '预计' : ''}${phrase(o, o.unit)}`, unit: '' };
}
