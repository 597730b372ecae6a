import { join } from 'node:path';
import { errorsOf, mutations, rootAt } from './mutation.ts';

// `npm run mutate:facts`: every single damage to the figures of these roots, and how many are told.

for (const folder of ['.', 'tests/roots/quarterly', 'tests/roots/over-time']) {
  const root = rootAt(join(import.meta.dirname, '../..', folder));
  const counts = new Map<string, { noticed: number; all: number }>();
  const unnoticed: string[] = [];
  for (const { kind, what, root: damaged } of mutations(root)) {
    const count = counts.get(kind) ?? { noticed: 0, all: 0 };
    const noticed = errorsOf(damaged).length > 0;
    counts.set(kind, { noticed: count.noticed + Number(noticed), all: count.all + 1 });
    if (!noticed) unnoticed.push(`${kind}: ${what}`);
  }
  process.stdout.write(`${folder}\n`);
  for (const [kind, { noticed, all }] of counts) process.stdout.write(`  ${kind}: ${noticed} of ${all}\n`);
  process.stdout.write(unnoticed.map((line) => `    ${line}\n`).join(''));
}
