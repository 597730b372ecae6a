import { pairsOf } from '../domain/conflict.ts';
import type { Block } from '../ingest/prose/blocks.ts';
import { aroundOf } from './around.ts';
import type { Occurrence } from './occurrence.ts';

/** How much a piece of a name counts by how near to the number it stands. */
const WEIGHTS = [8, 4, 2, 1] as const;

type Pieces = ReadonlySet<string>;
/** The two-letter pieces near a number, in its clause, its sentence and its paragraph. */
type Surroundings = readonly [near: Pieces, clause: Pieces, sentence: Pieces, paragraph: Pieces];

/** How well names go with the numbers of one text; what stands around them is looked at once. */
export class Naming {
  private readonly seen = new Map<Occurrence, Surroundings>();
  private readonly names = new Map<string, readonly string[]>();
  private readonly sentences = new Map<string, Pieces>();
  private readonly paragraphs = new Map<Block, Pieces>();

  /** 0…8: the mean weight of the name's pieces. */
  affinity(name: string, occurrence: Occurrence): number {
    return this.weight(this.piecesOf(name), occurrence);
  }

  /** 0…8 for some pieces of a name; 0 where there are none. */
  weight(pieces: readonly string[], occurrence: Occurrence): number {
    const around = this.surroundings(occurrence);
    const weight = (piece: string): number => WEIGHTS[around.findIndex((tier) => tier.has(piece))] ?? 0;
    return pieces.length === 0 ? 0 : pieces.reduce((sum, piece) => sum + weight(piece), 0) / pieces.length;
  }

  /** The share of a name's pieces that stand in the sentence, or at least in the paragraph, 0…1. */
  share(name: string, occurrence: Occurrence, within: 'sentence' | 'paragraph'): number {
    const pieces = this.piecesOf(name);
    const around = this.surroundings(occurrence)[within === 'sentence' ? 2 : 3];
    return pieces.length === 0 ? 0 : pieces.filter((piece) => around.has(piece)).length / pieces.length;
  }

  private piecesOf(name: string): readonly string[] {
    return once(this.names, name, () => [...pairsOf(name)]);
  }

  private surroundings(occurrence: Occurrence): Surroundings {
    const known = this.seen.get(occurrence);
    if (known) return known;
    const { block, index } = occurrence;
    const around = aroundOf(occurrence);
    const made: Surroundings = [
      new Set([...around.near.split('|').flatMap((part) => [...pairsOf(part)]), ...around.turn]),
      pairsOf(around.clause),
      once(this.sentences, `${index}|${around.from}`, () => pairsOf(around.sentence)),
      once(this.paragraphs, block, () => new Set([...pairsOf(block.heading), ...pairsOf(block.text)])),
    ];
    this.seen.set(occurrence, made);
    return made;
  }
}

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
