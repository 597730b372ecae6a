import { makerAt } from './making.ts';
import type { Bench, Done, Task } from './task.ts';

/**
 * Makes units in this process, one after another: those that mostly wait for another program, so that no process of a crew stands
 * idle for it.
 */
export function aloneAt(bench: Bench): (task: () => Task) => Promise<Done | null> {
  const maker = makerAt(bench);
  let previous: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = previous.then(() => {
      const own = task();
      return own.made ? maker.make(own) : maker.take(own);
    });
    previous = done.catch(() => undefined);
    return done;
  };
}
