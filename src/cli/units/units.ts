import { setImmediate } from 'node:timers/promises';
import type { CheckedLibrary } from '../../check/library.ts';
import { sha256 } from '../../integrations/sha256.ts';
import type { Entries } from '../../units/contents.ts';
import { planOf } from '../../units/plan.ts';
import type { Unit, UnitKind } from '../../units/unit.ts';
import { aloneAt } from './alone.ts';
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
  return withCrew(options, async (one, dismiss) => {
    const others: Promise<string>[] = [];
    for await (const unit of planned(library)) {
      if (unit.kind === 'catalog') {
        const lines = await Promise.all(others);
        // What they hold is not to be held beside what comes now.
        await dismiss();
        return [...lines, await one(unit)];
      }
      others.push(begun(one(unit)));
    }
    return Promise.all(others);
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
    const own: Promise<string>[] = [];
    let i = 0;
    for await (const unit of planned(library))
      if (unit.kind !== 'catalog' && i++ % n === k - 1) own.push(begun(one(unit)));
    return (await Promise.all(own)).length;
  });
}

/** The processes load their code while the plan is made, and Astro bundles. */
async function withCrew<T>(
  { bench, code, ready, processes }: UnitsOptions,
  work: (one: (unit: Unit) => Promise<string>, dismiss: Crew['dismiss']) => Promise<T>,
): Promise<T> {
  const crew = crewAt(bench, processes, ready);
  const hands = { crew, alone: aloneAt(bench) };
  const entries = new Map<string, Done['entries']>();
  try {
    return await work(async (unit) => {
      const done = await doneBy(hands, unit, keyOf(unit, code, bench), entries);
      entries.set(unit.name, done.entries);
      return done.lines;
    }, crew.dismiss);
  } finally {
    await crew.dismiss();
  }
}

/** The units of a plan; between two, the processes are heard, so that they work while the next is planned. */
async function* planned(library: CheckedLibrary): AsyncGenerator<Unit> {
  for (const unit of planOf(library)) {
    yield unit;
    await setImmediate();
  }
}

/** What fails is heard when all are waited for. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** Who makes units. */
interface Hands {
  readonly crew: Crew;
  readonly alone: ReturnType<typeof aloneAt>;
}

async function doneBy(hands: Hands, { kind, name, library }: Unit, key: string, made: Entries): Promise<Done> {
  const [take, make] = handsFor(kind, hands);
  const kept = await take(() => ({ kind, name, key }));
  const entries: Entries = kind === 'catalog' ? made : new Map();
  return kept ?? (await make(() => ({ kind, name, key, made: { library: library(), entries } })))!;
}

/** Who takes a unit of a kind, and who makes it where it is not kept. */
function handsFor(kind: UnitKind, { crew, alone }: Hands): [take: Crew['do'], make: Crew['do']] {
  switch (kind) {
    case 'issue':
    case 'indicator':
      return [crew.do, crew.doNext];
    // What takes longest is begun before what waits already.
    case 'lists':
    case 'data':
      return [crew.doNext, crew.doNext];
    // It mostly waits for another program, for which no process of the crew is to stand idle.
    case 'search':
      return [crew.doNext, alone];
    case 'catalog':
      return [alone, alone];
  }
}

const keyOf = ({ name, digest }: Unit, code: string, { form }: Bench): string =>
  sha256(JSON.stringify([name, digest, code, form]));
