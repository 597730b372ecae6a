export const DIRECTIONS = ['越高越好', '越低越好', '中性'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** From bulletin `issue` on the indicator is counted otherwise. */
export interface DefinitionBreak {
  readonly issue: number;
  readonly note: string;
}

/** A line of the registry `data/indicators.csv`. */
export interface Indicator {
  /** Permanent ASCII slug, used in addresses. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Its name. Two different units are never compared, converted or drawn on one axis. */
  readonly unit: string;
  /** What a difference of two values is counted in: 个百分点 for %. */
  readonly difference: string;
  readonly direction: Direction;
  /** Decimal strings; null where the registry states no bound. */
  readonly lower: string | null;
  readonly upper: string | null;
  /** 一级指标. */
  readonly topic: string | null;
  /** 口径; null is shown as “口径未公布”. */
  readonly definition: string | null;
  /** 口径变更, by bulletin: a number is of the definition that held when its bulletin stated it. */
  readonly breaks: readonly DefinitionBreak[];
  readonly nameEn: string | null;
}
