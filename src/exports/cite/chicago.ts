import { MONTHS } from './month.ts';
import { quoted } from '../../wording/phrase.ts';
import { citedTitle, type Work } from './work.ts';

/**
 * The Chicago Manual of Style, 18th edition, as a bibliography entry of the notes system, letter for letter what the style of
 * the CSL project makes of the same item: Author. “Title of Page.” Version. Title of Site, Date. URL. A page that states its
 * date needs no date of access (§14.104). By hand, since that style is CC BY-SA and each run of a processor costs half a
 * millisecond.
 */
export function chicago(work: Work): string {
  const [year, month, day] = work.published.split('-').map(Number);
  return [
    `${work.office}.`,
    quoted(`${citedTitle(work)}.`),
    ...(work.kind === 'dataset' ? ['Data set.'] : []),
    `Version ${work.version}.`,
    `${work.site}, ${MONTHS[month! - 1]} ${day}, ${year}.`,
    ...(work.address === null ? [] : [`${work.address}.`]),
  ].join(' ');
}
