import { fork, type ChildProcess } from 'node:child_process';
import { bareEnvironment } from './environment.ts';

const living = new Set<ChildProcess>();
process.on('exit', endChildren);

/** Ends all that live. */
export function endChildren(): void {
  for (const child of living) child.kill();
}

/** Megabytes of each half of what V8 keeps for the young: with its own 32, a process that makes units holds 110 MB more, and is no faster. */
const YOUNG = '--max-semi-space-size=8';

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
