import { revealed } from '../ingest/text/unseen.ts';
import { runCommand, type Command } from './command.ts';
import { messageOf } from './failure.ts';
import { recover } from './workshop.ts';

/** Each is loaded only when it is called: a check answers in the time that others take to load Astro. */
export const COMMANDS = {
  build: async () => (await import('./build.ts')).buildCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  dev: async () => (await import('./dev.ts')).devCommand,
  new: async () => (await import('./new.ts')).newCommand,
  release: async () => (await import('./release.ts')).releaseCommand,
  sbom: async () => (await import('./sbom.ts')).sbomCommand,
  'server-config': async () => (await import('./server-config.ts')).serverConfigCommand,
  start: async () => (await import('./start.ts')).startCommand,
  sync: async () => (await import('./sync.ts')).syncCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
} satisfies Record<string, () => Promise<Command>>;

/** `node src/cli/main.cjs NAME …`, which npm's scripts call. */
export async function main(name: string | undefined, args: readonly string[]): Promise<void> {
  if (name === undefined || !isCommand(name)) {
    process.stderr.write(`没有“${revealed(name ?? '')}”这个命令，可用的有：${Object.keys(COMMANDS).join('、')}\n`);
    process.exitCode = 1;
    return;
  }
  restore();
  // A reader that stops early (`| head`) is no fault of the command.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
  });
  process.exitCode = await runCommand(await COMMANDS[name](), args, process);
}

const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);

/** What killed builds have left is put right by whichever command comes next. */
function restore(): void {
  try {
    for (const target of recover())
      process.stderr.write(`上一次生成中途被打断，已恢复原来的网站“${revealed(target)}”\n`);
  } catch (cause) {
    process.stderr.write(`上一次生成中途被打断，恢复时出了问题：${messageOf(cause)}\n`);
  }
}
