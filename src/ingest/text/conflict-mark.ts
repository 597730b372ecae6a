import { problem, type Problem } from '../problem/problem.ts';

/** Git writes seven of a sign at the start of a line, then a space and a name (https://git-scm.com/docs/git-merge). */
const MARK = /^(?:<{7}|>{7})(?: |$)/;

/** Where two people have changed one file and Git could not decide; undefined where nothing says so. */
export function conflictMark(file: string, text: string): Problem | undefined {
  if (!/<{7}|>{7}/.test(text)) return undefined;
  const lines = text.split(/\r\n|\r|\n/);
  const index = lines.findIndex((line) => MARK.test(line));
  return index < 0 ? undefined : problem('file/conflict-mark', { file, line: index + 1 }, lines[index]!.slice(0, 60));
}
