import { problem, type Problem } from '../problem/problem.ts';
import { LIMIT } from '../text/limit.ts';

/** What is too large to be parsed: the parser of Markdown takes the square of the time for some long texts. */
export function sizeProblems(file: string, body: string): Problem[] {
  const lines = body.split(/\r\n|\r|\n/);
  const whole = [
    ...tooLong(file, lines.length, LIMIT.textLines, '行'),
    ...tooLong(file, body.length, LIMIT.textLetters, '字'),
  ];
  const signs = body.match(SIGN)?.length ?? 0;
  if (signs > LIMIT.textSigns)
    whole.push(problem('mdx/many-signs', { file }, null, { count: signs, limit: LIMIT.textSigns }));
  return whole.length > 0 ? whole : longParagraphs(file, lines);
}

const SIGN = /[[\]*_`<>&\\!#+]|\d[.)]/g;

const tooLong = (file: string, count: number, limit: number, unit: string): Problem[] =>
  count > limit ? [problem('mdx/long-text', { file }, null, { count, limit, unit })] : [];

/** A paragraph is what stands between two blank lines. */
function longParagraphs(file: string, lines: readonly string[]): Problem[] {
  const found: Problem[] = [];
  let [first, letters] = [0, 0];
  for (const [i, line] of [...lines, ''].entries()) {
    if (line.trim() !== '') {
      letters += line.length;
      continue;
    }
    if (letters > LIMIT.paragraphLetters)
      found.push(
        problem('mdx/long-paragraph', { file, line: first + 1 }, null, {
          count: letters,
          limit: LIMIT.paragraphLetters,
        }),
      );
    [first, letters] = [i + 1, 0];
  }
  return found;
}
