import { chartAddress } from '../domain/address.ts';
import type { Comparison } from '../domain/comparison.ts';
import { groupFinding, rowFinding } from '../domain/finding.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin, Group, Row } from '../domain/issue.ts';
import { groupNotes, rowNotes } from '../domain/note.ts';
import { groupTitle, rowTitle } from '../domain/title.ts';
import { ALL_FIELDS, explained, type ColumnName, type Field } from './field.ts';
import { newsline } from './newsline.ts';
import type { Publication } from './publication.ts';
import { datasetWork, fullAddress } from './record.ts';
import { csv, lines, type Line } from './tidy.ts';

/** What a chart shows: a whole group, or one row of it. */
export interface Shown {
  readonly group: Group;
  readonly row?: Row;
}

/** A column's value as JSON: counts and years are numbers; decimals stay the strings they were printed as. */
export type Entry = Readonly<Record<ColumnName, string | number | null>>;

/** A chart's data with all that is needed to use it without its page. `fields` describes `observations`. */
export interface ChartRecord {
  readonly title: string;
  readonly finding: string;
  readonly unit: string;
  readonly city: string;
  readonly source: { readonly office: string; readonly series: string; readonly issue: number; readonly title: string; readonly date: string; readonly places: readonly string[] };
  readonly version: number;
  readonly released: string | null;
  readonly address: string | null;
  readonly licence: { readonly name: string; readonly url: string } | null;
  readonly citation: string;
  readonly notes: readonly string[];
  readonly fields: readonly { readonly name: string; readonly title: string; readonly meaning: string; readonly type: Field['type'] }[];
  readonly observations: readonly Entry[];
  readonly comparisons: readonly Comparison[];
}

const rowsOf = ({ group, row }: Shown): readonly Row[] => (row ? [row] : group.rows);

/** Lines of the bulletin's observations that a chart shows; a figure of the text is none, even of the same indicator. */
function linesOf(bulletin: Bulletin, shown: Shown): Line[] {
  const codes = new Set(rowsOf(shown).map((r) => r.indicator));
  return lines(bulletin).filter((l) => l.role !== 'stated' && l.indicator !== null && codes.has(l.indicator));
}

/** The rows of `observations.csv` that a chart shows, as they stand there. */
export const chartCsv = (bulletin: Bulletin, shown: Shown): string => csv(linesOf(bulletin, shown));

const numeric = new Set(ALL_FIELDS.filter(({ type }) => type === 'integer' || type === 'year').map(({ name }) => name));

const entry = (l: Line): Entry => Object.fromEntries(Object.entries(l).map(([name, value]) => [name, value !== null && numeric.has(name) ? Number(value) : value])) as Entry;

export function chartRecord(bulletin: Bulletin, shown: Shown, indicators: ReadonlyMap<string, Indicator>, publication: Publication): ChartRecord {
  const { group, row } = shown;
  const { issue, version, released } = bulletin;
  const { office, series, city, licence } = publication;
  const slug = row?.indicator ?? group.slug;
  const title = row ? rowTitle(row, group) : groupTitle(group);
  const address = fullAddress(publication, chartAddress(issue.number, slug));
  return {
    title,
    finding: row ? rowFinding(row, group) : groupFinding(group, indicators).join(''),
    unit: group.unit,
    city,
    source: { office, series, issue: issue.number, title: issue.title, date: issue.date, places: [...new Set(rowsOf(shown).map((r) => r.place))] },
    version,
    released,
    address,
    licence,
    citation: newsline({ ...datasetWork(bulletin, publication), kind: 'chart', slug, title, address }),
    notes: row ? rowNotes(row, group, bulletin, indicators.get(row.indicator)?.definition ?? null) : groupNotes(group),
    fields: ALL_FIELDS.map((field) => ({ name: field.name, title: field.title, meaning: explained(field), type: field.type })),
    observations: linesOf(bulletin, shown).map(entry),
    comparisons: rowsOf(shown).map((r) => r.comparison),
  };
}

export const chartJson = (...chart: Parameters<typeof chartRecord>): string => `${JSON.stringify(chartRecord(...chart), null, 1)}\n`;
