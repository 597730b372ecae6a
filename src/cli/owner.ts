import { createHash, randomBytes } from 'node:crypto';
import { hostname, uptime } from 'node:os';

/**
 * A name that says whose a working folder is: `PREFIX-machine-process-started-random`. It is there from the moment the
 * folder is, so that a build killed at any point leaves nothing of unknown owner.
 */
export const ownedName = (prefix: string): string =>
  [prefix, MACHINE, process.pid, started(), randomBytes(4).toString('hex')].join('-');

const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** When this process began, in seconds since the machine was started: a clock that is set, or that a test has set, says nothing. */
const started = (): number => Math.max(0, Math.round(uptime() - process.uptime()));

/** Whether whoever made a folder of this name has certainly ended. Of other machines, which may share the disk, nothing is known. */
export function isAbandoned(name: string): boolean {
  const [, machine, pid, since] = /-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{8}$/.exec(name) ?? [];
  if (machine !== MACHINE) return false;
  // What began later than now began before the machine was started anew: its number may be another process's by now.
  return Number(since) > uptime() + 60 || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
