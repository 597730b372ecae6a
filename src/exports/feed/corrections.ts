import { quoted, chineseDate } from '../../wording/phrase.ts';
import { amendmentsOf, earlierPageOf, isAddition, pageOf, type Amendment } from '../../publication/amendment.ts';
import type { FeedEntry, Feed } from './feed.ts';
import { lastModified, type Library } from '../../publication/library.ts';
import type { Publication } from '../../publication/publication.ts';

/** Every correction with what stood there before, newest first. Without any it is as new as the site. */
export function correctionFeed(library: Library, { name, series }: Publication): Feed {
  const amendments = amendmentsOf(library);
  return {
    path: '/corrections/feed.xml',
    title: `${name}：更正记录`,
    description: `《${series}》已发布数据的更正、修订和更新，逐条写明原值、新值和原因。`,
    page: '/corrections/',
    updated: amendments[0]?.correction.date ?? lastModified(library),
    entries: amendments.map(correctionEntry),
  };
}

function correctionEntry(amendment: Amendment): FeedEntry {
  const {
    correction: { date, indicator, column, place, before, after, kind, reason, approver },
    after: { issue, version },
    ordinal,
  } = amendment;
  const added = isAddition(amendment);
  const where = `第${issue.number}期${quoted(indicator)}${place === null ? '' : `（${place}）`}`;
  return {
    path: `/corrections/${issue.number}/v${version}/${ordinal}/`,
    title: added ? `${kind}：${where}新增一行` : `${kind}：${where}${column}由${cell(before)}改为${cell(after)}`,
    page: pageOf(amendment),
    earlier: earlierPageOf(amendment),
    published: date,
    updated: date,
    topic: kind,
    paragraphs: [
      added ? `新增一行：${indicator}。` : `${column}：原为${cell(before)}，改为${cell(after)}。`,
      `类别：${kind}。`,
      `原因：${reason.replace(/。?$/, '。')}`,
      `批准：${approver}。`,
      `${chineseDate(date)}，自数据版本${version}起。`,
    ],
  };
}

const cell = (text: string): string => (text === '' ? '空白' : quoted(text));
