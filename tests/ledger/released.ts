import { expect } from 'vitest';
import { sha256, sources } from '../../src/catalog.ts';
import { assemble, type Assembled } from '../../src/check/assemble.ts';
import { tidy } from '../../src/exports/dataset/csv.ts';
import { issueJson } from '../../src/exports/dataset/record.ts';
import { format } from '../../src/ingest/problem/problem.ts';
import { FORMAT, LEDGER, ledgerText } from '../../src/ledger/ledger.ts';
import { versionFiles } from '../../src/ledger/version-files.ts';
import { MANIFEST, versionFolder } from '../../src/ledger/version-folder.ts';

/** A root by path, as text. */
export type Root = Readonly<Record<string, string>>;

export const PUBLISHER = { name: '甲市数据', series: '甲市通报', office: '甲市办公室', city: '甲市' };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (root: Root): Assembled =>
  assemble(
    Object.entries(root).map(([path, text]) => ({ path, bytes: bytesOf(text) })),
    sha256,
  );

/** The root with the next version of a bulletin sealed, as `npm run release` seals it. */
export function release(root: Root, date: string, number = 48): Root {
  const { bulletins, histories, releases, indicators, units, problems } = read(root);
  expect(problems.filter((p) => p.severity === 'error').map(format)).toEqual([]);
  const { due, released } = histories.get(number)!;
  const bulletin = { ...bulletins.find((b) => b.issue.number === number)!, released: date };
  const folder = `data/issues/${number}/`;
  const file = (path: string): { path: string; bytes: Uint8Array } => ({ path, bytes: bytesOf(root[path]!) });
  const files = versionFiles(
    {
      bulletin,
      corrections: due!.corrections.map(({ correction }) => correction),
      earlier: released[0]?.record(),
      sources: {
        text: file(`content/issues/${number}.mdx`),
        tables: new Map(
          Object.keys(root)
            .filter((path) => path.startsWith(folder))
            .map((path) => [path.slice(folder.length), file(path)]),
        ),
      },
      registry: root['data/indicators.csv']!,
      units: root['data/units.csv'],
      indicators,
      known: units,
      publisher: PUBLISHER,
      data: new Map([
        ['observations.csv', tidy(bulletin)],
        ['issue.json', issueJson(bulletin)],
      ]),
    },
    sha256,
  );
  const { version } = bulletin;
  const line = { issue: number, version, format: FORMAT, date, sha256: sha256(files.get(MANIFEST)!) };
  const within = versionFolder(line);
  return {
    ...root,
    ...Object.fromEntries(
      [...files].map(([name, bytes]) => [within + name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]),
    ),
    [LEDGER]: ledgerText([...releases.map((r) => r.release), line], sha256),
  };
}

const HEAD = '日期,期号,指标,列,原值,新值,类别,原因,批准,出处';
export const LOG = 'data/corrections.csv';

/** The root with lines added to its log of corrections. */
export const log = (root: Root, ...entries: string[]): Root => ({
  ...root,
  [LOG]: `${[...(root[LOG]?.trimEnd().split('\n') ?? [HEAD]), ...entries].join('\n')}\n`,
});

/** This project's root as it was before anything was released. */
export const unreleased = (): Root =>
  Object.fromEntries(
    sources('.')
      .filter(({ path }) => path !== LEDGER && path !== LOG && !path.startsWith('data/published/'))
      .map(({ path, bytes }) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]),
  );
