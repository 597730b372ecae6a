import { once } from 'node:events';
import { childOf, endWithParent } from '../../src/cli/child.ts';

/** Of processes that worked at the same time. */
export interface Together {
  /** From when all were ready until the last was done. */
  readonly seconds: number;
  /** Seconds that their processors worked meanwhile, together: what is left of the time on a machine that does nothing else. */
  readonly processor: number;
  /** What all have counted. */
  readonly count: number;
}

/** Starts a process of a module for each share; they begin at once when all are ready. */
export async function together(module: string, shares: readonly object[]): Promise<Together> {
  const all = shares.map((share) => {
    const child = childOf(module);
    child.send(share);
    return child;
  });
  const answers = (): Promise<unknown[]> =>
    Promise.all(
      all.map(async (child) => {
        const ended = once(child, 'exit').then(() => Promise.reject(new Error(`a process of ${module} has ended`)));
        const [answer] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
        return answer;
      }),
    );
  try {
    await answers();
    const start = performance.now();
    const done = answers();
    for (const child of all) child.send('begin');
    const each = (await done) as Answer[];
    const sum = (field: keyof Answer): number => each.reduce((total, one) => total + one[field], 0);
    return { seconds: (performance.now() - start) / 1000, processor: sum('processor'), count: sum('count') };
  } finally {
    for (const child of all) child.kill();
  }
}

interface Answer {
  readonly processor: number;
  readonly count: number;
}

/** In such a process. @param prepare makes ready for a share, and returns what is to be timed, which returns what it counted */
export function share(prepare: (share: never) => Promise<() => Promise<number>>): void {
  endWithParent();
  void (async () => {
    const [own] = (await once(process, 'message')) as [never];
    const work = await prepare(own);
    process.send!('ready');
    await once(process, 'message');
    const before = process.cpuUsage();
    const count = await work();
    const { user, system } = process.cpuUsage(before);
    process.send!({ processor: (user + system) / 1e6, count } satisfies Answer);
  })();
}

/** Dealt to so many in turn. */
export const dealt = <T>(items: readonly T[], hands: number): T[][] =>
  Array.from({ length: hands }, (_, hand) => items.filter((_, i) => i % hands === hand));
