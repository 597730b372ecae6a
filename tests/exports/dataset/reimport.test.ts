import { csvFormatRows, csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sources } from '../../../src/catalog.ts';
import type { Role, Observation } from '../../../src/domain/observation.ts';
import type { Comparator } from '../../../src/domain/quantity.ts';
import { phrase } from '../../../src/wording/phrase.ts';
import { issueJson, type IssueRecord } from '../../../src/exports/dataset/record.ts';
import { ALL_FIELDS } from '../../../src/exports/dataset/field.ts';
import { DATA_COLUMNS, dataRows, tidy, unsafe, type DataRow } from '../../../src/exports/dataset/csv.ts';
import { workbook } from '../../../src/exports/dataset/workbook.ts';
import { assemble } from '../../../src/check/assemble.ts';
import { table } from '../described.ts';
import { everyBulletin } from '../every.ts';
import { observationOf, quantityOf } from '../observation.ts';
import { bulletin, inside, nasty } from '../fixture.ts';
import { seen } from './spreadsheet.ts';

const all = [...everyBulletin, ['odd texts', nasty] as const];

/** A file's rows as lines: an empty cell holds nothing, an apostrophe of a text is taken away. */
function linesFrom(csv: string): DataRow[] {
  const [head, ...rows] = csvParseRows(csv.slice(1, -2));
  const valueOf = (cell: string, i: number): string | null => {
    if (cell === '') return null;
    return ALL_FIELDS[i]!.type === 'string' ? unsafe(cell) : cell;
  };
  return rows.map((row) => Object.fromEntries(head!.map((name, i) => [name, valueOf(row[i]!, i)])) as DataRow);
}

/** No file can tell an empty text from none; the reader of bulletins makes no empty ones. */
const filled = (l: DataRow): DataRow =>
  Object.fromEntries(Object.entries(l).map(([name, value]) => [name, value === '' ? null : value])) as DataRow;

test('observations.csv read back gives every column of every observation', () => {
  for (const [name, b] of all) expect(linesFrom(tidy(b)), name).toEqual(dataRows(b).map(filled));
});

test('observations.xlsx read back gives the same, digits as printed', async () => {
  for (const [name, b] of all) {
    const [head, ...rows] = await seen(workbook(b, inside), '数据', 1);
    expect(head!.map(({ shown }) => shown)).toEqual(DATA_COLUMNS);
    expect(
      rows.map((row) => Object.fromEntries(DATA_COLUMNS.map((column, i) => [column, row[i]!.shown]))),
      name,
    ).toEqual(dataRows(b).map(filled));
  }
});

test('observations.xlsx read back gives any text', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 20 }), async (texts) => {
      const observations = texts.map((note) => ({ ...bulletin.observations[0]!, note }));
      const [, ...rows] = await seen(workbook({ ...bulletin, observations }, inside), '数据', 1);
      expect(rows.map((row) => row[DATA_COLUMNS.indexOf('note')]!.shown)).toEqual(texts.map((text) => text || null));
    }),
    { numRuns: 60 },
  ));

test('issue.json read back gives the very observations', () => {
  for (const [name, b] of all)
    expect((JSON.parse(issueJson(b)) as IssueRecord).observations.map(observationOf), name).toEqual(b.observations);
});

const ROLES: readonly Role[] = ['baseline', 'target', 'achieved', 'frontier'];
const HEADINGS: Readonly<Record<string, string>> = {
  baseline: '年评价水平',
  target: '年省定目标',
  achieved: '年达到水平',
};

/** comparison.csv and facts.csv as staff would type them from the rows of observations.csv, and nothing else. */
function typed(
  rows: readonly DataRow[],
  cell: (l: DataRow, level: string | null) => string,
): { comparison: string; facts: string } {
  const tables = rows.filter((l) => l.role !== 'stated');
  const headings = ROLES.map((role) =>
    role === 'frontier' ? '国内前沿水平' : `${tables.find((l) => l.role === role)?.period}${HEADINGS[role]}`,
  );
  const comparison = [...Map.groupBy(tables, (l) => l.indicator).values()].map((own) => {
    const of = (role: Role): DataRow | undefined => own.find((l) => l.role === role);
    const levels = new Set(own.filter((l) => l.role !== 'frontier').map((l) => l.level));
    const level = levels.size === 1 ? [...levels][0]! : null;
    const { group, name, unit, source } = own[0]!;
    const cells = ROLES.map((role) => (of(role) ? cell(of(role)!, level) : ''));
    return [
      group,
      name,
      unit,
      level,
      ...cells,
      of('achieved')?.asOf,
      source,
      own.find((l) => l.note !== null)?.note,
    ].map((text) => text ?? '');
  });
  const facts = rows
    .filter((l) => l.role === 'stated')
    .map((l) => [l.name, cell(l, l.level), l.unit, l.asOf, l.level, l.source, l.note].map((text) => text ?? ''));
  return {
    comparison: csvFormatRows([['组', '指标', '单位', '层级', ...headings, '达到时点', '出处', '备注'], ...comparison]),
    facts: csvFormatRows([['指标', '数值', '单位', '时点', '层级', '出处', '备注'], ...facts]),
  };
}

function reassembled(cell: (l: DataRow, level: string | null) => string): readonly Observation[] {
  const { head, rows } = table(bulletin);
  expect(head).toEqual(DATA_COLUMNS);
  expect(rows).toHaveLength(bulletin.observations.length);
  const { comparison, facts } = typed(linesFrom(tidy(bulletin)), cell);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const kept = sources('.').filter(({ path }) => path === 'data/indicators.csv' || path === 'content/issues/48.mdx');
  expect(kept).toHaveLength(2);
  return assemble([
    ...kept,
    { path: 'data/issues/48/comparison.csv', bytes: bytes(comparison) },
    { path: 'data/issues/48/facts.csv', bytes: bytes(facts) },
  ]).bulletins[0]!.observations;
}

/** The file has no column for 关联指标 and 关系, by design: they are said on the pages and in issue.json. */
const unrelated = (o: Observation): Observation => ({ ...o, relation: null });

/** A cell typed anew from what the columns mean, not from what stood there. */
function respelt(l: DataRow, level: string | null): string {
  if (l.value === null) return l.text === null ? l.missingReason! : `${l.area}：${l.text}`;
  const quantity = quantityOf(l.value, l.upper, l.comparator as Comparator);
  return `${l.level === level || l.level === null ? '' : l.level}${l.status === 'F' ? '预计' : ''}${phrase(quantity, l.unit!)}`;
}

describe('observations.csv typed back into comparison.csv and facts.csv, and read by the reader of bulletins', () => {
  test('gives identical observations, all fields but relation, which the file does not carry', () =>
    expect(reassembled((l) => l.printed!)).toEqual(bulletin.observations.map(unrelated)));

  test('gives them also from value, comparator, status and level alone, all but the cell’s wording (printed)', () =>
    expect(reassembled(respelt).map((o) => ({ ...o, printed: '' }))).toEqual(
      bulletin.observations.map((o) => ({ ...unrelated(o), printed: '' })),
    ));
});
