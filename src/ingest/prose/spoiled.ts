import { CONTROL, HIDDEN } from '../text/letters.ts';
import { letterLost, mojibake } from '../text/mojibake.ts';
import { problem, type Problem } from '../problem/problem.ts';

/** Lines whose text was destroyed, or shows otherwise than it is stored. */
export function spoiled(file: string, body: string): Problem[] {
  return body.split(/\r\n|\r|\n/).flatMap((line, i) => {
    const code = spoiledBy(line);
    return code ? [problem(code, { file, line: i + 1 }, line.trim())] : [];
  });
}

function spoiledBy(line: string): 'file/mojibake' | 'file/letter-lost' | 'file/control-character' | undefined {
  if (mojibake(line)) return 'file/mojibake';
  if (letterLost(line)) return 'file/letter-lost';
  return CONTROL.test(line) || HIDDEN.test(line) ? 'file/control-character' : undefined;
}
