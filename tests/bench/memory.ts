import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** MB that processes held at most. */
export interface Peak {
  /** The largest of them, with all that it shares. */
  readonly largest: number;
  /** All at one moment. What they have of files is the program, which those that run the same one share: of these it counts once. */
  readonly sum: number;
}

/** Looks at a process and all that it has started until it is told to stop; then null where this machine tells nothing. */
export function watched(pid: number): () => Peak | null {
  let peak: Peak | null = null;
  const look = (): void => {
    const family = below(pid, processes());
    if (family.length === 0) return;
    const largest = Math.max(...family.map(({ own, shared }) => own + shared));
    peak = { largest: Math.max(peak?.largest ?? 0, largest), sum: Math.max(peak?.sum ?? 0, together(family)) };
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
  /** MB of memory that is its alone. */
  readonly own: number;
  /** MB of files. */
  readonly shared: number;
  readonly program: string;
}

function together(family: readonly Process[]): number {
  const programs = Map.groupBy(family, ({ program }) => program);
  const shared = [...programs.values()].map((some) => Math.max(...some.map((one) => one.shared)));
  return [...family.map(({ own }) => own), ...shared].reduce((a, b) => a + b, 0);
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
    const own = (field('RssAnon') + field('RssShmem')) / 1024;
    return {
      pid,
      parent: field('PPid'),
      own,
      shared: field('RssFile') / 1024,
      program: readlinkSync(`/proc/${pid}/exe`),
    };
  } catch {
    // It has ended meanwhile, or is another account's.
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
      size === undefined ? [] : [{ pid: pid!, parent: parent!, own: size / 1024, shared: 0, program: '' }],
    );
}
