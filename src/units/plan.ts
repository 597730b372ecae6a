import type { CheckedLibrary } from '../check/library.ts';
import { volumesOf } from '../publication/volume.ts';
import { digestOf } from './digest.ts';
import { partsOf } from './part.ts';
import type { Unit, UnitKind } from './unit.ts';

/**
 * Every unit of a site: those of the whole and the indexes of search first, since they take longest, then bulletins newest first,
 * then indicators.
 */
export function planOf(library: CheckedLibrary): Unit[] {
  const parts = partsOf(library);
  const issues = [...library.editions.keys()].map((number) => unitOf('issue', number, () => parts.ofIssue(number)));
  const indicators = [...library.indicators.keys()].map((code) =>
    unitOf('indicator', code, () => parts.ofIndicator(code)),
  );
  const { indicators: registered, registry, originals, ledger } = library;
  const digest = digestOf([registered, registry, originals, ledger, issues.map(({ name, digest }) => [name, digest])]);
  const whole = WHOLE.map((kind): Unit => ({ kind, name: kind, library: () => library, digest }));
  const [, ...earlier] = volumesOf(library.bulletins);
  const indexes = earlier.map((volume) => unitOf('search', volume, () => parts.ofVolume(volume)));
  return [...whole, ...indexes, ...issues, ...indicators];
}

/** The part is cut once more when the unit is made, so that those of thousands are not held until then. */
const unitOf = (kind: UnitKind, of: string | number, part: Unit['library']): Unit => ({
  kind,
  name: `${kind}/${of}`,
  library: part,
  digest: digestOf([of, part()]),
});

const WHOLE = ['lists', 'search', 'data', 'catalog'] as const satisfies readonly UnitKind[];
