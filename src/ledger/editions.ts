import { correctedFigures, type Correction } from '../domain/correction.ts';
import type { Bulletin } from '../domain/issue.ts';
import { lookup } from '../ingest/text/letters.ts';
import type { Observation } from '../domain/observation.ts';
import type { Edition } from '../domain/version.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import type { Tie } from '../reconcile/reconcile.ts';
import type { EditionRecord } from './edition-record.ts';
import type { History, ReleasedVersion } from './history.ts';
import { textOf, type VersionFiles } from './version-folder.ts';

/** Name of the file in a version's folder that lists what addresses it promised, one a line. */
export const ADDRESSES = 'addresses.txt';

/** Public data files that are served as they were sealed. */
const PUBLIC_FILES = ['observations.csv', 'issue.json'] as const;

export const addressesIn = (files: VersionFiles): string[] => textOf(files.get(ADDRESSES)).split('\n').filter(Boolean);

/** Every version of a bulletin, newest first: each released one as its folder has it, and what the files would become. */
export function editionsOf(
  { released, due }: History,
  bulletin: ReconciledBulletin,
): [Edition<ReconciledBulletin>, ...Edition[]] {
  const editions = released.map(editionOf);
  const [newest, ...earlier] = editions;
  const pending = due?.corrections.map(({ correction }) => correction) ?? [];
  if (due)
    return [
      {
        bulletin: withCorrected({ ...bulletin, version: due.version, released: null }, [
          ...(released[0]?.record().log ?? []),
          ...pending,
        ]),
        corrections: pending,
      },
      ...editions,
    ];
  return [{ ...newest!, bulletin: withFigures(bulletin, newest!.bulletin) }, ...earlier];
}

function editionOf({ files, record }: ReleasedVersion): Edition {
  const { bulletin, log, since, indicators, publisher }: EditionRecord = record();
  return {
    bulletin: withCorrected(bulletin, log),
    corrections: log.slice(since),
    sealed: {
      indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
      publisher,
      files: new Map(PUBLIC_FILES.map((name) => [name, files.get(name)!])),
      addresses: addressesIn(files),
    },
  };
}

/** A bulletin that knows which of its figures are not as printed. */
function withCorrected<B extends Bulletin>(bulletin: B, log: readonly Correction[]): B {
  const columns = new Set(['数值', ...bulletin.groups.flatMap((g) => g.columns.map(({ label }) => lookup(label)))]);
  const corrected = correctedFigures(log, ({ column }) => columns.has(lookup(column)));
  return corrected.length === 0 ? bulletin : { ...bulletin, corrected };
}

/** The text of a bulletin with the figures that a version published of it: the two have the same facts in the same order. */
function withFigures(bulletin: ReconciledBulletin, published: Bulletin): ReconciledBulletin {
  const facts = new Map<unknown, Observation>(bulletin.facts.map((fact, i) => [fact, published.facts[i] ?? fact]));
  return { ...bulletin, ...published, ties: bulletin.ties.map((tie) => rebound(tie, facts) as Tie) };
}

/** A part of the text with other objects for the facts that it is tied to. */
function rebound(value: unknown, facts: ReadonlyMap<unknown, Observation>): unknown {
  const fact = facts.get(value);
  if (fact) return fact;
  if (Array.isArray(value)) return value.map((item) => rebound(item, facts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rebound(item, facts)]));
}
