import {
  dataAddress,
  dataFileAddress,
  indicatorAddress,
  issueAddress,
  versionAddress,
} from '../../publication/address.ts';
import type { Correction } from '../../domain/correction.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { bulletinsOfIndicator, observationsOfIndicator, rowsOfIndicator } from '../../domain/of-indicator.ts';
import type { Edition } from '../../domain/version.ts';
import { amendmentsOf, earlierPageOf, pageOf } from '../../publication/amendment.ts';
import { bulletinsOf, type Library } from '../../publication/library.ts';
import { addressIn, fullAddress, isPublic, type Publication } from '../../publication/publication.ts';
import { comparisonRecord, type ComparisonRecord } from '../dataset/comparison-record.ts';
import { observationRecord, type ObservationRecord } from '../dataset/observation-record.ts';
import { issueRecord, type IssueRecord } from '../dataset/record.ts';

/** Folder of the static interface. Fields may be added below it, never taken away: that would be v2. */
export const API = 'api/v1/';

/**
 * `record` of a list is the address of the full answer, relative to the list. Addresses of pages are in full; null while
 * the site has no public one.
 */
export interface IssueList {
  readonly issues: readonly {
    readonly number: number;
    readonly title: string;
    readonly date: string;
    readonly topic: string;
    readonly version: number;
    readonly released: string | null;
    readonly address: string | null;
    readonly record: string;
    /** Address of all its observations as a table, relative to the list. */
    readonly csv: string;
    readonly counts: {
      readonly observations: number;
      readonly comparisons: number;
      readonly versions: number;
      readonly corrections: number;
    };
  }[];
}

/** `issue.json` with its versions. */
export interface IssueAnswer extends IssueRecord {
  /** Of the bulletin's page, in full; absent while the site has no public address. */
  readonly address?: string;
  /** Newest first. */
  readonly versions: readonly {
    readonly version: number;
    readonly released: string | null;
    readonly data: string | null;
    readonly corrections: readonly Correction[];
  }[];
}

export interface IndicatorList {
  readonly indicators: readonly {
    readonly code: string;
    readonly name: string;
    readonly unit: Indicator['unit'];
    readonly direction: Indicator['direction'];
    readonly address: string | null;
    readonly record: string;
    /** Oldest first. */
    readonly issues: readonly number[];
  }[];
}

/** One indicator across bulletins, oldest first. */
export interface IndicatorAnswer {
  readonly indicator: Indicator;
  readonly address: string | null;
  readonly observations: readonly (ObservationRecord & { readonly version: number })[];
  readonly comparisons: readonly (ComparisonRecord & { readonly issue: number; readonly version: number })[];
}

/** Newest first. */
export interface CorrectionList {
  readonly corrections: readonly (Correction & {
    readonly version: number;
    readonly address: string | null;
    readonly earlier: string | null;
  })[];
}

export const issueList = ({ editions }: Library, publication: Publication): IssueList => ({
  issues: [...editions].map(([number, versions]) => {
    const {
      issue: { title, date, topic },
      version,
      released,
      observations,
      groups,
    } = versions[0]!.bulletin;
    return {
      number,
      title,
      date,
      topic,
      version,
      released,
      address: fullAddress(publication, issueAddress(number)),
      record: `issues/${number}.json`,
      csv: `${'../'.repeat(API.split('/').length - 1)}${dataFileAddress(number, 'observations.csv').slice(1)}`,
      counts: {
        observations: observations.length,
        comparisons: groups.flatMap((g) => g.rows).length,
        versions: versions.length,
        corrections: versions.flatMap(({ corrections }) => corrections).length,
      },
    };
  }),
});

export const issueAnswer = (versions: readonly Edition[], publication: Publication): IssueAnswer => ({
  ...issueRecord(versions[0]!.bulletin),
  ...(isPublic(publication)
    ? { address: addressIn(publication, issueAddress(versions[0]!.bulletin.issue.number)) }
    : {}),
  versions: versions.map(({ bulletin: { issue, version, released }, corrections }) => ({
    version,
    released,
    data: fullAddress(publication, versionAddress(dataAddress(issue.number), version)),
    corrections,
  })),
});

export const indicatorList = (library: Library, publication: Publication): IndicatorList => ({
  indicators: [...library.indicators.values()].map(({ code, name, unit, direction }) => ({
    code,
    name,
    unit,
    direction,
    address: fullAddress(publication, indicatorAddress(code)),
    record: `indicators/${code}.json`,
    issues: [
      ...new Set(
        oldestFirst(code, library).flatMap((bulletin) =>
          observationsOfIndicator(bulletin, code).map(({ issue }) => issue),
        ),
      ),
    ],
  })),
});

export const indicatorAnswer = (indicator: Indicator, library: Library, publication: Publication): IndicatorAnswer => ({
  indicator,
  address: fullAddress(publication, indicatorAddress(indicator.code)),
  observations: observationsOf(indicator.code, library),
  comparisons: oldestFirst(indicator.code, library).flatMap((bulletin) =>
    rowsOfIndicator(bulletin, indicator.code).map(({ comparison }) => ({
      issue: bulletin.issue.number,
      version: bulletin.version,
      ...comparisonRecord(comparison),
    })),
  ),
});

export const correctionList = (library: Library, publication: Publication): CorrectionList => ({
  corrections: amendmentsOf(library).map((amendment) => {
    const earlier = earlierPageOf(amendment);
    return {
      ...amendment.correction,
      version: amendment.after.version,
      address: fullAddress(publication, pageOf(amendment)),
      earlier: earlier === null ? null : fullAddress(publication, earlier),
    };
  }),
});

/** The bulletins that speak of an indicator. */
const oldestFirst = (code: string, library: Library) => bulletinsOfIndicator(bulletinsOf(library), code).toReversed();

const observationsOf = (code: string, library: Library): IndicatorAnswer['observations'] =>
  oldestFirst(code, library).flatMap((bulletin) =>
    observationsOfIndicator(bulletin, code).map((o) => ({ ...observationRecord(o), version: bulletin.version })),
  );
