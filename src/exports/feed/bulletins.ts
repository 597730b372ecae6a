import { issueAddress } from '../../publication/address.ts';
import { issueFinding } from '../../wording/finding.ts';
import type { Edition } from '../../domain/version.ts';
import { chineseDate, versionWord } from '../../wording/phrase.ts';
import type { FeedEntry, Feed } from './feed.ts';
import { lastModified, modified, publicationFor, type Library } from '../../publication/library.ts';
import type { Publication } from '../../publication/publication.ts';

/** Every bulletin with its finding, newest first. @param path where the feed stands: `/feed.xml`, `/feed.json`. */
export const bulletinFeed = (library: Library, publication: Publication, path: string): Feed => ({
  path,
  title: publication.name,
  description: publication.description,
  page: '/',
  updated: lastModified(library),
  entries: [...library.editions.values()].map((editions) => bulletinEntry(editions, library, publication)),
});

function bulletinEntry(editions: readonly Edition[], { indicators }: Library, publication: Publication): FeedEntry {
  const { bulletin } = editions[0]!;
  const { issue, version, released } = bulletin;
  const page = issueAddress(issue.number);
  return {
    path: page,
    title: `第${issue.number}期：${issue.title}`,
    page,
    earlier: null,
    published: issue.date,
    updated: modified(editions),
    topic: issue.topic,
    paragraphs: [
      ...issueFinding(bulletin, indicators),
      `《${publicationFor(editions[0]!, publication).series}》第${issue.number}期，${chineseDate(issue.date)}；${versionWord(version, released)}。`,
    ],
  };
}
