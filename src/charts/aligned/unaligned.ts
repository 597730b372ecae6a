import type { Row } from '../../domain/issue.ts';
import { sinceBaseline } from '../parts/remark.ts';

/** In place of a strip: why there is none, and without a target how far it came. */
export function unaligned(row: Row, reason: string): string {
  const change = row.comparison.outcome === 'no-target' ? sinceBaseline(row) : null;
  return change === null ? reason : `${reason}；${change}`;
}
