import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** MB that processes held at most: the largest of them, and all at one moment. Pages that they share count for each. */
export interface Peak {
  readonly largest: number;
  readonly sum: number;
}

/** Looks at a process and all that it has started until it is told to stop; then null where this machine tells nothing. */
export function watched(pid: number): () => Peak | null {
  let peak: Peak | null = null;
  const look = (): void => {
    const sizes = below(pid, processes()).map(({ resident }) => resident);
    if (sizes.length === 0) return;
    const sum = sizes.reduce((a, b) => a + b, 0);
    peak = { largest: Math.max(peak?.largest ?? 0, ...sizes), sum: Math.max(peak?.sum ?? 0, sum) };
  };
  const timer = setInterval(look, EVERY);
  look();
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** Milliseconds. */
const EVERY = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** MB. */
  readonly resident: number;
}

function below(pid: number, all: readonly Process[]): Process[] {
  const own = all.filter((one) => one.pid === pid);
  const children = all.filter(({ parent }) => parent === pid);
  return [...own, ...children.flatMap((child) => below(child.pid, all))];
}

const processes = (): Process[] => listed() ?? asked();

/** As Linux lists them; undefined on other systems. */
function listed(): Process[] | undefined {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => processOf(Number(name)) ?? []);
  } catch {
    return undefined;
  }
}

function processOf(pid: number): Process | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid, parent: field('PPid'), resident: field('VmRSS') / 1024 };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

/** As POSIX has it; none where there is no `ps`. */
function asked(): Process[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent, size]) =>
      size === undefined ? [] : [{ pid: pid!, parent: parent!, resident: size / 1024 }],
    );
}
