import { sheetOf, type Sheet, type SheetColumn } from '../table/sheet.ts';
import type { DraftFact } from './facts.ts';

/** 地区 and 原文 are there only where a row has them. */
const FACT_COLUMNS: readonly SheetColumn<DraftFact>[] = [
  { heading: '指标', cell: (f) => f.name },
  { heading: '数值', cell: (f) => f.value },
  { heading: '单位', cell: (f) => f.unit },
  { heading: '时点', cell: (f) => f.asOf },
  { heading: '层级', cell: () => '' },
  { heading: '地区', cell: (f) => f.area, optional: true },
  { heading: '出处', cell: (f) => f.place },
  { heading: '原文', cell: (f) => f.quote, optional: true },
  { heading: '关联指标', cell: (f) => f.related },
  { heading: '关系', cell: (f) => f.relation },
  { heading: '备注', cell: () => '' },
];

export const factsSheet = (path: string, facts: readonly DraftFact[]): Sheet =>
  sheetOf(path, FACT_COLUMNS, facts, (fact) => fact.decisions, []);
