import { runCommand, type Command } from '../../src/cli/command.ts';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command answers to a call, without a process of its own. */
export async function run(command: Command, ...args: readonly string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const to = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) });
  const status = await runCommand(command, args, { stdout: to('stdout'), stderr: to('stderr') });
  return { status, ...written };
}
