import type { Problem } from '../../ingest/problem/problem.ts';

/** A file as it was dropped: its name, or its path in a dropped folder. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** To the worker: what was dropped, and the site's own registry for files that come without one. */
export interface Question {
  readonly id: number;
  readonly dropped: readonly Dropped[];
  readonly registry: string;
}

export interface SheetView {
  readonly path: string;
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** UTF-8 text with what the notices normalised; null where the file has errors that forbid it. */
  readonly mended: string | null;
}

export interface Picture {
  readonly title: string;
  readonly says: string;
  readonly wide: string;
  readonly narrow: string;
}

/** From the worker: everything the page shows. */
export interface Answer {
  readonly id: number;
  readonly problems: readonly Problem[];
  readonly sheets: readonly SheetView[];
  readonly pictures: readonly Picture[];
  /** What was not looked at because it was not dropped, in words. */
  readonly absent: readonly string[];
}
