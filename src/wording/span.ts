/** Numbers in order, three and more that follow each other as a span: 1, 2, 3, 4, 6 → `1至4`, `6`. */
export function spans(numbers: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}至${run.at(-1)}`] : run.map(String)));
}
