import type { Library } from '../../publication/library.ts';
import type { Publication } from '../../publication/publication.ts';
import type { Sha256 } from '../dataset/archive.ts';

/** What a site's files are made of. */
export interface Site {
  readonly library: Library;
  readonly publication: Publication;
  readonly sha256: Sha256;
}
