import { correctionChange, correctionSubject } from '../../wording/correction.ts';
import { chineseDate, outcomeWord } from '../../wording/phrase.ts';
import { amendmentsOf, earlierPageOf, outcomesOf, pageOf, type Amendment } from '../../publication/amendment.ts';
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
    correction,
    after: { issue, version },
    ordinal,
  } = amendment;
  const { date, kind, reason, approver } = correction;
  const change = `${correctionSubject(correction)}${correctionChange(correction)}`;
  return {
    path: `/corrections/${issue.number}/v${version}/${ordinal}/`,
    title: `${kind}：第${issue.number}期${change}`,
    page: pageOf(amendment),
    earlier: earlierPageOf(amendment),
    published: date,
    updated: date,
    topic: kind,
    paragraphs: [
      `${change}。`,
      ...outcomesOf(amendment).map(
        ({ name, before, after }) => `${name}：结果由“${outcomeWord(before)}”改为“${outcomeWord(after)}”。`,
      ),
      `类别：${kind}。`,
      `原因：${reason.replace(/。?$/, '。')}`,
      `批准：${approver}。`,
      `${chineseDate(date)}，自数据版本${version}起。`,
    ],
  };
}
