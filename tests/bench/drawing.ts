import type { CheckedLibrary } from '../../src/check/library.ts';
import { isAligned, stripsOf } from '../../src/charts/aligned/strips.ts';
import { drawingsOf, levelsOf, type Drawings } from '../../src/charts/drawing.ts';
import { figuresChart } from '../../src/charts/figures.ts';
import { historyDrawings, historySparkline } from '../../src/charts/history.ts';
import { isNumeric, type Observation } from '../../src/domain/observation.ts';
import type { Bulletin } from '../../src/domain/issue.ts';
import { targetViews } from '../../src/domain/target-view.ts';
import { listed } from '../../src/ingest/prose/tag.ts';
import type { ReconciledBulletin } from '../../src/reconcile/bulletin.ts';
import { indicatorsOf, type Library } from '../../src/publication/library.ts';
import { chartsOf, type Chart } from '../../src/wording/chart.ts';
import { historyOf, type History } from '../../src/wording/history.ts';
import { spell } from '../../src/wording/phrase.ts';

/** A drawing of a page, drawn when it is asked for. */
export type Drawing = () => string;

type Indicators = Library['indicators'];

/** On the pages of a bulletin: charts of its tables and rows, strips at the targets. */
export const tableDrawings = (bulletin: Bulletin, indicators: Indicators): Drawing[] =>
  chartsOf(bulletin, indicators).flatMap((chart) => chartDrawings(chart, indicators));

/** In its text: bars of figures. */
export const figureDrawings = (bulletin: ReconciledBulletin): Drawing[] =>
  bulletin.components
    .filter(({ name }) => name === 'Figures')
    .flatMap(({ attributes }) => barDrawings(bulletin, listed(attributes.get('of')), listed(attributes.get('beside'))));

/** Of an indicator over time, its line in the list apart. */
const historyDrawing = (history: History): Drawing[] => both(() => historyDrawings(history));
export const sparkDrawing =
  (history: History): Drawing =>
  () =>
    historySparkline(history) ?? '';

const both = (drawings: () => Drawings): Drawing[] => [() => drawings().wide, () => drawings().narrow];

function chartDrawings(chart: Chart, indicators: Indicators): Drawing[] {
  const { group, row } = chart;
  const answer = both(() => drawingsOf(chart, indicators));
  if (row || !isAligned(group, indicators)) return answer;
  return [...answer, ...both(() => levelsOf(chart, indicators)), ...stripDrawings(chart, indicators)];
}

function stripDrawings({ group }: Chart, indicators: Indicators): Drawing[] {
  const rows = targetViews(group).flatMap((view) => view.rows);
  let strips: ReturnType<typeof stripsOf> | undefined;
  return rows.map((row) => () => {
    strips ??= stripsOf(group, rows, indicators);
    const drawn = strips(row);
    return 'svg' in drawn ? drawn.svg : '';
  });
}

function barDrawings({ facts }: ReconciledBulletin, of: readonly string[], beside: readonly string[]): Drawing[] {
  const named = (name: string | undefined): Observation | undefined => facts.find((o) => o.name === name);
  const figures = of.flatMap((name, i) => {
    const [o, companion] = [named(name), named(beside[i])];
    return isNumeric(o) ? [{ o, name: o.name, beside: companion ? companion.name + spell(companion) : null }] : [];
  });
  const words = figures.map(({ o, ...figure }) => [o.name + spell(o), ...(figure.beside ? [figure.beside] : [])]);
  const label = `${words.map((one) => one.join('，')).join('；')}。`;
  return (['wide', 'narrow'] as const).map((size) => () => figuresChart(figures, size, label));
}

/** All of a library that its pages show. */
export const libraryDrawings = (library: CheckedLibrary): Drawing[] => [
  ...[...library.editions.values()]
    .flat()
    .flatMap((edition) => tableDrawings(edition.bulletin, indicatorsOf(edition, library))),
  ...library.bulletins.flatMap(figureDrawings),
  ...[...library.indicators.values()].flatMap((indicator) => {
    const history = historyOf(indicator, library.bulletins);
    return [...historyDrawing(history), sparkDrawing(history)];
  }),
];
