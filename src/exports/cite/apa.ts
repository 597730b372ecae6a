import { MONTHS } from './month.ts';
import { citedTitle, type Work } from './work.ts';

/**
 * Publication Manual of the APA, 7th edition. Of data sets the manual wants the year alone, the version and `[Data set]`
 * (§10.9); of web pages the full date (§10.16). No retrieval date: the address is of one version, which does not change
 * (§9.16).
 */
export function apa(work: Work): string {
  const [year, month, day] = work.published.split('-').map(Number);
  const data = work.kind === 'dataset';
  return [
    `${work.office}.`,
    data ? `(${year}).` : `(${year}, ${MONTHS[month! - 1]} ${day}).`,
    `${citedTitle(work)}${data ? ` (Version ${work.version}) [Data set]` : ''}.`,
    `${work.site}.`,
    ...(work.address === null ? [] : [work.address]),
  ].join(' ');
}
