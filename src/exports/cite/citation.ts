import { apa } from './apa.ts';
import { biblatex, bibtex } from './bibtex.ts';
import { chicago } from './chicago.ts';
import { cslJson } from './csl.ts';
import { gbt2015, gbt2025 } from './gbt.ts';
import { mla } from './mla.ts';
import { newsline } from './newsline.ts';
import { ris } from './ris.ts';
import { citeKey, type Work } from './work.ts';

export interface Citation {
  readonly name: string;
  readonly text: string;
  /** Name of the file that reference managers import. */
  readonly file?: string;
}

const known = new WeakMap<Work, readonly Citation[]>();

/** Every form in which a work can be taken away, most asked for first. */
export function citations(work: Work): readonly Citation[] {
  const all = known.get(work) ?? written(work);
  known.set(work, all);
  return all;
}

const written = (work: Work): Citation[] => [
  { name: '新闻一行', text: newsline(work) },
  { name: 'GB/T 7714—2025', text: gbt2025(work) },
  { name: 'GB/T 7714—2015', text: gbt2015(work) },
  { name: 'APA 7', text: apa(work) },
  { name: 'Chicago', text: chicago(work) },
  { name: 'MLA 9', text: mla(work) },
  { name: 'BibTeX', text: bibtex(work), file: `${citeKey(work)}.bib` },
  { name: 'BibLaTeX', text: biblatex(work), file: `${citeKey(work)}.biblatex.bib` },
  { name: 'RIS', text: ris(work), file: `${citeKey(work)}.ris` },
  { name: 'CSL-JSON', text: cslJson(work), file: `${citeKey(work)}.json` },
];
