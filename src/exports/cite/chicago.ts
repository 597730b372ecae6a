import { quoted } from '../../wording/phrase.ts';
import { MONTHS } from './month.ts';
import { citedTitle, type Work } from './work.ts';

/**
 * The Chicago Manual of Style, 18th edition, as a bibliography entry of the notes system. Web pages (§14.104): Author. “Title of
 * Page.” Title of Site. Date. URL. A page that states its date needs no date of access. Data have their version after the title.
 */
export function chicago(work: Work): string {
  const [year, month, day] = work.published.split('-').map(Number);
  return [
    `${work.office}.`,
    quoted(`${citedTitle(work)}.`),
    ...(work.kind === 'dataset' ? [`Version ${work.version}.`] : []),
    `${work.site}.`,
    `${MONTHS[month! - 1]} ${day}, ${year}.`,
    ...(work.address === null ? [] : [`${work.address}.`]),
  ].join(' ');
}
