import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { COMPRESSED, digestsIn, MANIFEST, SIGNATURE, type Digests } from '../exports/site/manifest.ts';
import { eachAtOnce } from './at-once.ts';
import { readFlags, UsageError, type Command, type Print } from './command.ts';
import { digestOf, isSignedBy, pathsBelow, publicKey, READ_AT_ONCE } from './manifest.ts';

/** A copy of a site in a folder, or the site itself at its address. */
interface Copy {
  /** Throws where it cannot be read; undefined where it is missing. */
  readonly open: (path: string) => Promise<Readable | undefined>;
  /** What stands there without being listed; an address tells only what it is asked for. */
  readonly unlisted: (digests: Digests) => readonly string[];
  /** Files for hosts, which those do not serve. */
  readonly unserved: ReadonlySet<string>;
}

const folderCopy = (folder: string): Copy => ({
  open: async (path) =>
    Promise.resolve(existsSync(join(folder, path)) ? createReadStream(join(folder, path)) : undefined),
  unlisted: (digests) =>
    pathsBelow(folder).filter((path) => !digests.has(path) && path !== MANIFEST && path !== SIGNATURE),
  unserved: new Set(),
});

/** Milliseconds that a site may take to begin an answer. */
const PATIENCE = 30_000;

const siteCopy = (address: string): Copy => ({
  open: async (path) => {
    const way = path.split('/').map(encodeURIComponent).join('/');
    const answer = await fetch(new URL(way, address.replace(/\/?$/, '/')), { signal: AbortSignal.timeout(PATIENCE) });
    const isMissing = answer.status === 404 || answer.status === 410;
    // Some hosts give the page for what is missing under no other status.
    if (isMissing && path !== '404.html') return undefined;
    if (!answer.ok && !isMissing) throw new Error(String(answer.status));
    return Readable.from(answer.body ?? []);
  },
  unlisted: () => [],
  unserved: new Set(['_headers']),
});

/** Holds a copy or a site against its manifest. Returns the exit code: 0 all the same, 2 something is not. */
export async function verify(place: string, keyFile: string | undefined, print: Print): Promise<number> {
  const isAddress = /^https?:\/\//.test(place);
  const copy = (isAddress ? siteCopy : folderCopy)(place);
  const manifest = await wholly(copy, MANIFEST, place);
  if (manifest === undefined)
    throw new Error(
      `“${place}”里没有 ${MANIFEST}\n→ 写网站的文件夹或首页的网址；早先生成的网站没有这个文件，请重新生成`,
    );
  if (keyFile !== undefined && !(await isSigned(copy, place, manifest, keyFile, print))) return 2;
  const digests = digestsIn(manifest.toString());
  const held = [...digests].filter(([path]) => !copy.unserved.has(path));
  const faults = await faultsOf(copy, digests, held);
  for (const [path, fault] of faults) print(`${fault}：${path}`);
  if (faults.length > 0) {
    print(`${faults.length} 个文件和 ${MANIFEST} 不符，共核对 ${held.length} 个。`);
    return 2;
  }
  print(`${held.length} 个文件都和 ${MANIFEST} 一致${isAddress ? '（多出的文件从网址上看不出来）' : ''}。`);
  return 0;
}

async function isSigned(copy: Copy, place: string, manifest: Buffer, keyFile: string, print: Print): Promise<boolean> {
  const key = publicKey(keyFile);
  const signature = await wholly(copy, SIGNATURE, place);
  if (signature === undefined) print(`没有签名 ${SIGNATURE}，不能确认 ${MANIFEST} 是谁写的。`);
  else if (isSignedBy(manifest, signature, key)) return true;
  else print(`签名 ${SIGNATURE} 和公钥“${keyFile}”对不上：${MANIFEST} 被改过，或者不是用这把密钥签的。`);
  return false;
}

/** A small file in memory. */
async function wholly(copy: Copy, path: string, place: string): Promise<Buffer | undefined> {
  try {
    const stream = await copy.open(path);
    return stream && Buffer.concat(await stream.toArray());
  } catch (cause) {
    throw new Error(`“${place}”里读不到 ${path}（${reasonOf(cause)}）\n→ 写网站的文件夹或首页的网址`);
  }
}

/** The code of a failure, however deep it is wrapped: `fetch` says only that it failed. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return (cause as NodeJS.ErrnoException).code ?? (cause.cause === undefined ? cause.message : reasonOf(cause.cause));
}

/** What is missing, different, unreadable or not listed, in the order of the paths. */
async function faultsOf(
  copy: Copy,
  digests: Digests,
  held: readonly (readonly [path: string, digest: string])[],
): Promise<[path: string, fault: string][]> {
  const faults: [string, string][] = [];
  const hold = async (path: string, expected: string, unpack?: () => NodeJS.ReadWriteStream): Promise<void> => {
    const fault = await faultOf(copy, path, expected, unpack);
    if (fault !== undefined) faults.push([path, fault]);
  };
  await eachAtOnce(held, READ_AT_ONCE, ([path, expected]) => hold(path, expected));
  await eachAtOnce(copy.unlisted(digests), READ_AT_ONCE, async (path) => {
    const expected = COMPRESSED.test(path) ? digests.get(path.replace(COMPRESSED, '')) : undefined;
    if (expected === undefined) faults.push([path, '多出']);
    else await hold(path, expected, path.endsWith('.gz') ? createGunzip : createBrotliDecompress);
  });
  return faults.sort(([a], [b]) => (a < b ? -1 : 1));
}

async function faultOf(
  copy: Copy,
  path: string,
  expected: string,
  unpack?: () => NodeJS.ReadWriteStream,
): Promise<string | undefined> {
  try {
    const stream = await copy.open(path);
    if (stream === undefined) return '缺少';
    const content = unpack ? stream.compose(unpack()) : stream;
    return (await digestOf(content as Readable)) === expected ? undefined : '内容不同';
  } catch (cause) {
    return `读不出（${reasonOf(cause)}）`;
  }
}

export const verifyCommand: Command = {
  usage: '用法：npm run verify -- 网站的文件夹或网址 [--public-key 公钥文件]',
  run: (args, print) => {
    const { values, positionals } = readFlags(args, { 'public-key': { type: 'string' } });
    const [place, ...more] = positionals;
    if (place === undefined) throw new UsageError('要核对哪个网站？写它的文件夹或首页的网址');
    if (more.length > 0) throw new UsageError(`一次核对一个网站，多写了“${more[0]!}”`);
    return verify(place, values['public-key'], print);
  },
};
