import { biblatex, bibtex } from './bibtex.ts';
import { cslJson } from './csl.ts';
import { gbt2015, gbt2025 } from './gbt.ts';
import { newsline } from './newsline.ts';
import { ris } from './ris.ts';
import type { Work } from './work.ts';

export interface Citation {
  readonly name: string;
  readonly text: string;
}

/** Every form in which a work can be taken away, most asked for first. */
export const citations = (work: Work): Citation[] => [
  { name: '新闻一行', text: newsline(work) },
  { name: 'GB/T 7714—2025', text: gbt2025(work) },
  { name: 'GB/T 7714—2015', text: gbt2015(work) },
  { name: 'BibTeX', text: bibtex(work) },
  { name: 'BibLaTeX', text: biblatex(work) },
  { name: 'RIS', text: ris(work) },
  { name: 'CSL-JSON', text: cslJson(work) },
];
