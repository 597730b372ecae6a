import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function edit(root: string, path: string, from: RegExp, to: (found: string) => string): void {
  const text = readFileSync(join(root, path), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} does not hold ${from.source}`);
  writeFileSync(join(root, path), changed);
}

/** One number of the appended table of one bulletin, which no text states. */
export const changeNumber = (root: string, number: number): void =>
  edit(root, `data/issues/${number}/comparison.csv`, /(?<=示例占比一,.*)\d(?=%,暂缺)/, (digit) =>
    String((Number(digit) + 1) % 10),
  );

export const changeTitle = (root: string, number: number): void =>
  edit(root, `content/issues/${number}.mdx`, /(?<=^title: .*)通报$/m, () => '情况通报');
