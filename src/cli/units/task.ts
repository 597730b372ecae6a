import type { CheckedLibrary } from '../../check/library.ts';
import type { DatasetEntry } from '../../exports/dataset/files.ts';
import type { Entries } from '../../units/contents.ts';
import type { UnitKind } from '../../units/unit.ts';
import type { Form } from './form.ts';

/** Where a worker finds what all its tasks share, and where it puts what it makes. */
export interface Bench {
  /** The entry of Astro's bundle. */
  readonly renderer: string;
  /** The folder of the styles and scripts that pages load. */
  readonly assets: string;
  /** The folder of the store of units. */
  readonly store: string;
  /** The folder of the site that is being made. */
  readonly site: string;
  /** Whether no site is wanted, only a store that is filled: then files are not left there. */
  readonly isScratch: boolean;
  readonly form: Form;
}

/** One unit, to be taken from the store, or made of a library where that is handed over too. */
export interface Task {
  readonly kind: UnitKind;
  readonly name: string;
  /** Under which it is kept: the digest of all that decides it. */
  readonly key: string;
  readonly made?: { readonly library: CheckedLibrary; readonly entries: Entries };
}

/** What a unit has become. */
export interface Done {
  /** Its lines of the site's manifest. */
  readonly lines: string;
  readonly entries: readonly DatasetEntry[];
}

/** `null` says that a unit is not kept. */
export type Answer = { readonly done: Done | null } | { readonly failure: string };
