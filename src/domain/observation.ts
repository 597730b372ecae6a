import type { Period } from './period.ts';
import type { Quantity } from './quantity.ts';

export const ROLES = ['baseline', 'target', 'achieved', 'frontier', 'stated'] as const;
export type Role = (typeof ROLES)[number];

/** A code of SDMX CL_OBS_STATUS 2.2 (https://sdmx.org): normal, forecast, missing, missing because it cannot exist. */
export const STATUSES = ['A', 'F', 'O', 'M'] as const;
export type Status = (typeof STATUSES)[number];

/** Where a figure stands: the place in the bulletin and, for prose, the sentence around it. */
export interface Source {
  readonly issue: number;
  /** `附表第3行`, `二(一)`, `引言`. */
  readonly place: string;
  readonly sentence: string | null;
}

export const RELATIONS = ['同名异口径', '重述', '其中', '目标', '基期', '变化量'] as const;

/** How a figure of the text relates to another figure of the same bulletin (关联指标, 关系, 备注). */
export interface Relation {
  readonly kind: (typeof RELATIONS)[number];
  /** As written; several names are divided by ；. */
  readonly name: string;
  readonly note: string | null;
}

/** What a bulletin says in one place: indicator × issue × role × setter × period × area × level. */
export type Observation = NumericObservation | Gap | Statement;

interface Observed {
  readonly issue: number;
  /** Name of its table; null for a figure of the text. */
  readonly group: string | null;
  /** Registry code; null for a figure that is local to its bulletin. */
  readonly indicator: string | null;
  readonly name: string;
  readonly role: Role;
  /** Who set a target: 省定 国定 市定 自定; null where the heading does not say, and for what is no target. */
  readonly setter: string | null;
  readonly period: Period | null;
  readonly unit: string;
  /** Null where the bulletin states no date; never inherited. */
  readonly asOf: Period | null;
  readonly level: string | null;
  readonly area: string | null;
  readonly source: Source;
  readonly note: string | null;
  readonly relation: Relation | null;
  /** The cell as written, but for letters that take no room and outer spaces. */
  readonly printed: string;
}

/** The place that a value takes among others, as the bulletin counts it. */
export interface Rank {
  /** Its column's heading: `全省位次`. */
  readonly label: string;
  /** A whole number from 1. */
  readonly value: string;
  /** `并列第1位`. */
  readonly printed: string;
}

export interface NumericObservation extends Observed {
  readonly kind: 'number';
  readonly quantity: Quantity;
  /** 〔13.5〕: a sum over the years of a plan, which is never compared with a year's value. */
  readonly cumulative: boolean;
  /** Of an achieved value; null where the table has none. */
  readonly rank: Rank | null;
  readonly status: NumericStatus;
}
export type NumericStatus = Extract<Status, 'A' | 'F'>;

/** No number, and the bulletin's word for that (暂缺 …) with its reason. */
export interface Gap extends Observed {
  readonly kind: 'gap';
  readonly word: string;
  readonly reason: string | null;
  readonly status: GapStatus;
}
export type GapStatus = Extract<Status, 'O' | 'M'>;

/** Words in place of a number (frontier only). */
interface Statement extends Observed {
  readonly kind: 'statement';
  readonly text: string;
  readonly status: 'A';
}

export const isNumeric = (o: Observation | undefined): o is NumericObservation => o?.kind === 'number';

/** Whether neither the row nor the heading says of what time it is. */
export const isTimeless = ({ asOf, period }: Observation): boolean => asOf === null && period === null;

export const isExpected = (o: Observation | undefined): boolean => o?.status === 'F';
