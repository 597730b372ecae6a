import type { Indicator } from '../../src/domain/indicator.ts';
import type { Observation } from '../../src/domain/observation.ts';

/** 网上可办率, reached in 2020: 97.2%. */
export const observation = (o: Partial<Observation> = {}): Observation => ({
  issue: 1,
  group: null,
  indicator: 'online-share',
  name: '网上可办率',
  role: 'achieved',
  period: { label: '2020年', year: 2020 },
  value: '97.2',
  upper: null,
  comparator: 'eq',
  unit: '%',
  status: 'A',
  asOf: null,
  level: '市级',
  area: null,
  text: null,
  missing: null,
  missingReason: null,
  source: { issue: 1, place: '附表第1行', sentence: null },
  note: null,
  relation: null,
  printed: '97.2%',
  ...o,
});

/** The same indicator in the text. */
export const stated = (o: Partial<Observation> = {}): Observation =>
  observation({ role: 'stated', level: null, source: { issue: 1, place: '二(一)', sentence: null }, ...o });

export const indicator = (i: Partial<Indicator> = {}): Indicator => ({
  code: 'online-share',
  name: '网上可办率',
  aliases: [],
  unit: '%',
  direction: '越高越好',
  lower: '0',
  upper: '100',
  topic: null,
  definition: null,
  breaks: [],
  nameEn: null,
  ...i,
});
