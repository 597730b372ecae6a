import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { childOf } from '../child.ts';
import type { Answer, Bench, Done, Task } from './task.ts';

/** Processes that make units, each one after another. */
export interface Crew {
  /** Done by whichever is free. @throws in the words of whoever could not do it. */
  readonly do: (task: () => Task) => Promise<Done | null>;
  readonly dismiss: () => void;
}

/** @param size how many; a process is started when it is first needed. */
export function crewAt(bench: Bench, size: number): Crew {
  const free: ChildProcess[] = [];
  const waiting: ((worker: ChildProcess) => void)[] = [];
  const all: ChildProcess[] = [];
  const next = (): ChildProcess | Promise<ChildProcess> => {
    const worker = free.pop();
    if (worker) return worker;
    if (all.length < size) {
      const started = startedAt(bench);
      all.push(started);
      return started;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const release = (worker: ChildProcess): void => {
    const resolve = waiting.shift();
    if (resolve) resolve(worker);
    else free.push(worker);
  };
  return {
    do: async (task) => {
      const worker = await next();
      const done = await answered(worker, task());
      release(worker);
      return done;
    },
    dismiss: () => {
      // Who has nothing to do ends by itself, and keeps what Node has compiled for the next build.
      for (const worker of all)
        if (free.includes(worker)) worker.disconnect();
        else worker.kill();
    },
  };
}

function startedAt(bench: Bench): ChildProcess {
  const worker = childOf(join(import.meta.dirname, 'worker.ts'));
  worker.send(bench);
  return worker;
}

function answered(worker: ChildProcess, task: Task): Promise<Done | null> {
  return new Promise((resolve, reject) => {
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
      reject(new Error(`生成“${task.name}”的进程中断了（${signal ?? code}），没有发布任何内容`));
    });
    worker.send(task);
  });
}
