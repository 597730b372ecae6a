import { defineConfig } from 'vitest/config';

/** Rooms that need nothing but Node, then those that look at one real build, then its pages in a real browser. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // By default one core is left to the editor.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/*.test.ts', 'tests/!(site|browser|cases)/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'site', include: ['tests/{site,browser}/**/*.test.ts'], globalSetup: ['./tests/site/setup.ts'] },
      },
    ],
  },
});
