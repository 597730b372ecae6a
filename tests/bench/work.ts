import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Hands over a folder in which everything is made, and removes it, also where that fails or is stopped. */
export async function inWork<T>(act: (work: string) => Promise<T>): Promise<T> {
  const work = mkdtempSync(join(tmpdir(), 'bulletin-bench-'));
  const remove = (): void => rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  const stop = (): void => process.exit(130);
  process.once('exit', remove);
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await act(work);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    process.off('exit', remove);
    remove();
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
