import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkRoot, publishable, readRoot, type RootFiles } from '../../src/catalog.ts';
import type { CheckedLibrary } from '../../src/check/library.ts';
import { planOf } from '../../src/units/plan.ts';

const years = readRoot(join(import.meta.dirname, '../roots/years'));
const libraryOf = (read: RootFiles): CheckedLibrary => publishable(read, checkRoot(read));

/** The root with words of a file replaced. */
const changed = (path: string, from: string, to: string): RootFiles => ({
  ...years,
  files: years.files.map((file) => {
    if (file.path !== path) return file;
    const text = new TextDecoder().decode(file.bytes);
    expect(text).toContain(from);
    return { ...file, bytes: new TextEncoder().encode(text.replace(from, to)) };
  }),
});

/** The root without a bulletin. */
const without = (number: number): RootFiles => ({
  ...years,
  files: years.files.filter(({ path }) => !path.includes(`/${number}.mdx`) && !path.includes(`/issues/${number}/`)),
});

const digests = (library: CheckedLibrary): Map<string, string> =>
  new Map([...planOf(library)].map(({ name, digest }) => [name, digest]));
const before = digests(libraryOf(years));

/** Names of the units that a change makes due, those of the whole site apart. */
const due = (read: RootFiles): string[] => {
  const now = [...digests(libraryOf(read))].filter(([name, digest]) => before.get(name) !== digest);
  const whole = ['search', 'data', 'lists', 'catalog'];
  expect(now.map(([name]) => name).filter((name) => !name.includes('/'))).toEqual(whole);
  return now.map(([name]) => name).filter((name) => name.includes('/'));
};

test('the units of a site are its bulletins, its indicators and those of the whole, the catalogue of all files last', () => {
  const names = [...before.keys()];
  expect(names).toEqual([
    ...[52, 51, 50, 49, 48].map((number) => `issue/${number}`),
    ...[...libraryOf(years).indicators.keys()].map((code) => `indicator/${code}`),
    ...['search', 'data', 'lists', 'catalog'],
  ]);
});

test('a bulletin from 250 on begins an index of search of its own, and leaves the earlier one as it was', () => {
  const numbered = (read: RootFiles): RootFiles => ({
    ...read,
    files: read.files.map((file) => ({
      ...file,
      path: file.path.replace('issues/52.mdx', 'issues/252.mdx').replace('issues/52/', 'issues/252/'),
    })),
  });
  const plan = digests(libraryOf(numbered(years)));
  const names = [...plan.keys()];
  expect([names[0], ...names.slice(-4)]).toEqual(['search/0', 'search', 'data', 'lists', 'catalog']);
  const after = digests(libraryOf(numbered(changed('data/issues/52/comparison.csv', '99.3%', '99.2%'))));
  expect(['search', 'search/0'].filter((name) => plan.get(name) !== after.get(name))).toEqual(['search']);
});

test('the same root has the same units', () => {
  expect(digests(libraryOf({ ...years, files: years.files.toReversed() }))).toEqual(before);
});

const SPOKEN_OF_IN_49 = ['power-days', 'power-steps', 'power-outage', 'power-reliability', 'power-rank', 'power-cost'];

test('a number makes its bulletin due, and its indicator', () => {
  expect(due(changed('data/issues/49/comparison.csv', '10.25', '10.35'))).toEqual([
    'issue/49',
    'indicator/power-outage',
  ]);
});

test('a title makes due what is beside its bulletin too, since its neighbours name it', () => {
  const units = due(changed('content/issues/51.mdx', '2022年整改提升情况的通报', '2022年提升情况的通报'));
  expect(units.filter((name) => name.startsWith('issue/'))).toEqual(['issue/52', 'issue/51', 'issue/50']);
});

test('an outcome that turns does so likewise', () => {
  const units = due(changed('data/issues/51/comparison.csv', '90%,91.5%', '90%,89.5%'));
  expect(units.filter((name) => name.startsWith('issue/'))).toEqual(['issue/52', 'issue/51', 'issue/50']);
});

test('a line of the registry makes due what speaks of the indicator, and the indicators beside it', () => {
  expect(due(changed('data/indicators.csv', '从受理到装表接电的工作日数', '从受理到接电的工作日数'))).toEqual([
    'issue/49',
    ...SPOKEN_OF_IN_49.map((code) => `indicator/${code}`),
  ]);
});

test('a bulletin that is gone makes its neighbours due, and no bulletin of another topic', () => {
  expect(due(without(52)).filter((name) => name.startsWith('issue/'))).toEqual(['issue/51']);
});

test('a unit sees no more than its part', () => {
  const plan = new Map([...planOf(libraryOf(years))].map((unit) => [unit.name, unit]));
  const seen = (name: string) => {
    const { bulletins, editions, indicators, neighbours, registry, ledger } = plan.get(name)!.library();
    return {
      bulletins: bulletins.map(({ issue }) => issue.number),
      editions: [...editions.keys()],
      indicators: [...indicators.keys()],
      neighbours: [...neighbours.keys()],
      rest: [registry, ledger],
    };
  };
  expect(seen('issue/49')).toEqual({
    bulletins: [49],
    editions: [49],
    indicators: SPOKEN_OF_IN_49,
    neighbours: [49],
    rest: ['', undefined],
  });
  expect(seen('indicator/power-rank')).toEqual({
    bulletins: [49],
    editions: [49],
    indicators: SPOKEN_OF_IN_49,
    neighbours: [],
    rest: ['', undefined],
  });
});
