import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { check, checkAgainst } from '../../src/cli/check.ts';
import { release } from '../../src/cli/release.ts';
import { again } from '../../src/cli/again.ts';
import { SEALING_DISK, type SealingDisk } from '../../src/cli/sealing.ts';
import { temporary } from '../temporary.ts';

const project = join(import.meta.dirname, '../..');
const work = temporary('release');
let [root, count] = ['', 0];
const LEDGER = 'data/published.csv';
const NAME = '政务服务事项不见面审批事项占比';

/** A root of its own, in which a second version of bulletin 48 is due. */
beforeEach(() => {
  root = join(work, `root-${(count += 1)}`);
  for (const folder of ['content', 'data']) cpSync(join(project, folder), join(root, folder), { recursive: true });
  change('data/issues/48/comparison.csv', '97.2%', '97.3%');
  appendFileSync(join(root, 'data/corrections.csv'), `2026-12-01,48,${NAME},2020年达到水平,97.2%,97.3%,更正,x,y,\n`);
});
const path = (name: string): string => join(root, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
function change(name: string, from: string, to: string): void {
  const made = read(name).replace(from, to);
  expect(made).not.toBe(read(name));
  writeFileSync(path(name), made);
}
const released = (date = '2026-12-02'): number => release(root, [48], date, () => undefined);
const told = (): string[] => {
  const lines: string[] = [];
  check(root, 'text', (text) => lines.push(text));
  return lines
    .join('\n')
    .split('\n\n')
    .filter((line) => line.startsWith('［错误］'));
};
const versions = (): string[] => readdirSync(path('data/published/48')).sort();

describe('a release', () => {
  /** Throws before the n-th operation on the disk. */
  function stopped(n: number): SealingDisk {
    let left = n;
    const counted =
      <A extends unknown[]>(run: (...args: A) => void) =>
      (...args: A): void => {
        left -= 1;
        if (left < 0) throw new Error('stopped');
        run(...args);
      };
    const { makeFolder, write, sync, rename, remove } = SEALING_DISK;
    return {
      makeFolder: counted(makeFolder),
      write: counted(write),
      sync: counted(sync),
      rename: counted(rename),
      remove: counted(remove),
    };
  }

  test('that stops before any of its operations is finished or undone by the next, on whatever day', () => {
    cpSync(root, join(work, 'due'), { recursive: true });
    for (let n = 0; ; n += 1) {
      rmSync(root, { recursive: true, force: true });
      cpSync(join(work, 'due'), root, { recursive: true });
      try {
        release(root, [48], '2026-12-02', () => undefined, stopped(n));
        expect(n).toBeGreaterThan(20);
        break;
      } catch (cause) {
        expect((cause as Error).message).toBe('stopped');
      }
      expect(released('2026-12-05'), String(n)).toBe(0);
      expect(versions()).toEqual(['v1', 'v2']);
      expect(readdirSync(path('data')).filter((name) => name.startsWith('.'))).toEqual([]);
      expect(told(), String(n)).toEqual([]);
      const date = read(LEDGER).trimEnd().split('\n').at(-1)!.split(',')[3]!;
      expect(read('data/published/48/v2/edition.json')).toContain(`"released":"${date}"`);
    }
  });

  test('undoes a folder whose bulletin was changed since', () => {
    expect(released()).toBe(0);
    change(LEDGER, read(LEDGER).trimEnd().split('\n').at(-1)!, '');
    change('data/issues/48/comparison.csv', '97.3%', '97.4%');
    change('data/corrections.csv', '97.3%', '97.4%');
    expect(released()).toBe(0);
    expect(told()).toEqual([]);
    expect(read('data/published/48/v2/observations.csv')).toContain('97.4');
  });

  test('that would be before a correction of it is refused', () => {
    const lines: string[] = [];
    expect(release(root, [48], '2026-11-30', (text) => lines.push(text))).toBe(2);
    expect(lines.join('\n')).toContain(
      'data/corrections.csv 第2行 A2 “日期”：更正的日期“2026-12-01”晚于公布的日期（2026-11-30）\n→ 写更正的那一天，不晚于 2026-11-30；还没有到那一天的，到时候再公布',
    );
    expect(versions()).toEqual(['v1']);
  });

  test('makes the same bytes from the same files', () => {
    released();
    const first = read('data/published/48/v2/MANIFEST.sha256');
    rmSync(path('data/published/48/v2'), { recursive: true });
    change(LEDGER, read(LEDGER).trimEnd().split('\n').at(-1)!, '');
    released();
    expect(read('data/published/48/v2/MANIFEST.sha256')).toBe(first);
  });

  test('keeps of the shared files the lines that its bulletin uses', () => {
    appendFileSync(path('data/indicators.csv'), 'unused,没有用的指标,,%,中性,,,,,\n');
    released();
    expect(read('data/published/48/v2/data/indicators.csv').split('\n')).toHaveLength(11);
    expect(read('data/published/48/v2/data/indicators.csv')).not.toContain('unused');
  });
});

describe('in a git work tree', () => {
  const git = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'core.hooksPath=/dev/null', ...args],
      { encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' } },
    );
    if (status !== 0 && args[0] !== 'merge') throw new Error(stderr);
    return stdout;
  };
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
  };
  beforeEach(() => {
    released();
    git('init', '-q', '-b', 'main');
    commit();
  });
  const REMOVED = (version: number, date: string): RegExp =>
    new RegExp(
      `^［错误］data/published\\.csv：第48期第${version}版（${date}公布）在提交 [0-9a-f]{7,} 里记入了台账，现在没有了，或者被改动了\\n→ 恢复台账的这一行和它的存档；公布过的版本不能删，也不能改$`,
    );

  test('an untouched root is not told anything', () => {
    expect(told()).toEqual([]);
  });

  test.each([{ GIT_DIR: '.' }, { GIT_DIR: '/nonexistent' }, { GIT_CEILING_DIRECTORIES: work }])(
    'what is missed is missed all the same where git is told of another place: %j',
    (env) => {
      rmSync(path('data/published/48/v2'), { recursive: true });
      change(LEDGER, /^48,2,.*\n/m.exec(read(LEDGER))![0], '');
      const args = [join(project, 'src/cli/main.cjs'), 'check', '--root', root];
      const { status, stdout } = spawnSync(process.execPath, args, {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
      expect([status, stdout.split('\n\n').some((line) => REMOVED(2, '2026-12-02').test(line))]).toEqual([2, true]);
    },
  );

  test('ledger and folders that are taken away together with a changed number are missed', () => {
    rmSync(path('data/published'), { recursive: true });
    unlinkSync(path(LEDGER));
    writeFileSync(path('data/corrections.csv'), read('data/corrections.csv').split('\n')[0]!);
    change('data/issues/48/comparison.csv', '97.3%', '99.9%');
    const before = told();
    expect(before).toEqual([
      expect.stringMatching(REMOVED(1, '2026-11-24')),
      expect.stringMatching(REMOVED(2, '2026-12-02')),
    ]);
    commit();
    expect(told()).toEqual(before);
    expect(released('2026-12-03')).toBe(2);
  });

  test('a version that is sealed anew under the same number is missed', () => {
    rmSync(path('data/published/48/v2'), { recursive: true });
    change(LEDGER, read(LEDGER).trimEnd().split('\n').at(-1)!, '');
    change('data/issues/48/comparison.csv', '97.3%', '99.9%');
    change('data/corrections.csv', '97.3%', '99.9%');
    commit();
    expect(told()).toEqual([expect.stringMatching(REMOVED(2, '2026-12-02'))]);
  });

  test('two branches that released apart are named, and chained anew', () => {
    const second = (number: number): void => {
      for (const [from, to] of [
        ['content/issues/48.mdx', `content/issues/${number}.mdx`],
        ['data/issues/48', `data/issues/${number}`],
      ] as const)
        cpSync(path(from), path(to), { recursive: true });
      expect(release(root, [number], '2026-12-03', () => undefined)).toBe(0);
      commit();
    };
    git('checkout', '-q', '-b', 'other');
    second(50);
    git('checkout', '-q', 'main');
    second(49);
    git('merge', '-q', 'other');
    expect(told()).toEqual([
      '［错误］data/published.csv 第4行：“<<<<<<< HEAD”这一行是两个人分头公布、合并时留下的\n→ 不要手工改台账，运行 npm run release -- --again，程序把两边的行接在一起',
    ]);
    const said: string[] = [];
    expect(again(root, (text) => said.push(text))).toBe(0);
    expect(said).toEqual(['data/published.csv 已重新接好，共 4 行。请提交它。']);
    commit();
    expect(told()).toEqual([]);
    expect(
      read(LEDGER)
        .split('\n')
        .map((line) => line.split(',').slice(0, 2).join()),
    ).toEqual(['期号,版本', '48,1', '48,2', '49,1', '50,1', '']);
    expect(again(root, (text) => said.push(text))).toBe(0);
    expect(said.at(-1)).toBe('data/published.csv 前后相接，不用重接。');
  });

  test('a version that both sides released is left to a person', () => {
    const [head, ...lines] = read(LEDGER).trimEnd().split('\n');
    const other = lines.at(-1)!.replace('2026-12-02', '2026-12-04');
    writeFileSync(
      path(LEDGER),
      [head, lines[0], '<<<<<<< HEAD', lines[1], '=======', other, '>>>>>>> b', ''].join('\n'),
    );
    const said: string[] = [];
    expect(again(root, (text) => said.push(text))).toBe(2);
    expect(said).toEqual([
      '第48期第2版在两边各公布了一次，内容不同，不能接在一起。留下先公开的一边的 data/published.csv 和 data/published/48/v2/，再把另一边的改动作为下一版公布。',
    ]);
  });

  test('a history that was cut short is told', () => {
    const shallow = join(work, `shallow-${count}`);
    expect(spawnSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, shallow]).status).toBe(0);
    const lines: string[] = [];
    expect(check(shallow, 'text', (text) => lines.push(text))).toBe(0);
    expect(lines.join('\n')).toContain(
      '［提醒］data/published.csv：这里只取了一部分提交历史，无法核对台账有没有被删改\n→ 运行 git fetch --unshallow，再检查一次；在工作流里写 fetch-depth: 0',
    );
  });
});

describe('against a published site', () => {
  const site = (): string => {
    const folder = join(work, `site-${count}`);
    cpSync(path('data/published/48/v1/addresses.txt'), join(folder, 'data/addresses.txt'));
    cpSync(path(LEDGER), join(folder, 'data/published.csv'));
    return folder;
  };
  const compared = async (where: string): Promise<string[]> => {
    const lines: string[] = [];
    await checkAgainst(root, where, 'text', (text) => lines.push(text));
    return lines
      .join('\n')
      .split('\n\n')
      .filter((line) => line.startsWith('［错误］'));
  };

  test('everything that it has promised is still there', async () => {
    expect(await compared(site())).toEqual([]);
  });

  test('a version and an address that are gone are told', async () => {
    const folder = site();
    appendFileSync(join(folder, 'data/addresses.txt'), '/issues/48/charts/gone/\n');
    const line = read(LEDGER).trimEnd().split('\n').at(-1)!;
    appendFileSync(join(folder, 'data/published.csv'), `${line.replace('48,1', '47,1')}\n`);
    const cure = '\n→ 恢复它；公布过的版本和网址都不能删改';
    expect(await compared(folder)).toEqual([
      `［错误］data/published.csv：已经公开的网站上有“第47期第1版（2026-11-24公布）”，这里没有${cure}`,
      `［错误］data/published.csv：已经公开的网站上有“/issues/48/charts/gone/”，这里没有${cure}`,
    ]);
  });

  test('what is no site of ours is said to be none', async () => {
    await expect(compared(join(work, 'nowhere'))).rejects.toThrow(
      `“${join(work, 'nowhere')}”里读不到 data/published.csv（ENOENT）\n→ 写网站的文件夹或首页的网址；还没有公布过版本的网站，没有可以比较的`,
    );
    expect(existsSync(join(work, 'nowhere'))).toBe(false);
  });
});
