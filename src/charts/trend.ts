import type { Indicator } from '../domain/indicator.ts';
import type { Column } from '../domain/issue.ts';
import type { Trend } from '../domain/trend.ts';
import { partName } from '../wording/trend-finding.ts';
import { axisNote, domainOf, numbersOf, type Domain } from './parts/domain.ts';
import { noteBlock } from './parts/axis.ts';
import { heading } from './parts/heading.ts';
import { keyBlock } from './parts/key.ts';
import { draw, stack, type Block } from './draw/scene.ts';
import { PAGES, type Page, type Size } from './draw/theme.ts';
import { isMissed, plot } from './trend-plot.ts';

/** What the key explains; the one office that set all targets is named. */
function columnsOf(trends: readonly Trend[]): Column[] {
  const [setter, ...others] = new Set(trends.flatMap(({ targets }) => targets.map((p) => p.setter)));
  const goal = `${others.length === 0 ? (setter ?? '') : ''}目标`;
  return [
    { role: 'achieved', label: '达到水平', period: null, setter: null },
    { role: 'baseline', label: '基期水平', period: null, setter: null },
    { role: 'target', label: goal, period: null, setter: null },
  ];
}

const PANEL_GAP = 28;

/** One indicator over the time of all bulletins, each area and kind of period in a panel: time runs to the right, better ranks and more of anything else are up. */
export function trendChart(trends: readonly Trend[], indicator: Indicator, size: Size, label: string): string {
  const page = PAGES[size];
  const panels = trends.map((trend) => {
    // Of one kind of period all areas share their scale.
    const alike = trends.filter(({ kind }) => kind === trend.kind);
    const domain = domainOf(numbersOf(numbersIn(alike)), indicator.unit, [indicator]);
    return { domain, block: panel(trend, trends, domain, indicator, page) };
  });
  const missed = new Set(trends.flatMap(({ values }) => values.filter(isMissed).map(({ o }) => o)));
  const key = keyBlock(columnsOf(trends), numbersIn(trends), page, {
    missed,
    upright: panels[0]?.domain.ranks ? 'down' : 'up',
  });
  return draw(
    stack(
      [
        key,
        stack(
          panels.map(({ block }) => block),
          PANEL_GAP,
        ),
      ],
      8,
    ),
    page.width,
    label,
  );
}

const numbersIn = (trends: readonly Trend[]) =>
  trends.flatMap(({ values, targets }) => [...values, ...targets].map(({ o }) => o));

function panel(trend: Trend, among: readonly Trend[], domain: Domain, indicator: Indicator, page: Page): Block {
  const name = partName(trend, among);
  const note = axisNote(domain, indicator.unit, '纵轴');
  return stack([
    ...(name === '' ? [] : [heading(name, [], page, page.width)]),
    ...(note === null ? [] : [noteBlock(note, page)]),
    plot(trend, domain, indicator, page, among.length),
  ]);
}
