import { quoted } from '../../wording/phrase.ts';
import { citedTitle, type Work } from './work.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * The Chicago Manual of Style, 18th edition, as a bibliography entry of the notes system. Web pages (§14.104): Author. “Title of
 * Page.” Title of Site. Date. URL. A page that states its date needs no date of access. Data have their version after the title.
 * By hand, since citation-js has no Chicago style and those of others are of the 17th edition, which leaves out the version.
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
