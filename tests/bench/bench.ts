import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { load } from '../../src/catalog.ts';
import { comparisonChart } from '../../src/charts/comparison.ts';
import { figuresChart } from '../../src/charts/figures.ts';
import { singleChart } from '../../src/charts/single.ts';
import { isNumeric } from '../../src/domain/observation.ts';
import { pictured } from '../../src/ingest/prose/tag.ts';
import { writeRoot } from './root.ts';

/**
 * `npm run bench -- N`: builds a root of N synthetic bulletins and sets the time against a bare loop that renders the
 * same charts and writes files of the same sizes. Prints; judges nothing, since a machine's mood is no test.
 */
const count = Number(process.argv[2] ?? 200);
const work = mkdtempSync(join(tmpdir(), 'bulletin-bench-'));
const [root, out, bare] = [join(work, 'root'), join(work, 'dist'), join(work, 'bare')];

const MAIN = join(import.meta.dirname, '../../src/cli/main.cjs');
/** Told by the process itself when it ends. */
const MEMORY = encodeURIComponent(
  "process.on('exit', () => process.stderr.write('RSS ' + process.resourceUsage().maxRSS))",
);

const seconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
};

try {
  writeRoot(root, count);
  const command = (file: string, ...args: string[]): { time: number; memory: number } => {
    let result: ReturnType<typeof spawnSync> | undefined;
    const time = seconds(() => {
      result = spawnSync(process.execPath, [`--import=data:text/javascript,${MEMORY}`, MAIN, file, ...args], {
        encoding: 'utf8',
      });
    });
    if (result?.status !== 0)
      throw new Error(`${file} ended with ${String(result?.status)}: ${String(result?.stderr)}`);
    return { time, memory: Number(/RSS (\d+)/.exec(String(result.stderr))?.[1]) / 1024 };
  };

  const check = command('check', '--root', root);
  // Pictures of an earlier run may be kept: only the second build is the same on every machine's every run.
  const first = command('build', '--root', root, '--out', out);
  const build = command('build', '--root', root, '--out', out);
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pages = files.filter((file) => file.endsWith('.html')).length;
  const sizes = files.map((file) => [relative(out, file), statSync(file).size] as const);

  let charts = 0;
  const loop = seconds(() => {
    const { bulletins, indicators } = load(root);
    for (const bulletin of bulletins) {
      for (const size of ['wide', 'narrow'] as const) {
        for (const group of bulletin.groups) {
          comparisonChart(group, indicators, size, group.name);
          for (const row of group.rows) singleChart(row, group, indicators.get(row.indicator)!, size, row.name);
          charts += 1 + group.rows.length;
        }
        const named = pictured(bulletin.components);
        const figures = bulletin.facts
          .filter((o) => named.includes(o.name))
          .filter(isNumeric)
          .map((o) => ({ o, name: o.name, beside: null }));
        figuresChart(figures, size, 'figures');
        charts += 1;
      }
    }
    for (const [file, size] of sizes) {
      mkdirSync(dirname(join(bare, file)), { recursive: true });
      writeFileSync(join(bare, file), Buffer.alloc(size, 0x20));
    }
  });

  const line = (label: string, value: string): void => {
    process.stdout.write(`${label.padEnd(24)}${value}\n`);
  };
  line('bulletins', String(count));
  line('check', `${check.time.toFixed(2)} s, ${check.memory.toFixed(0)} MB`);
  line('pages', `${pages} (${files.length} files, ${charts} drawings)`);
  line('pictures', String(files.filter((file) => file.endsWith('.png')).length));
  line('first build', `${first.time.toFixed(2)} s, ${first.memory.toFixed(0)} MB`);
  line('build, pictures kept', `${build.time.toFixed(2)} s`);
  line('per page', `${((build.time * 1000) / pages).toFixed(2)} ms`);
  line('peak memory', `${build.memory.toFixed(0)} MB`);
  line('bare loop', `${loop.toFixed(2)} s`);
  line('build : bare loop', (build.time / loop).toFixed(2));
} finally {
  rmSync(work, { recursive: true, force: true });
}
