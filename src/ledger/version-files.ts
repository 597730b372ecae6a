import { csvFormatRows } from 'd3-dsv';
import type { Correction } from '../domain/correction.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin } from '../domain/issue.ts';
import type { Publisher } from '../domain/version.ts';
import type { Units } from '../domain/unit.ts';
import { grid } from '../ingest/table/csv.ts';
import { visible } from '../ingest/text/letters.ts';
import { indicatorsIn, promisedAddresses } from '../publication/page.ts';
import { ADDRESSES } from './editions.ts';
import { EDITION, editionJson, type EditionRecord, type RecordedUnit } from './edition-record.ts';
import type { Digest } from './ledger.ts';
import { tablesOf } from './slugs.ts';
import { REGISTRY, UNITS, type Sources } from './sources.ts';
import { MANIFEST, manifestOf, type VersionFiles } from './version-folder.ts';

/** What a version is made of. */
export interface VersionParts {
  /** With its version and the day of its release. */
  readonly bulletin: Bulletin;
  /** The corrections that made it of the version before. */
  readonly corrections: readonly Correction[];
  /** Record of the version before. */
  readonly earlier: EditionRecord | undefined;
  readonly sources: Sources;
  /** Texts of the registry and of the office's own units. */
  readonly registry: string;
  readonly units: string | undefined;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly known: Units;
  readonly publisher: Publisher;
  /** Public data files by name, as they are to be served for good. */
  readonly data: ReadonlyMap<string, string>;
}

/** All files of a version's folder: what was written, what is made of it for the public, and the list of both. */
export function versionFiles(parts: VersionParts, digest: Digest): VersionFiles {
  const { bulletin, sources } = parts;
  const folder = `data/issues/${bulletin.issue.number}/`;
  const files = new Map<string, Uint8Array>([
    [sources.text.path, sources.text.bytes],
    ...[...sources.tables].map(([name, { bytes }]) => [folder + name, bytes] as const),
    ...sharedFiles(parts),
    [EDITION, bytesOf(editionJson(recordOf(parts)))],
    ...[...parts.data].map(([name, text]) => [name, bytesOf(text)] as const),
    [
      ADDRESSES,
      bytesOf(
        promisedAddresses(bulletin)
          .map((address) => `${address}\n`)
          .join(''),
      ),
    ],
  ]);
  return files.set(MANIFEST, bytesOf(manifestOf(files, digest)));
}

function recordOf({ bulletin, corrections, earlier, indicators, known, publisher }: VersionParts): EditionRecord {
  const log = earlier?.log ?? [];
  return {
    bulletin,
    log: [...log, ...corrections],
    since: log.length,
    indicators: indicatorsIn(bulletin).map((code) => indicators.get(code)!),
    units: unitsIn(bulletin).map((name) => recordedUnit(name, known)),
    publisher,
    tables: tablesOf(earlier?.tables ?? {}, bulletin),
  };
}

const unitsIn = ({ observations }: Bulletin): string[] => [...new Set(observations.map(({ unit }) => unit))];

function recordedUnit(name: string, known: Units): RecordedUnit {
  const unit = known.find(name);
  return { name, kind: unit?.kind ?? '', difference: unit?.difference ?? '' };
}

/** Of the files that all bulletins share, the lines that this one uses. */
function sharedFiles({ bulletin, registry, units }: VersionParts): (readonly [string, Uint8Array])[] {
  const codes = indicatorsIn(bulletin);
  const own = unitsIn(bulletin);
  return [
    [REGISTRY, linesOf(REGISTRY, registry, '编码', (code) => codes.includes(code))],
    ...(units === undefined
      ? []
      : [[UNITS, linesOf(UNITS, units, '单位', (unit) => own.some((name) => name.endsWith(unit)))] as const]),
  ];
}

function linesOf(file: string, text: string, column: string, isUsed: (key: string) => boolean): Uint8Array {
  const [head = [], ...rows] = grid(file, text).lines.map(({ cells }) => cells.map(visible));
  const at = head.indexOf(column);
  return bytesOf(`${csvFormatRows([head, ...rows.filter((row) => isUsed(row[at] ?? ''))])}\n`);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
