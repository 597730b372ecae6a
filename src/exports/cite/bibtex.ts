import { citedTitle, citeKey, editionWords, type Work } from './work.ts';

const BIBTEX_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text that TeX would take for commands. Chinese stays as it is: every engine that can set it reads UTF-8. */
export const escapedForTex = (text: string): string => text.replace(/[&%_#${}\\~^]/g, (c) => LATEX[c] ?? `\\${c}`);

/** For BibTeX proper, whose only fitting type is `misc`. A second pair of braces keeps the office one name. */
export function bibtex(work: Work): string {
  const [year, month, day] = work.published.split('-');
  return bibtexRecord('misc', work, [
    ['author', `{${escapedForTex(work.office)}}`],
    ['title', `{${escapedForTex(citedTitle(work))}}`],
    ['howpublished', escapedForTex(work.site)],
    ['year', year!],
    ['month', BIBTEX_MONTHS[Number(month) - 1]!, true],
    ['day', String(Number(day))],
    ['note', editionWords(work)],
  ]);
}

export function biblatex(work: Work): string {
  return bibtexRecord(work.kind === 'dataset' ? 'dataset' : 'online', work, [
    ['author', `{${escapedForTex(work.office)}}`],
    ['title', `{${escapedForTex(citedTitle(work))}}`],
    [work.kind === 'dataset' ? 'publisher' : 'organization', `{${escapedForTex(work.site)}}`],
    ['date', work.published],
    ['version', String(work.version)],
    ['langid', 'chinese'],
    ...(work.versionDate === null ? [] : [['note', editionWords(work)] as const]),
  ]);
}

/** `url` is read verbatim, so nothing in it is escaped. Month names are macros and stand bare. */
function bibtexRecord(
  type: string,
  work: Work,
  fields: readonly (readonly [name: string, value: string, bare?: boolean])[],
): string {
  const all = [...fields, ...(work.address === null ? [] : [['url', work.address] as const])];
  return `@${type}{${citeKey(work)},\n${all.map(([name, value, bare]) => `  ${name} = ${bare ? value : `{${value}}`},\n`).join('')}}\n`;
}
