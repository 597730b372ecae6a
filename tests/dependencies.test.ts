import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteSbom } from '../src/exports/site/sbom.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

const readme = read('README.md').split('\n## Dependencies\n')[1]!;
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
  string,
  Record<string, string>
>;
const { packages } = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { license?: string }>;
};

/** Licences that ask for no more than their notice. */
const PERMISSIVE = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-4.0', 'CC0-1.0', 'ISC'],
  ...['MIT', 'Python-2.0', 'Unlicense', 'Zlib'],
];

/** Of a choice any will do, of several at once all must. */
const isPermissive = (licence: string): boolean =>
  licence
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => PERMISSIVE.includes(name)));

/** A name as a word of its own: `d3` is not told by `d3-dsv`. */
const isToldIn = (text: string, name: string): boolean =>
  new RegExp(String.raw`(?<![\w@/.-])${name.replaceAll('.', String.raw`\.`)}(?![\w/-])`).test(text);

test('every direct dependency has its line in the README', () => {
  const direct = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(direct.filter((name) => !name.startsWith('@types/') && !isToldIn(readme, name))).toEqual([]);
});

test('every direct dependency is of one exact version', () => {
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

/** Whose package.json is too old to state it: all MIT, by their LICENSE or Readme, and for tests alone. */
const UNSTATED = ['busboy', 'humanize-number', 'streamsearch'];

/** Packages of one program for several machines are told by it. */
const familyOf = (name: string): string =>
  name.replace(/^(@img\/sharp|lightningcss)-.*/, (_, family: string) => family);

const licences = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, { license = '' }]) => [familyOf(place.split('node_modules/').at(-1)!), license] as const);
const demanding = licences.filter(([, license]) => license !== '' && !isPermissive(license));

test('every package states its licence', () => {
  expect(licences.flatMap(([name, license]) => (license === '' ? [name] : []))).toEqual(UNSTATED);
});

test('a package that asks for more than its notice is told with its licence, to developers and to readers', () => {
  const told: Record<string, RegExp> = {
    '@embedpdf/fonts-sc': /OFL-1\.1/,
    '@img/sharp': /LGPL-3\.0-or-later/,
    'axe-core': /MPL-2\.0/,
    citeproc: /CPAL-1\.0 (OR|或) AGPL-1\.0/,
    lightningcss: /MPL-2\.0/,
  };
  expect([...new Set(demanding.map(([name]) => name))].sort()).toEqual(Object.keys(told));
  for (const [name, license] of demanding) expect(license, name).toMatch(told[name]!);
  for (const text of [readme, read('src/components/ThirdParty.astro')])
    for (const [name, licence] of Object.entries(told)) {
      const at = text.indexOf(name.replace('@img/', ''));
      expect(at, name).toBeGreaterThan(-1);
      expect(text.slice(at, at + 120), name).toMatch(licence);
    }
});

test('nothing of a licence that binds what it is published with is in what is published', () => {
  const { components } = JSON.parse(siteSbom()) as {
    components: { name: string; licenses: { license: { id: string } }[] }[];
  };
  const published = components.map(({ name, licenses }) => [name, licenses[0]!.license.id] as const);
  expect(published.filter(([, id]) => !isPermissive(id))).toEqual([['@embedpdf/fonts-sc', 'OFL-1.1']]);
});
