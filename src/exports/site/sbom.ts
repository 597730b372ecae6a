import program from '../../../package.json' with { type: 'json' };
import thirdParty from '../../publication/third-party.json' with { type: 'json' };

/** A package as package-lock.json has it, or the list of what is published. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** SPDX's name or expression. */
  readonly licence?: string | undefined;
  /** `sha512-` and the digest in base64, of the archive that the registry has. */
  readonly integrity?: string | undefined;
  readonly isDevelopment?: boolean | undefined;
}

/** What is in the published files, and what only made or tested them. */
type Scope = 'required' | 'excluded';

export interface Component extends Package {
  readonly scope: Scope;
  /** What it is said to need, itself on the list. */
  readonly needs?: readonly Package[];
}

const PROGRAM: Package = { name: program.name, version: program.version, licence: program.license };

/** Of the published files alone: what of others a reader receives. */
export const siteSbom = (): string =>
  sbom(
    thirdParty,
    thirdParty.map((part) => ({ ...part, scope: 'required' })),
  );

/**
 * A software bill of materials (CycloneDX 1.6). Without a time and without the serial number, which would be one of chance: the
 * same packages are the same bytes.
 */
export function sbom(needs: readonly Package[], components: readonly Component[]): string {
  const listed = components.toSorted((a, b) => (purl(a) < purl(b) ? -1 : 1));
  const dependencies = [{ ...PROGRAM, needs }, ...listed].map((one) => ({
    ref: purl(one),
    dependsOn: [...new Set((one.needs ?? []).map(purl))].sort(),
  }));
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', ...identity(PROGRAM) } },
    components: listed.map(component),
    dependencies,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Package URL, which also stands for the package within the document. */
export const purl = ({ name, version }: Package): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const identity = (one: Package): object => ({
  'bom-ref': purl(one),
  name: one.name,
  version: one.version,
  ...(one.licence === undefined ? {} : { licenses: [licence(one.licence)] }),
  purl: purl(one),
});

const component = (one: Component): object => ({
  type: 'library',
  ...identity(one),
  scope: one.scope,
  ...(one.integrity === undefined ? {} : { hashes: [hash(one.integrity)] }),
  ...(one.isDevelopment ? { properties: [{ name: 'cdx:npm:package:development', value: 'true' }] } : {}),
});

/** Names that packages give and SPDX does not know. */
const NAMED = ['BSD'];

function licence(text: string): object {
  if (/ (AND|OR|WITH) /.test(text)) return { expression: text };
  return { license: NAMED.includes(text) ? { name: text } : { id: text } };
}

const hash = (integrity: string): object => ({
  alg: 'SHA-512',
  content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
});
