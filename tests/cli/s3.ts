import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import S3rver from '@20minutes/s3rver';

/** A bucket of a server that is not ours, which proves each signature; it keeps its objects in a folder. */
export interface Bucket {
  /** As who runs the site has it, and as readers have it. */
  readonly address: string;
  /** Requests since the last look, in their order. */
  readonly asked: () => string[];
  /** The next request of this kind, and all after it, find no server. */
  readonly failFrom: (request: RegExp | undefined) => void;
  readonly close: () => Promise<void>;
}

/** What the server takes for the keys of its only account. */
export const KEYS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

/** The bucket serves a folder's page at the folder's address, as stores do that serve sites. */
const WEBSITE =
  '<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>' +
  '<ErrorDocument><Key>404.html</Key></ErrorDocument></WebsiteConfiguration>';

export async function openBucket(directory: string): Promise<Bucket> {
  const store = new S3rver({ directory, silent: true, configureBuckets: [{ name: 'site', configs: [WEBSITE] }] });
  await store.configureBuckets();
  const answer = store.callback();
  let log: string[] = [];
  let failing: RegExp | undefined;
  let isDown = false;
  const server = createServer((request, response) => {
    const line = `${request.method} ${decodeURIComponent(request.url!.replace('/site/', ''))}`;
    log.push(line);
    isDown ||= failing?.test(line) ?? false;
    if (isDown) request.destroy();
    else answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/site/`,
    asked: () => {
      const asked = log;
      log = [];
      return asked;
    },
    failFrom: (request) => {
      failing = request;
      isDown = false;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
