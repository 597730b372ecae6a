import type { Trend } from '../domain/trend.ts';
import { outcomeOf, type TrendPoint } from '../domain/trend-point.ts';
import { OUTCOMES, spell } from '../wording/phrase.ts';
import type { Style } from './parts/label.ts';
import type { StripCell, StripRow } from './parts/strip.ts';
import { LOOKS, type Page } from './draw/theme.ts';

/** Under a plot over time: each target at its time, and below it in a word what became of it; of each office by itself. */
export function goalRows({ targets, levels }: Trend, apply: (at: number) => number, page: Page): StripRow[] {
  const bySetter = Map.groupBy(targets, ({ setter }) => setter);
  return [...bySetter].flatMap(([setter, points]) => {
    const of = bySetter.size > 1 ? (setter ?? '') : '';
    const outcomes = unlike(points.flatMap((p) => outcomeCell(p, apply, page)));
    return [
      { head: `${of}目标`, cells: unlike(points.map((p) => targetCell(p, levels.length > 1, apply, page))) },
      ...(outcomes.length > 0 ? [{ head: `${of}结果`, cells: outcomes }] : []),
    ];
  });
}

function targetCell({ o, at }: TrendPoint, isLevelled: boolean, apply: (at: number) => number, page: Page): StripCell {
  const style: Style = { size: page.note, weight: 400, ink: LOOKS.target.ink };
  return { x: apply(at), words: `${isLevelled ? (o.level ?? '') : ''}${spell(o)}`, style, framed: false };
}

function outcomeCell(p: TrendPoint, apply: (at: number) => number, page: Page): StripCell[] {
  const outcome = outcomeOf(p);
  if (outcome === null) return [];
  const missed = outcome === 'missed';
  const style: Style = { size: page.note, weight: missed ? 700 : 400, ink: missed ? 'ink' : 'muted' };
  return [{ x: apply(p.at), words: OUTCOMES[outcome], style, framed: missed }];
}

/** Two that say the same at one time are one. */
const unlike = (cells: readonly StripCell[]): StripCell[] => [
  ...new Map(cells.map((cell) => [`${cell.x} ${cell.words}`, cell])).values(),
];
