import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { syncCommand } from '../../src/cli/sync.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { headersOf } from '../../src/exports/site/header-rule.ts';
import { run } from '../cli/run.ts';
import { KEYS, openBucket, type Bucket } from '../cli/s3.ts';
import { files, folder } from './page.ts';

const work = mkdtempSync(join(tmpdir(), 'bulletin-synced-'));
let bucket: Bucket;
beforeAll(async () => {
  bucket = await openBucket(work);
  for (const [name, value] of Object.entries(KEYS)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await bucket.close();
  rmSync(work, { recursive: true, force: true });
});

test('an object store serves the whole site as it was built, each file as the table of headers says', async () => {
  const { status, stderr } = await run(syncCommand, bucket.address, '--out', folder);
  expect([status, stderr]).toEqual([0, '']);
  expect(await run(verifyCommand, bucket.address)).toMatchObject({ status: 0, stderr: '' });
  for (const file of files) {
    const { headers } = await fetch(bucket.address + file, { method: 'HEAD' });
    const { 'Content-Type': type = 'text/plain; charset=utf-8', 'Cache-Control': cache } = headersOf(`/${file}`);
    expect([headers.get('content-type'), headers.get('cache-control')], file).toEqual([type, cache]);
  }
});
