import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { isNumeric } from '../../src/domain/observation.ts';
import { spell } from '../../src/wording/phrase.ts';
import { observationOf } from '../exports/observation.ts';
import type { ObservationRecord } from '../../src/exports/dataset/observation-record.ts';
import type { IssueRecord } from '../../src/exports/dataset/record.ts';
import { documentOf, pages, read } from './page.ts';

const charts = pages.filter((page) => /^issues\/\d+\/charts\//.test(page));

/** Digits as they stand, decimals and all. */
const numbers = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

const records = new Map<string, IssueRecord>();
function recordOf(page: string): IssueRecord {
  const number = page.split('/')[1]!;
  const known = records.get(number) ?? (JSON.parse(read(`issues/${number}/data/issue.json`)) as IssueRecord);
  records.set(number, known);
  return known;
}

function shown(page: string): ObservationRecord[] {
  const slug = page.split('/')[3]!;
  const { groups, observations } = recordOf(page);
  const group = groups.find((g) => g.slug === slug);
  const codes = group ? group.indicators : [slug];
  return observations.filter((o) => o.group !== null && o.indicator !== null && codes.includes(o.indicator));
}

test('there is a chart page for each indicator and each group, and one of its first version', () => {
  const { groups } = recordOf(charts[0]!);
  const slugs = groups.flatMap((g) => [g.slug, ...g.indicators]).sort();
  expect(
    charts
      .filter((page) => !page.includes('/v1/'))
      .map((page) => page.split('/')[3])
      .sort(),
  ).toEqual(slugs);
  expect(
    charts
      .filter((page) => page.includes('/v1/'))
      .map((page) => page.split('/')[3])
      .sort(),
  ).toEqual(slugs);
});

describe.each(charts)('%s', (page) => {
  const document = documentOf(page);
  const records = shown(page);
  const observations = records.map(observationOf);
  const said = observations.filter(isNumeric).map(spell);
  const drawings = [...document.querySelectorAll('.chart svg')].map((svg) =>
    [...svg.querySelectorAll('text')].map((t) => t.textContent ?? ''),
  );

  test('states every number of the JSON in both drawings', () => {
    expect(drawings).toHaveLength(2);
    for (const words of drawings) {
      const drawn = words.join(' ');
      expect(said.filter((number) => !drawn.includes(number))).toEqual([]);
    }
  });

  test('draws no number that is neither in the data, nor computed from it, nor on the axis', () => {
    const { comparisons } = recordOf(page);
    const codes = new Set(observations.map((o) => o.indicator));
    const computed = comparisons
      .filter((c) => codes.has(c.indicator))
      .flatMap((c) => [c.change, c.margin])
      .flatMap((d) => ('value' in d ? [d.value.replace('-', '')] : []));
    const known = new Set([
      ...said.flatMap(numbers),
      ...computed,
      ...observations.flatMap((o) => numbers(o.period?.label ?? '')),
      ...axis(document),
    ]);
    for (const words of drawings) expect(words.flatMap(numbers).filter((n) => !known.has(n))).toEqual([]);
  });

  test('states in its table what the JSON says, cell by cell', () => {
    const table = [...document.querySelectorAll('tbody td')].map((td) => (td.textContent ?? '').replace(/\s/g, ''));
    for (const o of observations)
      expect(
        table.some((cell) => cell.endsWith(spell(o).replace(/\s/g, ''))),
        spell(o),
      ).toBe(true);
  });

  test('states in the CSV what the JSON says', () => {
    const rows = csvParse(read(`issues/${page.split('/')[1]}/data/observations.csv`).replace(/^\ufeff/, ''));
    for (const o of records) {
      const row = rows.filter(
        (r) =>
          r['indicator'] === o.indicator &&
          r['role'] === o.role &&
          r['setter'] === (o.setter ?? '') &&
          r['period'] === (o.period?.code ?? '') &&
          r['area'] === (o.area ?? ''),
      );
      expect(row.map((r) => [r['value'], r['upper'], r['comparator'], r['status'], r['unit']])).toEqual([
        [o.value ?? '', o.upper ?? '', o.comparator ?? '', o.status, o.unit],
      ]);
    }
  });

  test('says its finding above the chart and to those who cannot see it', () => {
    const says = document.querySelector('.says')?.textContent ?? '';
    for (const svg of document.querySelectorAll('.chart svg')) {
      const label = svg.getAttribute('aria-label') ?? '';
      expect(says.startsWith(label.slice(label.indexOf('。') + 1))).toBe(true);
    }
  });
});

/** Tick labels: three plain numbers or more on one line, evenly spaced, the last with its unit; and where a cut axis begins. */
function axis(document: Document): string[] {
  const texts = [...(document.querySelector('.chart svg')?.querySelectorAll('text') ?? [])].map((t) => ({
    words: t.textContent ?? '',
    line: /,([-\d.]+)\)/.exec(t.getAttribute('transform') ?? '')?.[1] ?? t.getAttribute('y') ?? '',
  }));
  const lines = Map.groupBy(
    texts.filter(({ words }) => /^\d+(?:\.\d+)?(?:%|[\p{Script=Han}]+)?$/u.test(words)),
    ({ line }) => line,
  );
  return [...lines.values()].flatMap((line) => {
    const ticks = line.map(({ words }) => numbers(words)[0]!);
    const steps = ticks.slice(1).map((tick, k) => Number(tick) - Number(ticks[k]));
    const even = steps.every((step) => Math.abs(step - steps[0]!) < 1e-9);
    return ticks.length > 2 && even ? ticks : [];
  });
}
