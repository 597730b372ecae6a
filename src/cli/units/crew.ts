import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { childOf } from '../child.ts';
import type { Answer, Bench, Done, Task } from './task.ts';

/** Processes that make units, each one after another. */
export interface Crew {
  /** Done by whichever is free, after what was asked for earlier. @throws in the words of whoever could not do it. */
  readonly do: (task: () => Task) => Promise<Done | null>;
  /** The same before all that waits. */
  readonly doNext: (task: () => Task) => Promise<Done | null>;
  /** Done when none works any more. */
  readonly dismiss: () => Promise<void>;
}

/** @param ready when what they need is there; the processes are started before. */
export function crewAt(bench: Bench, size: number, ready: Promise<void>): Crew {
  const all = Array.from({ length: size }, () => childOf(join(import.meta.dirname, 'worker.ts')));
  const free = [...all];
  const waiting: ((worker: ChildProcess) => void)[] = [];
  const urgent: typeof waiting = [];
  const begun = ready.then(() => {
    // Of one that has ended by then, its first task tells.
    for (const worker of all) if (worker.connected) worker.send(bench);
  });
  const done = async (task: () => Task, queue: typeof waiting): Promise<Done | null> => {
    await begun;
    const worker = free.pop() ?? (await new Promise<ChildProcess>((resolve) => queue.push(resolve)));
    const answer = await answered(worker, task());
    release(worker);
    return answer;
  };
  const release = (worker: ChildProcess): void => {
    const resolve = urgent.shift() ?? waiting.shift();
    if (resolve) resolve(worker);
    else free.push(worker);
  };
  return {
    do: (task) => done(task, waiting),
    doNext: (task) => done(task, urgent),
    dismiss: async () => {
      // Who has nothing to do ends by itself, and keeps what Node has compiled for the next build.
      for (const worker of free.splice(0)) if (worker.connected) worker.disconnect();
      const busy = all.filter((worker) => worker.connected);
      const ended = busy.map((worker) => once(worker, 'exit'));
      for (const worker of busy) worker.kill();
      await Promise.all(ended);
    },
  };
}

function answered(worker: ChildProcess, task: Task): Promise<Done | null> {
  return new Promise((resolve, reject) => {
    const ended = (how: unknown): Error =>
      new Error(`生成“${task.name}”的进程中断了（${String(how)}），没有发布任何内容`);
    if (!worker.connected) {
      reject(ended(worker.signalCode ?? worker.exitCode));
      return;
    }
    const clear = (): void => {
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
    };
    worker.once('message', (answer: Answer) => {
      clear();
      if ('failure' in answer) reject(new Error(answer.failure));
      else resolve(answer.done);
    });
    worker.once('error', (cause) => {
      clear();
      reject(cause);
    });
    worker.once('exit', (code, signal) => {
      clear();
      reject(ended(signal ?? code));
    });
    worker.send(task);
  });
}
