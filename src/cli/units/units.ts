import type { CheckedLibrary } from '../../check/library.ts';
import { sha256 } from '../../integrations/sha256.ts';
import type { Entries } from '../../units/contents.ts';
import { planOf } from '../../units/plan.ts';
import type { Unit } from '../../units/unit.ts';
import { crewAt, type Crew } from './crew.ts';
import type { Bench, Done } from './task.ts';

export interface UnitsOptions {
  /** Where they are kept, where they go, and in what form. */
  readonly bench: Bench;
  /** Digest of the code that makes them, and of where the site will stand. */
  readonly code: string;
  /** When the renderer is there. */
  readonly ready: Promise<void>;
  /** How many processes. */
  readonly processes: number;
}

/** Takes every unit of a library from the store, or makes it. Returns the lines of the manifest, of each unit together. */
export async function makeUnits(library: CheckedLibrary, options: UnitsOptions): Promise<string[]> {
  return withCrew(options, async (one) => {
    const [catalog, others] = parted(planOf(library));
    const lines = await Promise.all(others.map(one));
    // It lists files that the others make.
    return [...lines, ...(await Promise.all(catalog.map(one)))];
  });
}

/** The k-th of n parts of a site's units, k from 1. */
export interface Shard {
  readonly k: number;
  readonly n: number;
}

/** Sees to it that the store holds every n-th unit. Returns how many those are. */
export async function fillStore(library: CheckedLibrary, { k, n }: Shard, options: UnitsOptions): Promise<number> {
  return withCrew(options, async (one) => {
    const [, units] = parted(planOf(library));
    const own = units.filter((_, i) => i % n === k - 1);
    await Promise.all(own.map(one));
    return own.length;
  });
}

/** The processes load their code while the plan is made, and Astro bundles. */
async function withCrew<T>(
  { bench, code, ready, processes }: UnitsOptions,
  work: (one: (unit: Unit) => Promise<string>) => Promise<T>,
): Promise<T> {
  const crew = crewAt(bench, processes, ready);
  const entries = new Map<string, Done['entries']>();
  try {
    return await work(async (unit) => {
      const done = await doneBy(crew, unit, keyOf(unit, code, bench), entries);
      entries.set(unit.name, done.entries);
      return done.lines;
    });
  } finally {
    crew.dismiss();
  }
}

function parted(units: readonly Unit[]): [catalog: Unit[], others: Unit[]] {
  const isCatalog = ({ kind }: Unit): boolean => kind === 'catalog';
  return [units.filter(isCatalog), units.filter((unit) => !isCatalog(unit))];
}

async function doneBy(crew: Crew, { kind, name, library }: Unit, key: string, made: Entries): Promise<Done> {
  const kept = await crew.do(() => ({ kind, name, key }));
  const entries: Entries = kind === 'catalog' ? made : new Map();
  return kept ?? (await crew.do(() => ({ kind, name, key, made: { library: library(), entries } })))!;
}

const keyOf = ({ name, digest }: Unit, code: string, { form }: Bench): string =>
  sha256(JSON.stringify([name, digest, code, form]));
