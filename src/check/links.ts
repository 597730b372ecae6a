import type { Indicator } from '../domain/indicator.ts';
import { near } from '../ingest/problem/near.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { addressesIn } from '../ledger/editions.ts';
import type { History } from '../ledger/history.ts';
import { addressesOf, anchorsOf, SITE_PAGES } from '../publication/page.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';

/** What a link of the text may lead to. */
interface Site {
  readonly bulletins: readonly ReconciledBulletin[];
  readonly histories: ReadonlyMap<number, History>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Files that are published as they are, by their path below `public/`. */
  readonly attachments: ReadonlySet<string>;
}

/** Links and pictures within the site that lead nowhere, each at its line. */
export function linkProblems(site: Site): Problem[] {
  const linking = site.bulletins.filter(({ links }) => links.some(({ url }) => isWithin(url)));
  // Most bulletins have none, and the addresses of a site are many.
  return linking.length === 0 ? [] : deadLinks(linking, site);
}

const isWithin = (url: string): boolean => /^[/#.?]/.test(url);

function deadLinks(linking: Site['bulletins'], { bulletins, histories, indicators, attachments }: Site): Problem[] {
  const shown = bulletins.filter((b) => !b.issue.draft);
  const promised = [...histories.values()].flatMap(({ released }) =>
    released.flatMap(({ files }) => addressesIn(files)),
  );
  const current = addressesOf(
    shown.map((bulletin) => ({ bulletin, newest: true })),
    indicators,
  );
  const addresses = new Set([...promised, ...current]);
  const originals = shown.flatMap(({ issue }) => (issue.original === null ? [] : [`originals/${issue.original}`]));
  const pictures = [...attachments].filter((path) => !path.startsWith('originals/'));
  const files = new Set([...originals, ...pictures, ...SITE_FILES].map((path) => `/${path}`));
  return linking.flatMap((bulletin) => {
    const own = addressesOf([{ bulletin, newest: true }], new Map());
    const anchors = anchorsOf(bulletin);
    const file = `content/issues/${bulletin.issue.number}.mdx`;
    const leads = (url: string): boolean => {
      if (!isWithin(url)) return true;
      const { path, anchor } = parts(url);
      if (path === '') return anchors.has(anchor);
      return addresses.has(path) || own.has(path) || files.has(path);
    };
    return bulletin.links
      .filter(({ url }) => !leads(url))
      .map(({ url, line }) =>
        problem('mdx/dead-link', { file, line }, url, {
          near: near(parts(url).path, [...own, ...SITE_PAGES, ...files]),
        }),
      );
  });
}

/** Of this project, whatever the root. */
const SITE_FILES = ['icon.svg'];

/** `/issues/48/?a#s1` to its path, decoded, and its anchor. */
function parts(url: string): { path: string; anchor: string } {
  const [address = '', anchor = ''] = url.split('#', 2);
  return { path: decoded(address.split('?', 1)[0]!), anchor: decoded(anchor) };
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
