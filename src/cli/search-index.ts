import { indexFolder } from '../publication/address.ts';
import type { ExportFile } from '../publication/file.ts';
import { issueWord, kindWord, topicWord } from '../search/facet.ts';
import { indexed } from '../search/query.ts';
import type { Found, SearchRecord } from '../search/record.ts';
import { tokensOf } from '../search/token.ts';

/** Pagefind runs as one process beside ours, which the first build that is done would close for the others. */
let previous: Promise<unknown> = Promise.resolve();

/** The index of the records of a volume, for Pagefind in a browser. Builds of one process wait for each other here. */
export function searchFiles(records: readonly SearchRecord[], volume: number): Promise<ExportFile[]> {
  const made = previous.then(() => indexOf(records, indexFolder(volume)));
  previous = made.catch(() => undefined);
  return made;
}

/** Pagefind could write its files itself, but says so before it has, and a process that is closed then leaves some cut short. */
async function indexOf(records: readonly SearchRecord[], folder: string): Promise<ExportFile[]> {
  const pagefind = await import('pagefind');
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
    refuse(errors);
    for (let from = 0; from < records.length; from += AT_ONCE) {
      const some = records.slice(from, from + AT_ONCE);
      const answers = await Promise.all(some.map((record, i) => index!.addCustomRecord(entry(record, from + i))));
      for (const { errors: faults } of answers) refuse(faults);
    }
    const made = await index!.getFiles();
    refuse(made.errors);
    return made.files
      .filter(({ path }) => !READY_MADE.test(path))
      .map(({ path, content }) => ({ path: `${folder}/${path}`, make: () => content }));
  } finally {
    await pagefind.close();
  }
}

/**
 * Handed over before the first is answered: one by one, three quarters of the time go by in waiting. Pagefind takes them from one
 * line, in their order, on which its bytes depend.
 */
const AT_ONCE = 100;

/** Undetermined: words are taken as they are given, and nothing is cut from their ends. */
const LANGUAGE = 'und';

/** Pagefind's own pages of search, in place of which ours stands. */
const READY_MADE = /^pagefind-(?:component-|modular-)?ui\.|^pagefind-highlight\./;

/** Whatever is handed over as metadata becomes words of the index; the address alone is given back untouched. */
function entry({ issues, topics, kind, ...record }: SearchRecord, order: number) {
  const found: Found = { address: record.address, words: record.words, where: record.where };
  const words = [
    ...tokensOf(record.words).map(({ word }) => indexed(word)),
    ...issues.map(issueWord),
    ...topics.map(topicWord),
    kindWord(kind),
  ];
  return {
    url: JSON.stringify(found),
    content: words.join(' '),
    language: LANGUAGE,
    sort: { order: String(order).padStart(7, '0') },
  };
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`搜索用的索引没有做成，没有发布任何内容：\n${errors.join('\n')}`);
}
