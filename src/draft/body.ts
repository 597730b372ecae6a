import { escaped } from './escape.ts';
import { tag } from './files.ts';
import type { Table } from './word/html.ts';
import type { Item, Outline } from './word/outline.ts';

/** Names of the tables to place: behind a block, by its number, or where a table of the file stood. */
export type Tags = ReadonlyMap<number | Table, string>;

const MARKS: Readonly<Record<Exclude<Item['kind'], 'table'>, string>> = {
  chapter: '## ',
  section: '### ',
  paragraph: '',
};

/** The text's blocks with the tables' tags; a table without a heading of its own stands under 附表. */
export function bodyOf({ items }: Outline, tags: Tags): string[] {
  const body: string[] = [];
  let block = -1;
  for (const [i, item] of items.entries()) {
    if (item.kind === 'table') body.push(...placed(item, items[i - 1], tags));
    else {
      block += 1;
      const group = tags.get(block);
      body.push(`${MARKS[item.kind]}${escaped(item.text)}`, ...(group === undefined ? [] : [tag(group)]));
    }
  }
  return body;
}

function placed(table: Table, before: Item | undefined, tags: Tags): string[] {
  const group = tags.get(table);
  if (group === undefined) return [];
  const headed = before?.kind === 'table' || (before?.kind === 'chapter' && before.text.startsWith('附'));
  return [...(headed ? [] : ['## 附表']), tag(group)];
}
