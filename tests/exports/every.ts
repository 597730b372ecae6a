import { readdirSync } from 'node:fs';
import { load } from '../../src/catalog.ts';
import type { Bulletin } from '../../src/domain/issue.ts';

/** Every bulletin that the cases can be read to, broken ones among them, with the name of its root. */
export const everyBulletin: readonly (readonly [name: string, bulletin: Bulletin])[] = [
  ...load('.').bulletins.map((b) => ['.', b] as const),
  ...readdirSync('tests/cases', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) =>
      load(`tests/cases/${name}`)
        .bulletins.filter((b) => b.observations.length > 0)
        .map((b) => [name, b] as const),
    ),
];
