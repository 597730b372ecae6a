import { lookup } from '../../ingest/text/letters.ts';
import type { Dropped } from './message.ts';

export interface Placed {
  /** Path in a root, as the checks expect it. */
  readonly path: string;
  /** As the person knows it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a dropped file belongs. Folders say it themselves; loose files by their names, else by their headings. */
export function placed(dropped: readonly Dropped[]): Placed[] {
  const texts = dropped.flatMap(({ name }) => /(?:^|\/)([1-9]\d*)\.mdx$/.exec(name)?.[1] ?? []);
  const folders = dropped.flatMap(({ name }) => /(?:^|\/)issues\/([1-9]\d*)\//.exec(name)?.[1] ?? []);
  const number = texts[0] ?? folders[0] ?? '1';
  return dropped.flatMap(({ name, bytes }): Placed[] => {
    const rooted = /(?:^|\/)((?:content|data)\/(?:issues\/.*|[^/]+))$/.exec(name)?.[1];
    const last = name.split('/').at(-1) ?? name;
    if (rooted) return [{ path: rooted, name, bytes }];
    if (/\.mdx$/i.test(last)) return [{ path: `content/issues/${last}`, name, bytes }];
    if (!/\.(csv|txt|tsv|xlsx?|et)$/i.test(last)) return [];
    const kind = KINDS.find((k) => k.name === last)?.name ?? kindOf(bytes);
    return [{ path: kind === 'indicators.csv' ? `data/${kind}` : `data/issues/${number}/${kind}`, name, bytes }];
  });
}

const KINDS = [
  { name: 'indicators.csv', words: ['编码', '方向'] },
  { name: 'facts.csv', words: ['数值', '出处'] },
  { name: 'comparison.csv', words: [] },
] as const;

/** By the words of its first lines, in whichever encoding reads them. */
function kindOf(bytes: Uint8Array): (typeof KINDS)[number]['name'] {
  const head = bytes.slice(0, 2000);
  const read = ['utf-8', 'gb18030', 'utf-16le'].map((label) => lookup(new TextDecoder(label).decode(head)));
  return KINDS.find(({ words }) => read.some((text) => words.every((word) => text.includes(word))))!.name;
}
