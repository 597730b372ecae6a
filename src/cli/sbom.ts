import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { purl, sbom, type Component, type Package } from '../exports/site/sbom.ts';
import thirdParty from '../publication/third-party.json' with { type: 'json' };
import { readFlags, refusePositionals, type Command } from './command.ts';
import { PROJECT } from './workshop.ts';

/** One place of package-lock.json (lockfileVersion 3). */
interface Locked {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly dependencies?: Needs;
  readonly devDependencies?: Needs;
  readonly optionalDependencies?: Needs;
  readonly peerDependencies?: Needs;
}

type Needs = Readonly<Record<string, string>>;

/** By place below the project: of the project itself `''`, of others `node_modules/a/node_modules/b`. */
type Lock = Readonly<Record<string, Locked>>;

const INSIDE = '/node_modules/';

/** The program with every package of its lockfile, those for other machines too. */
export function lockedSbom(lockfile: string): string {
  const { packages } = JSON.parse(lockfile) as { packages: Lock };
  const published = new Set(thirdParty.map(purl));
  const components = new Map<string, Component>();
  for (const place of Object.keys(packages).filter(Boolean)) {
    const one = packageAt(place, packages);
    const before = components.get(purl(one));
    components.set(purl(one), {
      ...one,
      isDevelopment: one.isDevelopment && (before?.isDevelopment ?? true),
      scope: published.has(purl(one)) ? 'required' : 'excluded',
      needs: [...(before?.needs ?? []), ...needsOf(place, packages)],
    });
  }
  return sbom(needsOf('', packages), [...components.values()]);
}

function packageAt(place: string, packages: Lock): Package {
  const { name, version, license: licence, integrity, dev: isDevelopment = false } = packages[place]!;
  return { name: name ?? place.split('node_modules/').at(-1)!, version, licence, integrity, isDevelopment };
}

/** What the package of a place is given when it asks for the names of its package.json. */
function needsOf(place: string, packages: Lock): Package[] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = packages[place]!;
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies }).flatMap(
    (name) => {
      const found = foundAt(place, name, packages);
      return found === undefined ? [] : [packageAt(found, packages)];
    },
  );
}

/** Node's rule: in its own folder, else in those around it. */
function foundAt(from: string, name: string, packages: Lock): string | undefined {
  const place = from === '' ? INSIDE.slice(1) + name : from + INSIDE + name;
  if (place in packages) return place;
  return from === '' ? undefined : foundAt(from.slice(0, Math.max(0, from.lastIndexOf(INSIDE))), name, packages);
}

export const sbomCommand: Command = {
  usage: '用法：npm run -s sbom > sbom.cdx.json',
  run: (args, print) => {
    refusePositionals(readFlags(args, {}).positionals);
    print(lockedSbom(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')).trimEnd());
    return 0;
  },
};
