/** A line of the table. */
export interface Figure {
  readonly what: string;
  readonly is: string;
  /** What it should be, and whether it is. */
  readonly goal?: readonly [words: string, met: boolean];
}

/** Prints figures under a heading. */
export function table(heading: string, figures: readonly Figure[]): void {
  process.stdout.write(`\n${heading}\n`);
  for (const { what, is, goal } of figures) {
    const judged = goal ? `${goal[0].padEnd(28)}${goal[1] ? 'met' : 'NOT MET'}` : '';
    process.stdout.write(`  ${what.padEnd(38)}${is.padEnd(26)}${judged}`.trimEnd() + '\n');
  }
}

export const seconds = (time: number): string => `${time.toFixed(2)} s`;
export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/** How many times as long as the whole, where it should take so many at most. */
export const times = (what: string, part: number, whole: number, most: number): Figure => ({
  what,
  is: (part / whole).toFixed(2),
  goal: [`≤ ${most}`, part / whole <= most],
});

/** Which part of the whole, where it should be at most one in so many. */
export const oneIn = (what: string, part: number, whole: number, least?: number): Figure => ({
  what,
  is: `${seconds(part)}, 1/${(whole / part).toFixed(1)}`,
  ...(least === undefined ? {} : { goal: [`≤ 1/${least} of the full build`, whole / part >= least] as const }),
});
