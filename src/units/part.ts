import type { CheckedLibrary } from '../check/library.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin } from '../domain/issue.ts';
import { observationsOfIndicator } from '../domain/of-indicator.ts';
import type { Edition } from '../domain/version.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import { volumeOf } from '../publication/volume.ts';
import { indicatorsIn } from '../publication/page.ts';

const NOTHING = { registry: '', originals: new Map(), neighbours: new Map() } as const;

/** The parts of a library, each found without looking through the whole. */
export interface Parts {
  /** What the pages and files of a bulletin may see: its versions, what they measure, and who comes before and after it. */
  readonly ofIssue: (number: number) => CheckedLibrary;
  /** What an earlier volume of the index of search may see: its bulletins. */
  readonly ofVolume: (volume: number) => CheckedLibrary;
  /** What an indicator's may see: what the bulletins say of it in any version, and the indicators beside it. */
  readonly ofIndicator: (code: string) => CheckedLibrary;
  /** What the data of all and the catalogue may see: every bulletin but for its text. */
  readonly ofData: () => CheckedLibrary;
}

/** Neither a page of an indicator nor one of data shows the text of a bulletin, which is half of it. */
const NO_TEXT = {
  body: '',
  blocks: [],
  ties: [],
  mentions: [],
  components: [],
  links: [],
  sections: [],
  pictured: [],
  lookAlikes: [],
} as const;

/** Of a bulletin what it says of one indicator. */
const only = (bulletin: Bulletin, code: string): ReconciledBulletin => ({
  ...bulletin,
  ...NO_TEXT,
  observations: observationsOfIndicator(bulletin, code),
  facts: bulletin.facts.filter(({ indicator }) => indicator === code),
  groups: bulletin.groups.flatMap((group) => {
    const rows = group.rows.filter(({ indicator }) => indicator === code);
    return rows.length > 0 ? [{ ...group, rows }] : [];
  }),
  plain: [],
});

/** Of tables and text, those that a bulletin only compares with too. */
const codesIn = (bulletin: Bulletin): string[] => [
  ...indicatorsIn(bulletin),
  ...bulletin.observations.flatMap(({ indicator }) => indicator ?? []),
];

export function partsOf(library: CheckedLibrary): Parts {
  const { editions, indicators, neighbours, originals } = library;
  const bulletins = new Map(library.bulletins.map((bulletin) => [bulletin.issue.number, bulletin]));
  const spoken = new Map(
    [...editions].map(([number, versions]) => [number, new Set(versions.flatMap((e) => codesIn(e.bulletin)))]),
  );
  const speaking = new Map<string, number[]>();
  for (const [number, codes] of spoken)
    for (const code of codes) {
      const numbers = speaking.get(code);
      if (numbers) numbers.push(number);
      else speaking.set(code, [number]);
    }
  const alike = Map.groupBy(indicators.values(), ({ topic }) => topic);
  const known = (codes: Iterable<string>): Map<string, Indicator> =>
    new Map([...codes].flatMap((code) => (indicators.has(code) ? [[code, indicators.get(code)!]] : [])));
  /** Of bulletins what a part may see of each version. */
  const told = (
    numbers: Iterable<number>,
    seen: (bulletin: Bulletin) => ReconciledBulletin,
  ): Pick<CheckedLibrary, 'bulletins' | 'editions'> => {
    const versions = [...numbers].map((number): [number, readonly Edition<ReconciledBulletin>[]] => [
      number,
      editions.get(number)!.map(({ bulletin, corrections }) => ({ bulletin: seen(bulletin), corrections })),
    ]);
    return { bulletins: versions.map(([, [newest]]) => newest!.bulletin), editions: new Map(versions) };
  };
  return {
    ofIssue: (number) => {
      const bulletin = bulletins.get(number)!;
      const scan = `originals/${bulletin.issue.original}`;
      return {
        ...NOTHING,
        bulletins: [bulletin],
        editions: new Map([[number, editions.get(number)!]]),
        indicators: known(spoken.get(number)!),
        neighbours: new Map([[number, neighbours.get(number)!]]),
        originals: new Map(originals.has(scan) ? [[scan, originals.get(scan)!]] : []),
      };
    },
    ofVolume: (volume) => {
      const own = library.bulletins.filter(({ issue }) => volumeOf(issue.number) === volume);
      return {
        ...NOTHING,
        bulletins: own,
        editions: new Map(),
        indicators: known(new Set(own.flatMap(codesIn))),
      };
    },
    ofIndicator: (code) => ({
      ...NOTHING,
      ...told(speaking.get(code) ?? [], (bulletin) => only(bulletin, code)),
      indicators: new Map(alike.get(indicators.get(code)!.topic)!.map((other) => [other.code, other])),
    }),
    ofData: () => ({ ...library, ...told(editions.keys(), (bulletin) => ({ ...bulletin, ...NO_TEXT })) }),
  };
}
