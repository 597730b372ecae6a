import { makerAt } from './making.ts';
import type { Bench, Done, Task } from './task.ts';

/** Takes or makes units in this process, one after another. */
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
