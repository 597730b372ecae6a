/**
 * Units are a closed list: two different ones are never compared, converted or drawn on one axis.
 * 分 is a score, % a share; 工作日 is not 天; 项, 件 and 个 are three ways of counting.
 */
export const UNITS = [
  '%',
  '个百分点',
  '分',
  '项',
  '件',
  '个',
  '家',
  '户',
  '人',
  '人次',
  '次',
  '名',
  '位',
  '起',
  '条',
  '份',
  '台',
  '处',
  '场',
  '万人',
  '万人次',
  '万户',
  '万家',
  '万件',
  '万项',
  '万个',
  '万次',
  '工作日',
  '天',
  '小时',
  '分钟',
  '年',
  '个月',
  '元',
  '万元',
  '亿元',
  '平方米',
  '公里',
] as const;
export type Unit = (typeof UNITS)[number];

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
  readonly unit: Unit;
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

/** The unit of a difference: shares differ by percentage points, everything else by its own unit. */
export const differenceUnit = (unit: Unit): string => (unit === '%' ? '个百分点' : unit);
