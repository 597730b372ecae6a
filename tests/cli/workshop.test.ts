import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { DISK, type Disk } from '../../src/cli/disk.ts';
import { isAbandoned, ownedName } from '../../src/cli/owner.ts';
import { closeWorkshop, openWorkshop, recover, replace, standing } from '../../src/cli/workshop.ts';
import { temporary } from '../temporary.ts';

const work = temporary('workshop');

const PAGES = ['404.html', 'index.html', 'issues/1/index.html'];

function writeSite(folder: string, text: string): void {
  mkdirSync(join(folder, 'issues/1'), { recursive: true });
  for (const page of PAGES) writeFileSync(join(folder, page), text);
}

/** What a complete site says, the same on every page; null where there is none. */
function siteIn(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const texts = new Set(PAGES.map((page) => readFileSync(join(folder, page), 'utf8')));
  return texts.size === 1 ? [...texts][0]! : 'half';
}

class Killed extends Error {}

/** A disk whose process is killed before its n-th operation, counted from 0: nothing happens after that, no cleaning either. */
function diskUntil(n: number, crossing = false): { readonly disk: Disk; readonly count: () => number } {
  let count = 0;
  const counted =
    <A extends unknown[]>(operation: (...args: A) => void) =>
    (...args: A): void => {
      if (count >= n) throw new Killed();
      count += 1;
      operation(...args);
    };
  const rename: Disk['rename'] = (from, to) => {
    if (crossing && basename(from) === 'site') throw Object.assign(new Error('another disk'), { code: 'EXDEV' });
    DISK.rename(from, to);
  };
  const disk: Disk = {
    makeFolder: counted(DISK.makeFolder),
    write: counted(DISK.write),
    rename: counted(rename),
    copy: counted(DISK.copy),
    remove: counted(DISK.remove),
  };
  return { disk, count: () => count };
}

/** The number of a process that has ended, in the place of this one's. */
const dead = spawnSync(process.execPath, ['--version']).pid;
const abandon = (cache: string): void => {
  for (const name of existsSync(cache) ? readdirSync(cache) : [])
    DISK.rename(join(cache, name), join(cache, name.replace(`-${process.pid}-`, `-${dead}-`)));
};

/** A build from its first operation on the disk to its last. */
function run(folder: string, disk: Disk): void {
  const workshop = openWorkshop(disk, join(folder, '.cache'));
  try {
    writeSite(join(workshop, 'site'), 'new');
    replace(join(workshop, 'site'), join(folder, 'dist'), workshop, disk);
  } finally {
    closeWorkshop(workshop, disk);
  }
}

const folderOf = (name: string, earlier: boolean): string => {
  const folder = join(work, name);
  mkdirSync(folder);
  if (earlier) writeSite(join(folder, 'dist'), 'earlier');
  return folder;
};

describe('a build that is killed before any of its operations', () => {
  const total = (() => {
    const { disk, count } = diskUntil(Infinity);
    run(folderOf('whole', true), disk);
    return count();
  })();

  test('has few enough of them to try each', () => {
    expect(total).toBe(8);
    expect([siteIn(join(work, 'whole/dist')), readdirSync(join(work, 'whole')).sort()]).toEqual([
      'new',
      ['.cache', 'dist'],
    ]);
    expect(readdirSync(join(work, 'whole/.cache'))).toEqual([]);
  });

  for (const crossing of [false, true])
    for (let n = 0; n <= total; n += 1)
      test(`operation ${n}${crossing ? ', to another disk' : ''}: a complete site is served, and the next command leaves one and nothing else`, () => {
        const folder = folderOf(`killed-${n}-${crossing}`, true);
        const [cache, dist] = [join(folder, '.cache'), join(folder, 'dist')];
        try {
          run(folder, diskUntil(n, crossing).disk);
        } catch (cause) {
          if (!(cause instanceof Killed)) throw cause;
        }
        expect(siteIn(standing(dist, cache))).toMatch(/^(earlier|new)$/);
        // A living build's folders are left alone.
        recover(DISK, cache);
        expect(siteIn(standing(dist, cache))).toMatch(/^(earlier|new)$/);
        abandon(cache);
        const lost = existsSync(dist) ? [] : [dist];
        expect(recover(DISK, cache)).toEqual(lost);
        expect(siteIn(dist)).toMatch(/^(earlier|new)$/);
        expect(readdirSync(folder).filter((name) => name !== '.cache')).toEqual(['dist']);
        expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
      });

  test('is put right even if whoever comes next is killed too, before any operation', () => {
    for (let n = 0; n <= total; n += 1)
      for (let m = 0; m < 4; m += 1) {
        const folder = folderOf(`twice-${n}-${m}`, true);
        const [cache, dist] = [join(folder, '.cache'), join(folder, 'dist')];
        const attempts = [
          (): void => {
            run(folder, diskUntil(n).disk);
          },
          (): void => {
            recover(diskUntil(m).disk, cache);
          },
        ];
        for (const attempt of attempts) {
          try {
            attempt();
          } catch (cause) {
            if (!(cause instanceof Killed)) throw cause;
          }
          abandon(cache);
        }
        recover(DISK, cache);
        expect(siteIn(dist), `${n} ${m}`).toMatch(/^(earlier|new)$/);
        expect(readdirSync(folder).filter((name) => name !== '.cache')).toEqual(['dist']);
      }
  });
});

describe('a replacement', () => {
  test('that fails brings the earlier site back by itself', () => {
    const folder = folderOf('failed', true);
    const failing: Disk = {
      ...DISK,
      rename: (from, to) => {
        if (basename(to) === 'dist' && basename(from) === 'new')
          throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
        DISK.rename(from, to);
      },
    };
    expect(() => {
      run(folder, failing);
    }).toThrow('EPERM');
    expect(siteIn(join(folder, 'dist'))).toBe('earlier');
    expect(readdirSync(folder).sort()).toEqual(['.cache', 'dist']);
  });

  test('that cannot even bring it back keeps it for the next command', () => {
    const folder = folderOf('stuck', true);
    const stuck: Disk = {
      ...DISK,
      rename: (from, to) => {
        if (basename(to) === 'dist') throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
        DISK.rename(from, to);
      },
    };
    expect(() => {
      run(folder, stuck);
    }).toThrow('EPERM');
    abandon(join(folder, '.cache'));
    expect(recover(DISK, join(folder, '.cache'))).toEqual([join(folder, 'dist')]);
    expect(siteIn(join(folder, 'dist'))).toBe('earlier');
  });

  test('of nothing leaves a plain folder', () => {
    const folder = folderOf('first', false);
    run(folder, DISK);
    expect(siteIn(join(folder, 'dist'))).toBe('new');
  });

  test('of a link replaces the link, not the folder that it leads to', () => {
    const folder = folderOf('link', false);
    writeSite(join(folder, 'elsewhere'), 'earlier');
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'dist'), 'junction');
    run(folder, DISK);
    expect([siteIn(join(folder, 'dist')), siteIn(join(folder, 'elsewhere'))]).toEqual(['new', 'earlier']);
  });
});

describe('a working folder', () => {
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

  test('is not abandoned because a clock was set', () => {
    const name = ownedName('astro');
    vi.useFakeTimers({ now: Date.now() + 400 * 864e5 });
    expect([isAbandoned(name), isAbandoned(ownedName('astro'))]).toEqual([false, false]);
    vi.useRealTimers();
  });

  test('is abandoned once its process has ended, or the machine was started anew', () => {
    const name = ownedName('astro');
    expect(isAbandoned(name)).toBe(false);
    expect(isAbandoned(name.replace(`-${process.pid}-`, `-${dead}-`))).toBe(true);
    expect(isAbandoned(`astro-${machine}-${process.pid}-${Math.round(uptime()) + 1000}-00000000`)).toBe(true);
  });

  test('of another machine, or of unknown origin, is left alone', () => {
    expect(isAbandoned(`astro-00000000-${dead}-1000-00000000`)).toBe(false);
    expect(isAbandoned('astro-Ab12Cd')).toBe(false);
  });
});
