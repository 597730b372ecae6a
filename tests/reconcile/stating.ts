import { FACTS, read, replace, TEXT, textOf, told, valid, type Root } from '../ingest/bulletin.ts';

/** The sound root whose text says `sentence` too, and whose facts have these rows more. */
export const stating = (sentence: string, ...rows: string[]): Root =>
  replace(
    TEXT,
    '建设了',
    `${sentence}建设了`,
    valid().set(FACTS, `${textOf(FACTS)}${rows.map((r) => `${r}\n`).join('')}`),
  );

/** What is told of such a root. */
export const toldOf = (sentence: string, ...rows: string[]): string[] => told(stating(sentence, ...rows));

/** The numbers of the sentence and the observations that each is tied to; the root's own two left out. */
export const tiesOf = (sentence: string, ...rows: string[]): string[] =>
  read(stating(sentence, ...rows))
    .bulletins[0]!.ties.slice(2)
    .map(({ text, of }) => `${text}：${of.map((o) => `${o.name} ${o.role}`).join(' − ')}`);
