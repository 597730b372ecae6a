import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersOf } from '../exports/site/header-rule.ts';
import { digestsIn, MANIFEST, manifestLine, SIGNATURE, type Digests } from '../exports/site/manifest.ts';
import { sha256 } from '../integrations/sha256.ts';
import { fileAt, PUBLISHED_ADDRESSES } from '../publication/address.ts';
import { eachAtOnce } from './at-once.ts';
import { readFlags, UsageError, type Command, type Print } from './command.ts';
import { objectStore, type ObjectStore } from './object-store.ts';

/**
 * In the store while it is being changed: what is to be sent or removed, each with the digest that it has by now, if that is known.
 * After a sync that was stopped it says of which files the store's manifest is not to be believed.
 */
export const JOURNAL = `${MANIFEST}.journal`;

/** In place of a digest: this may be the file before, the new one, or none. */
const UNKNOWN = '0'.repeat(64);

/** Of headers: which of the site's own files says how the others are served. */
const TABLE = '_headers';

const SENT_AT_ONCE = 16;

/** Files after which the journal is written anew: so many at least, and a tenth of all, so that a stopped sync loses no more. */
const STEP = 1000;

/** Addresses shown where more are missing. */
const SHOWN = 20;

/**
 * Makes a store hold what a build has made. The two manifests say what differs; nothing is listed, nothing else is sent.
 * Returns the exit code: 0 the same, 2 the store has promised addresses that this site has not, and nothing was touched.
 */
export async function sync(folder: string, store: ObjectStore, print: Print, step = STEP): Promise<number> {
  const manifest = manifestIn(folder);
  const local = digestsIn(manifest.toString());
  const there = new Map([...read(await store.get(MANIFEST)), ...read(await store.get(JOURNAL))]);
  const signature = await store.get(SIGNATURE);
  const missing = promisedIn(await store.get(PUBLISHED_ADDRESSES)).filter((address) => !local.has(fileAt(address)));
  if (missing.length > 0) {
    print(`存储里的网站公布过${missing.length}个网址，这个文件夹里没有，什么也没有改动：`);
    print([...missing.slice(0, SHOWN), ...(missing.length > SHOWN ? ['……'] : [])].join('\n'));
    print('→ 核对存储的网址；公布过的网址不能失效，请用完整的公布台账重新生成');
    return 2;
  }
  const groups = changed(local, there);
  const stale = [...there.keys()].filter((path) => !local.has(path));
  const sent = groups.flat().length;
  if (sent + stale.length > 0 || !isSame(signature, signatureIn(folder))) {
    await sendFiles(folder, local, groups, stale, store, Math.max(step, Math.ceil(sent / 10)));
    await sendManifest(folder, manifest, store);
    await eachAtOnce(stale, SENT_AT_ONCE, (path) => store.remove(path));
    await store.remove(JOURNAL);
  }
  print(`送出${sent}个文件，${local.size - sent}个没有变，删去${stale.length}个不再有的。`);
  return 0;
}

/**
 * What must be sent, in groups of which each is whole before the next begins. First come files that no page leads to yet, pages
 * that readers already reach come last, so that at no moment a page leads to what is not there.
 */
function changed(local: Digests, there: Digests): string[][] {
  // How files are served is a file itself: where that has changed, all are sent with their new headers.
  const isServedAlike = there.get(TABLE) === local.get(TABLE);
  const paths = [...local.keys()].filter((path) => !isServedAlike || there.get(path) !== local.get(path));
  const rank = (path: string): number => {
    if (path === TABLE) return 0;
    // What the site promises is promised once it is there.
    if (path === PUBLISHED_ADDRESSES) return 5;
    return (there.has(path) ? 3 : 1) + (path.endsWith('.html') ? 1 : 0);
  };
  return [0, 1, 2, 3, 4, 5].map((nth) => paths.filter((path) => rank(path) === nth));
}

async function sendFiles(
  folder: string,
  local: Digests,
  groups: readonly (readonly string[])[],
  stale: readonly string[],
  store: ObjectStore,
  step: number,
): Promise<void> {
  const state = new Map([...groups.flat(), ...stale].map((path) => [path, UNKNOWN]));
  const record = (): Promise<void> => {
    const lines = [...state].map(([path, digest]) => manifestLine(path, digest));
    return send(store, JOURNAL, Buffer.from(lines.join('')));
  };
  await record();
  let count = 0;
  for (const paths of groups)
    await eachAtOnce(paths, SENT_AT_ONCE, async (path) => {
      await send(store, path, bytesOf(folder, path, local));
      state.set(path, local.get(path)!);
      count += 1;
      if (count % step === 0) await record();
    });
}

function manifestIn(folder: string): Buffer {
  const file = join(folder, MANIFEST);
  if (existsSync(file)) return readFileSync(file);
  throw new Error(`“${folder}”里没有 ${MANIFEST}\n→ 先用 npm run build 生成网站`);
}

function signatureIn(folder: string): Buffer | undefined {
  const file = join(folder, SIGNATURE);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** Of a file in the store, which may not be there yet. */
const read = (manifest: Buffer | undefined): Digests => digestsIn(manifest?.toString() ?? '');
const isSame = (a: Uint8Array = Buffer.of(), b: Uint8Array = Buffer.of()): boolean => Buffer.compare(a, b) === 0;
const promisedIn = (addresses: Buffer | string = ''): string[] =>
  addresses
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('/'));

/** As it was built: a folder that was changed since, or is being built anew, is not sent. */
function bytesOf(folder: string, path: string, local: Digests): Buffer {
  const bytes = readFileSync(join(folder, path));
  if (sha256(bytes) === local.get(path)) return bytes;
  throw new Error(`“${join(folder, path)}”和 ${MANIFEST} 不符，生成以后被改过\n→ 重新生成网站，再运行一次`);
}

/** The signature first: without the manifest that it signs it harms nobody, while a manifest without it would look forged. */
async function sendManifest(folder: string, manifest: Buffer, store: ObjectStore): Promise<void> {
  const signature = signatureIn(folder);
  await (signature ? send(store, SIGNATURE, signature) : store.remove(SIGNATURE));
  await send(store, MANIFEST, manifest);
}

const send = (store: ObjectStore, path: string, bytes: Buffer): Promise<void> =>
  store.put(path, bytes, headersAt(path));

/** Of the headers of a file those that an object keeps; the others are for whoever serves it to say. */
function headersAt(path: string): Record<string, string> {
  const { 'Content-Type': type, 'Cache-Control': cache } = headersOf(`/${path}`);
  return { 'Content-Type': type ?? 'text/plain; charset=utf-8', 'Cache-Control': cache! };
}

export const syncCommand: Command = {
  usage: '用法：npm run sync -- https://存储的网址/存储桶/ [--out 网站的文件夹]',
  run: (args, print) => {
    const { values, positionals } = readFlags(args, { out: { type: 'string', default: 'dist' } });
    const [address, ...more] = positionals;
    if (address === undefined) throw new UsageError('送到哪里？写首页所在的网址，如 https://store.example/bulletin/');
    if (more.length > 0) throw new UsageError(`一次送到一个地方，多写了“${more[0]!}”`);
    if (!/^https?:\/\/[^/?#]+(\/[^?#]*)?$/.test(address))
      throw new UsageError(`存储的网址应以 https:// 开头，不带 ? 和 #，现在是“${address}”`);
    return sync(values.out, objectStore(address, process.env), print);
  },
};
