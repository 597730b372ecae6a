import { fork, type ChildProcess } from 'node:child_process';
import { bareEnvironment } from './environment.ts';
import { YOUNG } from './heap.ts';

const living = new Set<ChildProcess>();
process.on('exit', endChildren);

/** Ends all that live. */
export function endChildren(): void {
  for (const child of living) child.kill();
}

/** A process of a module of ours that ends with this one, however this one ends: a child loses its line then (`endWithParent`). */
export function childOf(module: string, args: readonly string[] = []): ChildProcess {
  // Node's own form of messages keeps maps, bytes, and which objects are one and the same.
  const child = fork(module, args, { serialization: 'advanced', execArgv: [YOUNG], env: bareEnvironment() });
  living.add(child);
  child.once('exit', () => living.delete(child));
  return child;
}

/** Called in a child. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit());
}
