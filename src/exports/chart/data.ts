import { onlyUnit } from '../../domain/issue.ts';
import { notesOf, rowsOf, type Chart, chartUnits } from '../../wording/chart.ts';
import { observationsOfIndicator } from '../../domain/of-indicator.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { ALL_FIELDS, explained, type ColumnName, type Field } from '../dataset/field.ts';
import { newsline } from '../cite/newsline.ts';
import type { Publication } from '../../publication/publication.ts';
import { comparisonRecord, type ComparisonRecord } from '../dataset/comparison-record.ts';
import { csv, dataRows, type DataRow } from '../dataset/csv.ts';
import { chartWork } from '../cite/work.ts';

/** A column's value as JSON: counts are numbers; decimals stay the strings they were printed as. */
type DataEntry = Readonly<Record<ColumnName, string | number | null>>;

/** A chart's data with all that is needed to use it without its page. `fields` describes `observations`. */
export interface ChartRecord {
  readonly title: string;
  readonly finding: string;
  /** Null where its rows have several: each observation has its own. */
  readonly unit: string | null;
  readonly city: string;
  readonly source: {
    readonly office: string;
    readonly series: string;
    readonly issue: number;
    readonly title: string;
    readonly date: string;
    readonly places: readonly string[];
  };
  readonly version: number;
  readonly released: string | null;
  readonly address: string | null;
  readonly licence: { readonly name: string; readonly url: string } | null;
  readonly citation: string;
  readonly notes: readonly string[];
  readonly fields: readonly {
    readonly name: string;
    readonly title: string;
    readonly meaning: string;
    readonly type: Field['type'];
  }[];
  readonly observations: readonly DataEntry[];
  readonly comparisons: readonly ComparisonRecord[];
}

/** Lines of the bulletin's observations that a chart shows; a figure of the text is none, even of the same indicator. */
function linesOf(chart: Chart): DataRow[] {
  const key = (indicator: string | null, place: string | null): string => `${indicator}|${place}`;
  const shown = new Set(rowsOf(chart).map((r) => key(r.indicator, r.place)));
  const { bulletin, indicator } = chart;
  const all = indicator === null ? bulletin.observations : observationsOfIndicator(bulletin, indicator);
  return dataRows(
    bulletin,
    all.filter((o) => o.role !== 'stated' && shown.has(key(o.indicator, o.source.place))),
  );
}

/** The rows of `observations.csv` that a chart shows, as they stand there. */
export const chartCsv = (chart: Chart): string => csv(linesOf(chart));

const numeric = new Set<string>(ALL_FIELDS.filter(({ type }) => type === 'integer').map(({ name }) => name));

export const dataEntry = (l: DataRow): DataEntry =>
  Object.fromEntries(
    Object.entries(l).map(([name, value]) => [name, value !== null && numeric.has(name) ? Number(value) : value]),
  ) as DataEntry;

export function chartRecord(
  chart: Chart,
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
): ChartRecord {
  const {
    title,
    sentences,
    bulletin: { issue, version, released },
  } = chart;
  const { office, series, city, licence } = publication;
  const work = chartWork(chart, publication);
  return {
    title,
    finding: sentences.join(''),
    unit: onlyUnit(chartUnits(chart)),
    city,
    source: {
      office,
      series,
      issue: issue.number,
      title: issue.title,
      date: issue.date,
      places: [...new Set(rowsOf(chart).map((r) => r.place))],
    },
    version,
    released,
    address: work.address,
    licence,
    citation: newsline(work),
    notes: notesOf(chart, indicators),
    fields: ALL_FIELDS.map((field) => ({
      name: field.name,
      title: field.title,
      meaning: explained(field),
      type: field.type,
    })),
    observations: linesOf(chart).map(dataEntry),
    comparisons: rowsOf(chart).map((r) => comparisonRecord(r.comparison)),
  };
}

export const chartJson = (...chart: Parameters<typeof chartRecord>): string =>
  `${JSON.stringify(chartRecord(...chart), null, 1)}\n`;
