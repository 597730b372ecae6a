import type { Unit } from './indicator.ts';
import type { Comparator, Quantity } from './quantity.ts';

export const ROLES = ['baseline', 'target', 'achieved', 'frontier', 'stated'] as const;
export type Role = (typeof ROLES)[number];

/** A code of SDMX CL_OBS_STATUS 2.2 (https://sdmx.org): normal, forecast, missing, missing because it cannot exist. */
export const STATUSES = ['A', 'F', 'O', 'M'] as const;
export type Status = (typeof STATUSES)[number];

/** A time as the bulletin words it (`2019年`, `2020年底`) and the calendar year it falls in. */
export interface Moment {
  readonly label: string;
  readonly year: number;
}

/** Where a figure stands: the place in the bulletin and, for prose, the sentence around it. */
export interface Source {
  readonly issue: number;
  /** `附表第3行`, `二(一)`, `引言`. */
  readonly place: string;
  readonly sentence: string | null;
}

export const RELATIONS = ['同名异口径', '重述', '其中'] as const;

/** How a figure of the text relates to another figure of the same bulletin (关联指标, 关系, 备注). */
export interface Relation {
  readonly kind: (typeof RELATIONS)[number];
  readonly name: string;
  readonly note: string | null;
}

/** One number, text or gap of a bulletin: indicator × issue × role × period × area × level. */
export interface Observation {
  readonly issue: number;
  /** Group name in comparison.csv; null for a figure of the text. */
  readonly group: string | null;
  /** Registry code; null for a figure that is local to its bulletin. */
  readonly indicator: string | null;
  readonly name: string;
  readonly role: Role;
  readonly period: Moment | null;
  /** Decimal digits as printed; null when missing or text. */
  readonly value: string | null;
  readonly upper: string | null;
  readonly comparator: Comparator | null;
  readonly unit: Unit;
  readonly status: Status;
  /** Null where the bulletin states no date; never inherited. */
  readonly asOf: Moment | null;
  readonly level: string | null;
  readonly area: string | null;
  /** A statement in place of a number (frontier only). */
  readonly text: string | null;
  /** The bulletin's word for a gap (暂缺 …) and its reason. */
  readonly missing: string | null;
  readonly missingReason: string | null;
  readonly source: Source;
  readonly note: string | null;
  readonly relation: Relation | null;
  /** The cell as written, but for letters that take no room and outer spaces. */
  readonly printed: string;
}

/** An observation that holds a number. */
export type Numeric = Observation & { readonly value: string; readonly comparator: Comparator };

export const isNumeric = (o: Observation | undefined): o is Numeric => o?.value != null && o.comparator !== null;

export const isExpected = (o: Observation | undefined): boolean => o?.status === 'F';

export const quantityOf = (o: Numeric): Quantity => ({ value: o.value, upper: o.upper, comparator: o.comparator });

/** Unique within the site. A figure of the text may stand once in each section, so its place belongs to it. */
export const keyOf = (o: Observation): string =>
  [o.issue, o.indicator ?? o.name, o.role, o.period?.label, o.area, o.level, o.role === 'stated' ? o.source.place : '']
    .map((part) => part ?? '')
    .join('|');
