import type { Observation } from '../../domain/observation.ts';

/** First and last day that observations speak of, ISO. */
export interface Coverage {
  readonly from: string;
  readonly to: string;
}

/** By their periods and dates; null where the bulletin names none. Never the date of the bulletin itself. */
export function coverage(observations: readonly Observation[]): Coverage | null {
  const stated = observations.flatMap(({ period, asOf }) => [period, asOf].filter((p) => p !== null));
  if (stated.length === 0) return null;
  return {
    from: stated.map(({ start }) => start).reduce((a, b) => (b < a ? b : a)),
    to: stated.map(({ end }) => end).reduce((a, b) => (b > a ? b : a)),
  };
}

/** An interval of ISO 8601, `2019-01-01/2020-12-31`; a single day stands alone. */
export const interval = ({ from, to }: Coverage): string => (from === to ? from : `${from}/${to}`);
