import { chartAddress, dataAddress, issueAddress, versionAddress } from './address.ts';
import { isCharted, isWithdrawal, type Correction } from '../domain/correction.ts';
import { outcomeChanges, type OutcomeChange } from '../domain/version.ts';
import type { Bulletin } from '../domain/issue.ts';
import { memo } from '../domain/memo.ts';
import { rowsOfIndicator } from '../domain/of-indicator.ts';
import type { Library } from './library.ts';

/** A correction where it took effect. */
export interface Amendment {
  readonly correction: Correction;
  /** The first version that holds the new value, and the last with the old one; null where none is known. */
  readonly after: Bulletin;
  readonly before: Bulletin | null;
  /** Its place among the corrections of its version, from 1: the log only grows, so the two name it for good. */
  readonly ordinal: number;
}

/** Every correction of every bulletin, newest first; of one day those of the later bulletin, then the later line. */
export function amendmentsOf({ editions }: Library): Amendment[] {
  const all = [...editions.values()].flatMap((versions) =>
    versions.flatMap(({ bulletin, corrections }, i) =>
      corrections.map((correction, n): Amendment => ({
        correction,
        after: bulletin,
        before: versions[i + 1]?.bulletin ?? null,
        ordinal: n + 1,
      })),
    ),
  );
  return all.sort(
    (a, b) =>
      descending(a.correction.date, b.correction.date) ||
      b.after.issue.number - a.after.issue.number ||
      b.after.version - a.after.version ||
      b.ordinal - a.ordinal,
  );
}

function descending(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}

/** On the page of all corrections. */
export const anchorOf = ({ after, ordinal }: Pick<Amendment, 'after' | 'ordinal'>): string =>
  `correction-${after.issue.number}-v${after.version}-${ordinal}`;

/** Judgements that the version with this correction turned round, of its indicator. */
export const outcomesOf = ({ correction, before, after }: Amendment): OutcomeChange[] =>
  before === null ? [] : (turnedRound(before)(after).get(correction.code) ?? []);

/** Each correction of a version asks for its own. */
const turnedRound = memo((before: Bulletin) =>
  memo((after: Bulletin) => Map.groupBy(outcomeChanges(before, after), ({ indicator }): string | null => indicator)),
);

/** The page that shows the new value, or that it was withdrawn: the chart of a row, the bulletin for a figure of its text. */
export const pageOf = ({ correction, before, after }: Amendment): string =>
  charted(isWithdrawal(correction) && before ? before : after, correction)
    ? chartAddress(after.issue.number, correction.code!)
    : issueAddress(after.issue.number);

/** The page that shows the old value for good: of the chart, else of all data. Null where there was none. */
export function earlierPageOf({ correction, before }: Amendment): string | null {
  if (before === null) return null;
  const { issue, version } = before;
  return versionAddress(
    charted(before, correction) ? chartAddress(issue.number, correction.code!) : dataAddress(issue.number),
    version,
  );
}

const charted = (bulletin: Bulletin, c: Correction): boolean =>
  isCharted(c) && rowsOfIndicator(bulletin, c.code).length > 0;
