import type { Observation } from '../../domain/observation.ts';
import type { Place } from '../problem/problem.ts';

/** An observation, the cell it was read from and the cell that says where in the bulletin it stands. */
export interface Located {
  readonly o: Observation;
  readonly at: Place;
  readonly place: Place;
}

/** A figure that stands in the file but could not be read: a number of the text may be its. */
export interface Unread {
  /** Null where it may stand anywhere. */
  readonly place: string | null;
  readonly printed: string;
  /** Null where it may be any. */
  readonly unit: string | null;
  /** Null where it is the whole, or may be any. */
  readonly area: string | null;
  /** What the row of a table is called: the text may say its cells anywhere, and more than once. Null of a number of the text. */
  readonly names: readonly string[] | null;
}

/** Which bulletin a table belongs to. */
export interface About {
  readonly number: number;
  /** ISO; null if the front matter does not give it. */
  readonly date: string | null;
}
