import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import plugin from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { lockedSbom, sbomCommand } from '../../src/cli/sbom.ts';
import { siteSbom } from '../../src/exports/site/sbom.ts';
import thirdParty from '../../src/publication/third-party.json' with { type: 'json' };
import { run } from './run.ts';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

interface Bom {
  readonly metadata: { readonly component: { readonly purl: string } };
  readonly components: readonly {
    readonly purl: string;
    readonly scope: string;
    readonly licenses?: unknown;
    readonly hashes?: unknown;
    readonly properties?: unknown;
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const parsed = (text: string): Bom => JSON.parse(text) as Bom;
const purls = (bom: Bom, keep: (one: Bom['components'][number]) => boolean = () => true): string[] =>
  bom.components.filter(keep).map(({ purl }) => purl);

/** CycloneDX's own schema of 1.6, strict. */
const validate = (() => {
  const library = require.resolve('@cyclonedx/cyclonedx-library/package.json');
  const folder = join(library, '../res/schema');
  const schema = (name: string): AnySchema => JSON.parse(readFileSync(join(folder, name), 'utf8')) as AnySchema;
  const ajv = new Ajv({ strict: false, allErrors: true });
  for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}`);
  (plugin as unknown as (ajv: Ajv) => void)(ajv);
  // Of RFCs that ajv-formats does not know; nothing of ours has an address.
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, () => false);
  return ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'));
})();

const { status, stdout, stderr } = await run(sbomCommand);

describe('the bill of materials', () => {
  const bom = parsed(stdout);

  test('is printed, alone', () => {
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(lockedSbom(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  });

  test.each([
    ['of everything', stdout],
    ['of what is published', siteSbom()],
  ])('%s obeys CycloneDX’s schema', (_, text) => {
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
    expect(text).not.toMatch(/serialNumber|timestamp/);
  });

  test('has every package of the lockfile, whatever machine it is for, with its digest', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const locked = Object.entries(packages).filter(([place]) => place !== '');
    const expected = locked.map(
      ([place, { version }]) => `pkg:npm/${place.split('node_modules/').at(-1)!.replace('@', '%40')}@${version}`,
    );
    expect(purls(bom)).toEqual([...new Set(expected)].sort());
    expect(purls(bom).filter((purl) => /pagefind\/(linux|windows|darwin)-/.test(purl)).length).toBeGreaterThan(3);
    expect(purls(bom, ({ hashes }) => hashes === undefined)).toEqual([]);
  });

  test('says which packages are in what is published, as the site’s own does', () => {
    const published = thirdParty.map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`).sort();
    expect(purls(bom, ({ scope }) => scope === 'required')).toEqual(published);
    expect(purls(parsed(siteSbom()))).toEqual(published);
    expect(parsed(siteSbom()).metadata).toEqual(bom.metadata);
  });

  test('agrees with npm’s own about what is needed by what', () => {
    const { stdout: text } = spawnSync('npm sbom --sbom-format cyclonedx --package-lock-only --omit dev', {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
      shell: true,
    });
    const npm = JSON.parse(text) as { components: { 'bom-ref': string; purl: string }[] } & Bom;
    const purlOf = new Map(npm.components.map((one) => [one['bom-ref'], one.purl]));
    const ours = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    // Where packages for development are left out, npm leaves out some that are none (zod).
    expect(purls(bom)).toEqual(expect.arrayContaining([...purlOf.values()]));
    expect(purlOf.size).toBeGreaterThan(300);
    for (const { ref, dependsOn } of npm.dependencies.filter((one) => purlOf.has(one.ref)))
      expect(ours.get(purlOf.get(ref)!), ref).toEqual(expect.arrayContaining(dependsOn.map((one) => purlOf.get(one))));
  });
});

describe('a lockfile', () => {
  const one = { version: '1.0.0', license: 'MIT', integrity: 'sha512-AAAA' };
  const of = (packages: Record<string, object>): Bom => parsed(lockedSbom(JSON.stringify({ packages })));
  const needs = ({ dependencies }: Bom): Record<string, readonly string[]> =>
    Object.fromEntries(dependencies.map(({ ref, dependsOn }) => [ref.slice('pkg:npm/'.length), dependsOn]));

  test('gives a package the nearest of several versions', () => {
    const bom = of({
      '': { dependencies: { a: '1', b: '2' } },
      'node_modules/a': { ...one, dependencies: { b: '1' }, peerDependencies: { absent: '1' } },
      'node_modules/a/node_modules/b': { ...one, dependencies: { c: '1' } },
      'node_modules/b': { ...one, version: '2.0.0' },
      'node_modules/c': one,
    });
    expect(needs(bom)).toMatchObject({
      'bulletin-press@0.1.0': ['pkg:npm/a@1.0.0', 'pkg:npm/b@2.0.0'],
      'a@1.0.0': ['pkg:npm/b@1.0.0'],
      'b@1.0.0': ['pkg:npm/c@1.0.0'],
    });
  });

  test('has a package once that stands in two places, with what it is given in both', () => {
    const bom = of({
      '': { dependencies: { a: '1' }, devDependencies: { x: '1' } },
      'node_modules/a': { ...one, dependencies: { c: '1' } },
      'node_modules/c': one,
      'node_modules/x': { ...one, dev: true, dependencies: { a: '1', c: '2' } },
      'node_modules/x/node_modules/a': { ...one, dev: true, dependencies: { c: '2' } },
      'node_modules/x/node_modules/c': { ...one, dev: true, version: '2.0.0' },
    });
    expect(needs(bom)['a@1.0.0']).toEqual(['pkg:npm/c@1.0.0', 'pkg:npm/c@2.0.0']);
    const isDevelopment = (purl: string) => bom.components.find((c) => c.purl === purl)!.properties !== undefined;
    expect(purls(bom, ({ purl }) => isDevelopment(purl))).toEqual(['pkg:npm/c@2.0.0', 'pkg:npm/x@1.0.0']);
  });

  test('says a licence as SPDX’s name, as an expression or, where SPDX has none, as a name, and none where none is stated', () => {
    const licences = of({
      '': {},
      'node_modules/a': { ...one, license: '(MIT OR Apache-2.0)' },
      'node_modules/b': { ...one, license: 'BSD' },
      'node_modules/c': { version: '1.0.0' },
      'node_modules/d': one,
    }).components.map(({ licenses }) => licenses);
    expect(licences).toEqual([
      [{ expression: '(MIT OR Apache-2.0)' }],
      [{ license: { name: 'BSD' } }],
      undefined,
      [{ license: { id: 'MIT' } }],
    ]);
  });

  test('is not asked for in words', async () => {
    expect(await run(sbomCommand, 'spdx')).toEqual({
      status: 1,
      stdout: '',
      stderr: '看不懂“spdx”，选项要以 -- 开头\n用法：npm run -s sbom > sbom.cdx.json\n',
    });
  });
});
