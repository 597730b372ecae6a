import type { Bulletin, Group } from '../domain/issue.ts';
import { lookup } from '../ingest/text/letters.ts';

/** Tables by the slug in their address. */
type Tables = Readonly<Record<string, string>>;

interface Named {
  readonly slug: string;
  readonly name: string;
}

/**
 * A bulletin whose tables have the slugs under which they were published: by their name, and of a renamed table by its rows.
 * A new table takes the next number that none ever had. @param tables every table that it ever had.
 */
export function withSlugs<B extends Bulletin>(bulletin: B, tables: Tables, published: readonly Group[]): B {
  const groups = slugged(
    bulletin.groups,
    'group-',
    tables,
    (group) => published.find((p) => shareRows(p, group))?.slug,
  );
  return { ...bulletin, groups, plain: slugged(bulletin.plain, 'table-', tables, () => undefined) };
}

function slugged<T extends Named>(
  all: readonly T[],
  prefix: string,
  tables: Tables,
  known: (one: T) => string | undefined,
): T[] {
  const earlier = Object.keys(tables).filter((slug) => slug.startsWith(prefix));
  const slugs = new Map<T, string>();
  const give = (one: T, slug: string | undefined): void => {
    if (slug !== undefined && !slugs.has(one) && ![...slugs.values()].includes(slug)) slugs.set(one, slug);
  };
  for (const one of all)
    give(
      one,
      earlier.find((slug) => lookup(tables[slug]!) === lookup(one.name)),
    );
  for (const one of all) give(one, known(one));
  let last = Math.max(0, ...earlier.map((slug) => Number(slug.slice(prefix.length))));
  return all.map((one) => ({ ...one, slug: slugs.get(one) ?? `${prefix}${(last += 1)}` }));
}

const shareRows = (a: Group, b: Group): boolean =>
  a.rows.some((row) => b.rows.some((other) => other.indicator === row.indicator && other.area === row.area));

/** The same list with the tables of a further version. */
export const tablesOf = (earlier: Tables, { groups, plain }: Pick<Bulletin, 'groups' | 'plain'>): Tables => ({
  ...earlier,
  ...Object.fromEntries([...groups, ...plain].map(({ slug, name }) => [slug, name])),
});
