import type { Observation } from '../../domain/observation.ts';
import { yearOf } from '../../domain/period.ts';

/** First and last calendar year that observations speak of. */
export interface Coverage {
  readonly from: number;
  readonly to: number;
}

/** By their periods and dates; null where the bulletin names no year. Never the date of the bulletin itself. */
export function coverage(observations: readonly Observation[]): Coverage | null {
  const years = observations.flatMap(({ period, asOf }) =>
    [period, asOf].flatMap((stated) => (stated ? [yearOf(stated)] : [])),
  );
  return years.length === 0
    ? null
    : { from: years.reduce((a, b) => Math.min(a, b)), to: years.reduce((a, b) => Math.max(a, b)) };
}

/** An interval of ISO 8601: `2019/2020`; a single year stands alone. */
export const interval = ({ from, to }: Coverage): string => (from === to ? year(from) : `${year(from)}/${year(to)}`);

/** Of four digits, as ISO 8601 and xsd:gYear want it. */
export const year = (n: number): string => String(n).padStart(4, '0');
