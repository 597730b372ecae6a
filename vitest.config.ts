import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/longest-first.ts';

/** Tests that build sites of their own, or run a tool over the whole tree: too slow to be run at every change. */
const SLOW = ['tests/tools.test.ts', 'tests/cli/{build,corrected,spare,standing,units}.test.ts'];

/** What holds for the pages of any bulletin. */
const ANY_SITE = ['tests/site/{html,links,numbers,said-once,search,size}.test.ts', 'tests/browser/pages.test.ts'];

/** What shows only where there are several bulletins. */
const OF_YEARS = ['tests/site/{html,links,said-once}.test.ts', 'tests/browser/{answer,lighthouse}.test.ts'];

/** What needs nothing but Node, then what takes its time, then what looks at one real build and opens its pages. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    // A tool over the whole tree shares the cores with builds: no test is to fail by being slow.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    sequence: { sequencer: LongestFirst },
    // By default one core is left to the editor.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/*.test.ts', 'tests/!(site|browser|cases)/**/*.test.ts'],
          exclude: SLOW,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'slow', include: SLOW },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/{site,browser}/**/*.test.ts'],
          // Bulletin 48 is one of the years too.
          exclude: ['tests/browser/lighthouse.test.ts'],
          globalSetup: ['./tests/site/setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'quarterly', include: ANY_SITE, globalSetup: ['./tests/site/setup.ts'] },
      },
      {
        extends: true,
        test: { name: 'years', include: OF_YEARS, globalSetup: ['./tests/site/setup.ts'] },
      },
    ],
  },
});
