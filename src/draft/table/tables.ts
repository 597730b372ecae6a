import { measureOf } from '../../ingest/table/measure.ts';
import type { Registry } from '../../ingest/table/registry.ts';
import type { Table } from '../word/html.ts';
import type { Outline } from '../word/outline.ts';
import { areaSheet, commonMeasure, isByArea } from './area.ts';
import { comparisonOf, printedSheet, type Comparison } from './comparison.ts';
import { headerOf, isRoles, type Header } from './heading.ts';
import { tight, type RowsOf } from './row.ts';
import { sheetOf, type Sheet } from './sheet.ts';
import { indicatorIn, titleOf, unitOfMeasure, type Title } from './title.ts';

/** The tables of a file, each to be a file of its own. */
export interface Tables {
  readonly sheets: readonly Sheet[];
  /** The one table that stands in comparison.csv, with what is to be said of it. */
  readonly form: { readonly comparison: Comparison; readonly remarks: Sheet['remarks'] } | undefined;
  /** All comparisons, for the registry. */
  readonly comparisons: readonly Comparison[];
  /** What the columns of its tables of areas measure, for the registry. */
  readonly measures: readonly { readonly name: string; readonly unit: string; readonly parent: string }[];
  readonly tags: ReadonlyMap<Table, string>;
  readonly areas: readonly string[];
  readonly left: readonly string[];
}

type Kind = 'comparison' | 'area' | 'plain';

/** 对照表, 地区表, 原表: what the rows of a printed table are. */
function kindOf(table: Table, header: Header): Kind {
  const { headings } = header;
  if (headings.some(isRoles) && (headings.includes('指标') || commonMeasure(header) !== undefined)) return 'comparison';
  return isByArea(header, table) ? 'area' : 'plain';
}

/** Whether a table of the file is one that is modelled. */
export const isModelled = (table: Table): boolean => kindOf(table, headerOf(table)) !== 'plain';

/** A printed table with its name and the file it goes into. */
interface Named {
  readonly table: Table;
  readonly header: Header;
  readonly kind: Kind;
  readonly title: Title;
  readonly name: string;
}

/** @param folder of the bulletin's tables */
export function tablesOf({ items }: Outline, folder: string, registry: Registry): Tables {
  const printed = items.filter((item) => item.kind === 'table');
  const left = printed.filter(isEmpty).map((table) => `表“${firstLine(table)}”不是对照表，没有录入`);
  const named = namesOf(printed.filter((table) => !isEmpty(table)).map((table) => aboutOf(table, items)));
  const drafted = named.map((n) => draftedOf(n, folder, registry));
  const form = drafted.find(({ named: { name } }) => name === FORM)?.modelled;
  return {
    sheets: drafted.flatMap(({ sheet }) => sheet ?? []),
    form,
    comparisons: drafted.flatMap(({ modelled }) => modelled?.comparison ?? []),
    measures: drafted.flatMap(({ named: { kind }, sheet }) =>
      kind === 'area' && sheet ? sheet.header.flatMap((heading) => measureIn(heading, registry)) : [],
    ),
    tags: new Map(named.map(({ table, kind, name }) => [table, tagOf(kind, name)])),
    areas: [...new Set(named.flatMap(areasIn))],
    left,
  };
}

const isEmpty = ({ rows }: Table): boolean => rows.length < 2;
const firstLine = ({ rows }: Table): string => (rows[0] ?? []).filter(Boolean).join('、').slice(0, 40);

const tagOf = (kind: Kind, name: string): string =>
  kind === 'plain' ? `<Table name="${name}" />` : `<Comparison group="${name}" />`;

function aboutOf(table: Table, items: Outline['items']): Omit<Named, 'name'> {
  const header = headerOf(table);
  return { table, header, kind: kindOf(table, header), title: titleOf(items, table) };
}

/** The table of comparison.csv. */
const FORM = '附表';

/** Each its own name: that of the bulletin, 附表 for the first comparison without a number, else 附表2, 附表3. */
function namesOf(all: readonly Omit<Named, 'name'>[]): Named[] {
  const taken = new Set<string>();
  return all.map((about) => {
    const given = about.title.name !== null && /\d$/.test(about.title.name) ? about.title.name : null;
    const wanted = given ?? (about.kind === 'comparison' ? FORM : '附表1');
    let name = wanted;
    for (let n = 2; taken.has(name); n += 1) name = given === null ? `附表${n}` : `${given}之${n}`;
    taken.add(name);
    return { ...about, name };
  });
}

interface Drafted {
  readonly named: Named;
  /** Undefined for the one that stands in comparison.csv. */
  readonly sheet: Sheet | undefined;
  readonly modelled: Tables['form'];
}

function draftedOf(named: Named, folder: string, registry: Registry): Drafted {
  const { table, header, kind, title, name } = named;
  const path = `${folder}/${name}.csv`;
  if (kind === 'plain') return { named, sheet: plainSheet(path, table, header), modelled: undefined };
  if (kind === 'area') {
    const sheet = areaSheet(path, table, header, title, registry);
    return { named, sheet: { ...sheet, remarks: [...sheet.remarks, ...mergedIn(table, header)] }, modelled: undefined };
  }
  const about = rowsOf(named, registry);
  const comparison = comparisonOf(table, about);
  const remarks: Sheet['remarks'] = [
    ...(about.measure ? [['table', measureRemark(about.measure)] as const] : []),
    ...comparison.left.map((text) => ['left-out', text] as const),
    ...mergedIn(table, header),
  ];
  const sheet = name === FORM ? undefined : printedSheet(path, comparison, remarks);
  return { named, sheet, modelled: { comparison, remarks } };
}

function rowsOf({ header, title, name }: Named, registry: Registry): RowsOf {
  const word = commonMeasure(header);
  if (word === undefined) return { header, group: name, registry, measure: null };
  const indicator = indicatorIn(title.text, word, registry);
  const unit = registry.find(indicator)?.unit ?? unitOfMeasure(indicator, title.text);
  return { header, group: name, registry, measure: { name: indicator, unit } };
}

const measureRemark = ({ name, unit }: NonNullable<RowsOf['measure']>): string =>
  `各行是地区，“指标”列写作“${name}”${unit === '' ? '，“单位”列空着' : `，“单位”列写作“${unit}”`}，取自表名和列名`;

/** Merged cells of the lines that are taken over: each part is given the text of the whole. */
function mergedIn({ copies }: Table, { headings, texts, height }: Header): Sheet['remarks'] {
  const taken = copies.filter(([row, i]) => row >= height && headings[i] !== undefined && headings[i] !== '一级指标');
  const where = [...new Set(taken.map(([, i]) => `“${texts[i]!}”`))].join('');
  return taken.length > 0 ? [['table', `${where}列里有合并的单元格，每一格都照录了合并格的文字`]] : [];
}

function measureIn(heading: string, registry: Registry): Tables['measures'] {
  const measure = measureOf(heading, registry);
  return measure ? [{ name: measure.name, unit: measure.unit ?? '', parent: '' }] : [];
}

function plainSheet(path: string, table: Table, { texts, height }: Header): Sheet {
  const columns = texts.map((heading, i) => ({ heading, cell: (cells: readonly string[]) => cells[i] ?? '' }));
  const remarks: Sheet['remarks'] = [
    ['table', '不是对照表，也不是地区表，照原样印出，其中的数不核对；应当核对的，照填写说明第三节改写表头'],
  ];
  return sheetOf(path, columns, table.rows.slice(height), () => [], remarks);
}

function areasIn({ table, header: { headings, height } }: Named): string[] {
  const at = headings.indexOf('地区');
  return at < 0 ? [] : table.rows.slice(height).flatMap((cells) => tight(cells[at] ?? '') || []);
}
