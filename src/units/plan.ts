import type { CheckedLibrary } from '../check/library.ts';
import { volumesOf } from '../publication/volume.ts';
import { digestOf } from './digest.ts';
import { partsOf } from './part.ts';
import type { Unit, UnitKind } from './unit.ts';

/**
 * Every unit of a site, one by one, since the digest of each takes time: the earlier indexes of search, which take longest to make
 * of all, bulletins newest first, then indicators, and those of the whole.
 */
export function* planOf(library: CheckedLibrary): Generator<Unit> {
  const parts = partsOf(library);
  const [, ...earlier] = volumesOf(library.bulletins);
  for (const volume of earlier) yield unitOf('search', volume, () => parts.ofVolume(volume));
  const issues: [name: string, digest: string][] = [];
  for (const number of library.editions.keys()) {
    const unit = unitOf('issue', number, () => parts.ofIssue(number));
    issues.push([unit.name, unit.digest]);
    yield unit;
  }
  for (const code of library.indicators.keys()) yield unitOf('indicator', code, () => parts.ofIndicator(code));
  const { indicators: registered, registry, originals, ledger } = library;
  const digest = digestOf([registered, registry, originals, ledger, issues]);
  for (const kind of WHOLE) {
    const hasText = kind === 'search' || kind === 'lists';
    yield { kind, name: kind, library: hasText ? () => library : parts.ofData, digest };
  }
}

/** The part is cut once more when the unit is made, so that those of thousands are not held until then. */
const unitOf = (kind: UnitKind, of: string | number, part: Unit['library']): Unit => ({
  kind,
  name: `${kind}/${of}`,
  library: part,
  digest: digestOf([of, part()]),
});

/** The catalogue last: it lists files that the others make. */
const WHOLE = ['search', 'data', 'lists', 'catalog'] as const satisfies readonly UnitKind[];
