import { citedTitle, citeKey, editionWords, type Work } from './work.ts';

const TYPES: Readonly<Record<Work['kind'], string>> = {
  chart: 'ELEC',
  dataset: 'DATA',
  bulletin: 'ELEC',
  indicator: 'ELEC',
};

/** RIS for Zotero, EndNote and NoteExpress: a tag, two spaces, a hyphen, a space; lines end with CRLF. */
export function ris(work: Work): string {
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ['TY', TYPES[work.kind]],
    ['AU', work.office],
    ['TI', citedTitle(work)],
    ['PY', work.published.slice(0, 4)],
    ['DA', work.published.replaceAll('-', '/')],
    // Zotero takes a web page's site from T2, and PB of a data set.
    [work.kind === 'dataset' ? 'PB' : 'T2', work.site],
    ['ET', String(work.version)],
    ['LA', work.language],
    ['ID', citeKey(work)],
    ...(work.versionDate === null ? [] : [['N1', editionWords(work)] as const]),
    ...(work.address === null ? [] : [['UR', work.address] as const]),
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value.replace(/[\r\n]+/g, ' ')}\r\n`).join('');
}
