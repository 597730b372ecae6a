import type { KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import type { Where } from './bundle.ts';
import { readFlags, refusePositionals, UsageError } from './command.ts';
import { privateKey } from './manifest.ts';
import type { Shard } from './units/units.ts';

export interface BuildOptions extends Where {
  /** Folder holding `content/` and `data/`. */
  readonly root: string;
  readonly out: string;
  /** Whether its pages lead to each other without a server. */
  readonly portable?: boolean;
  /** Whether `.gz` and `.br` stand beside every text file. */
  readonly compress?: boolean;
  /** Signs the manifest. */
  readonly key?: KeyObject;
  /** Whether nothing of earlier builds is used. */
  readonly clean?: boolean;
  /** Where units are kept, instead of this machine's own cache: a folder that several machines fill. */
  readonly store?: string;
  /** Only fills the store with a part of the units; no site is made. */
  readonly shard?: Shard;
}

/** What was typed; throws a usage message. */
export function options(args: readonly string[]): BuildOptions {
  const { values, positionals } = readFlags(args, { ...BUILD_FLAGS, ...STORE_FLAGS });
  refusePositionals(positionals);
  return buildOptions(values);
}

export const BUILD_FLAGS = {
  root: { type: 'string', default: '.' },
  out: { type: 'string', default: 'dist' },
  base: { type: 'string', default: '/' },
  site: { type: 'string' },
  portable: { type: 'boolean' },
  compress: { type: 'boolean' },
  key: { type: 'string' },
  clean: { type: 'boolean' },
} as const;

/** Of a build that several machines share. */
const STORE_FLAGS = { store: { type: 'string' }, shard: { type: 'string' } } as const;

export const BUILD_USAGE =
  '[--root 文件夹] [--out 文件夹] [--base /子路径/] [--site https://网址] [--portable] [--compress] [--key 私钥文件] [--clean]';

/** What was typed, by flag. */
interface BuildFlags {
  readonly root: string;
  readonly out: string;
  readonly base: string;
  readonly site: string | undefined;
  readonly portable: boolean;
  readonly compress: boolean;
  readonly key: string | undefined;
  readonly clean: boolean;
  readonly store?: string | undefined;
  readonly shard?: string | undefined;
}

export function buildOptions(flags: BuildFlags): BuildOptions {
  const refusal = REFUSALS.find(({ isWrong }) => isWrong(flags));
  if (refusal) throw new UsageError(refusal.says(flags));
  const { root, out, base, site = null, portable, compress, key, clean, store, shard } = flags;
  return {
    ...{ root, out, base, site, portable, compress, clean },
    ...(key === undefined ? {} : { key: privateKey(key) }),
    ...(store === undefined ? {} : { store: resolve(store) }),
    ...(shard === undefined ? {} : { shard: shardOf(shard) }),
  };
}

/** What may not be typed, the first of which is told. */
const REFUSALS: readonly {
  readonly isWrong: (flags: BuildFlags) => boolean;
  readonly says: (flags: BuildFlags) => string;
}[] = [
  {
    isWrong: ({ base }) => !/^\/(?:[\w.~-]+\/)*$/.test(base),
    says: ({ base }) => `--base 应以 / 开头和结尾，如 /zwgk/yshj/，现在是“${base}”`,
  },
  {
    isWrong: ({ site }) => site !== undefined && !/^https?:\/\/[^/]+\/?$/.test(site),
    says: ({ site }) => `--site 应是不带路径的网址，如 https://example.gov.cn，现在是“${site}”`,
  },
  {
    isWrong: ({ portable, base, site }) => portable && (base !== '/' || site !== undefined),
    says: () => '--portable 生成不用服务器就能看的预览，不和 --base、--site 一起用',
  },
  {
    isWrong: ({ store }) => store === '',
    says: () => '--store 后面要写文件夹',
  },
  {
    isWrong: ({ clean, store }) => clean && store !== undefined,
    says: () => '--clean 不用以前生成的，不和 --store 一起用',
  },
  {
    isWrong: ({ shard, store }) => shard !== undefined && store === undefined,
    says: () => '--shard 要和 --store 一起用，写明各台机器共用的文件夹',
  },
  {
    isWrong: ({ shard, out, key }) => shard !== undefined && (out !== BUILD_FLAGS.out.default || key !== undefined),
    says: () => '--shard 只把一份存入 --store，不生成网站，不和 --out、--key 一起用',
  },
];

function shardOf(text: string): Shard {
  const [, k = '', n = ''] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  if (k !== '' && Number(k) <= Number(n)) return { k: Number(k), n: Number(n) };
  throw new UsageError(`--shard 应是“第几份/共几份”，如 2/8，现在是“${text}”`);
}
