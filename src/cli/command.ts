import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { printableLines } from '../ingest/text/unseen.ts';
import { messageOf } from './failure.ts';

/** Writes one message and a line's end. */
export type Print = (text: string) => void;

/** What `npm run NAME` does. */
export interface Command {
  /** `用法：npm run …`, with every flag. */
  readonly usage: string;
  /** Returns the exit code: 0 done, 2 the data may not be published. Throws whatever else went wrong. */
  readonly run: (args: readonly string[], print: Print) => number | Promise<number>;
}

/** A wrong call: it is answered with the usage. */
export class UsageError extends Error {}

/** Where a command writes. */
export interface Output {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
}

/** Runs a command as a person called it. Returns the exit code: 1 where it was called wrongly or could not be done. */
export async function runCommand(
  { usage, run }: Command,
  args: readonly string[],
  { stdout, stderr }: Output,
): Promise<number> {
  const print: Print = (text) => {
    if (text !== '') stdout.write(`${text}\n`);
  };
  if (args.includes('--help') || args.includes('-h')) {
    print(usage);
    return 0;
  }
  try {
    return await run(args, print);
  } catch (cause) {
    stderr.write(`${printableLines(messageOf(cause))}\n${cause instanceof UsageError ? `${usage}\n` : ''}`);
    return 1;
  }
}

type Flags = Readonly<
  Record<string, { readonly type: 'string'; readonly default?: string } | { readonly type: 'boolean' }>
>;

type Values<F extends Flags> = {
  readonly [K in keyof F]: F[K] extends { type: 'boolean' }
    ? boolean
    : F[K] extends { default: string }
      ? string
      : string | undefined;
};

/** Flags and what stands beside them. Throws a usage error in the words of those who type; parseArgs has only English ones. */
export function readFlags<const F extends Flags>(
  args: readonly string[],
  flags: F,
): { readonly values: Values<F>; readonly positionals: readonly string[] } {
  const options = flags as unknown as ParseArgsOptionsConfig;
  const { tokens, values, positionals } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === 'option') refuse(token, flags);
  const absent = Object.entries(flags).filter(([name, { type }]) => type === 'boolean' && !(name in values));
  return {
    values: { ...values, ...Object.fromEntries(absent.map(([name]) => [name, false])) } as Values<F>,
    positionals,
  };
}

function refuse(
  { name, rawName, value }: { name: string; rawName: string; value?: string | undefined },
  flags: Flags,
): void {
  const flag = Object.hasOwn(flags, name) && rawName === `--${name}` ? flags[name] : undefined;
  if (!flag) throw new UsageError(`没有“${rawName}”这个选项`);
  if (flag.type === 'boolean' && value !== undefined)
    throw new UsageError(`“${rawName}”后面不写内容，现在写了“${value}”`);
  if (flag.type === 'string' && (value === undefined || value.startsWith('--')))
    throw new UsageError(`“${rawName}”后面要写内容`);
}

/** Of commands that take flags alone. */
export function refusePositionals(positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined) throw new UsageError(`看不懂“${first}”，选项要以 -- 开头`);
}

/** 0 takes any free one. */
export function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65535) return port;
  throw new UsageError(`--port 应是 0 到 65535 的整数，如 4322，现在是“${text}”`);
}
