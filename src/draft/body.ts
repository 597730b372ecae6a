import { escaped } from './escape.ts';
import type { Table } from './word/html.ts';
import type { Item, Outline } from './word/outline.ts';

/** What places the tables: behind a block, by its number, or where a table of the file stood. */
export type Tags = ReadonlyMap<number | Table, readonly string[]>;

const MARKS: Readonly<Record<Exclude<Item['kind'], 'table'>, string>> = {
  chapter: '## ',
  section: '### ',
  paragraph: '',
};

/** The text's blocks with the tables' tags, each where its table stood. */
export function bodyOf({ items }: Outline, tags: Tags): string[] {
  let block = -1;
  return items.flatMap((item) => {
    if (item.kind === 'table') return tags.get(item) ?? [];
    block += 1;
    return [`${MARKS[item.kind]}${escaped(item.text)}`, ...(tags.get(block) ?? [])];
  });
}
