import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { YOUNG } from '../../src/cli/heap.ts';
import { watched, type Peak } from './memory.ts';

/** What a command took. */
export interface Taken {
  readonly seconds: number;
  /** Null where this machine does not tell. */
  readonly memory: Peak | null;
}

/** A copy of this project, so that it keeps nothing when it begins and its code may be changed. */
export interface Project {
  /** What it keeps between builds. */
  readonly cache: string;
  /** Runs a command as a person does. @throws what it says where it fails. */
  readonly run: (command: string, ...args: string[]) => Promise<Taken>;
  readonly forget: () => void;
  readonly changeCode: () => void;
}

const ORIGINAL = resolve(import.meta.dirname, '../..');
const COPIED = ['package.json', 'package-lock.json', 'tsconfig.json', 'public', 'src'];

export function projectAt(folder: string): Project {
  mkdirSync(folder);
  for (const name of COPIED) cpSync(join(ORIGINAL, name), join(folder, name), { recursive: true });
  // Windows lets everyone make a junction.
  symlinkSync(join(ORIGINAL, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const cache = join(folder, '.cache');
  return {
    cache,
    run: (command, ...args) => run(join(folder, 'src/cli/main.cjs'), command, ...args),
    forget: () => rmSync(cache, { recursive: true, force: true }),
    changeCode: () => appendFileSync(join(folder, 'src/wording/phrase.ts'), '// Changed.\n'),
  };
}

function run(...args: string[]): Promise<Taken> {
  const start = performance.now();
  const child = spawn(process.execPath, [YOUNG, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = (): boolean => child.kill();
  // Before the folder is removed in which it works.
  process.prependOnceListener('exit', kill);
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const peak = watched(child.pid ?? -1);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', kill);
      const memory = peak();
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, memory });
      else reject(new Error(`${args.slice(1).join(' ')} ended with ${code}:\n${Buffer.concat(said).toString()}`));
    });
  });
}
