import { defineConfig } from 'vitest/config';

/** `npm run mutate`: the tests that say what the domain and the readers mean; properties with a tenth of their runs. */
export default defineConfig({
  test: {
    include: ['tests/cases.test.ts', 'tests/{domain,ingest,reconcile,ledger,check,wording}/**/*.test.ts'],
    // What fills a reader to its limits, or compiles texts, takes too long for every mutation.
    exclude: ['tests/ingest/{size,limit}.test.ts'],
    env: { FUZZ_TIMES: '0.1' },
    testTimeout: 120_000,
  },
});
