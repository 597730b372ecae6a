import { createHash } from 'node:crypto';
import { load } from '../../src/catalog.ts';
import type { Bulletin } from '../../src/domain/issue.ts';
import { isNumeric, type Observation } from '../../src/domain/observation.ts';
import type { Publication } from '../../src/publication/publication.ts';
import { year } from '../domain/periods.ts';

export const {
  bulletins: [bulletin48],
  indicators,
} = load('.');
/** As it was before its release. */
export const bulletin: Bulletin = { ...bulletin48!, version: 1, released: null };

/** A site on a machine of the office, without licence or public address. */
export const inside: Publication = {
  name: '平顶山营商环境数据',
  description: '全文与数据',
  office: '平顶山市优化营商环境工作领导小组办公室',
  series: '优化营商环境工作通报',
  city: '平顶山市',
  licence: null,
  root: '/yshj/',
  language: 'zh-CN',
};

export const outside: Publication = {
  ...inside,
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  root: 'https://example.org/yshj/',
};

export const released: Bulletin = { ...bulletin, version: 2, released: '2026-12-01' };

/** Texts that a spreadsheet might run, drop or change. */
export const NASTY = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\u0000=1',
  ' =1',
  '\u3000=1',
  '\u00a0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  ' ＝1',
  "=cmd|' /C calc'!A0",
  "'",
  "'=1",
  "''=1",
  "'一窗'",
  '"=1"',
  'a,b',
  'a\nb',
  'a\r\nb',
  'a\rb',
  ' a ',
  '_x000D_',
  '_x005F_',
  '__proto__',
  'constructor',
  '<b>&amp;</b>',
  ']]>',
  '\ufffd',
  '\u0085',
  '\u{1fffe}',
];

/** Bulletin 48 with a nasty text in each column that holds text of people: a number, a gap and a statement of each. */
export const nasty: Bulletin = {
  ...bulletin,
  observations: NASTY.flatMap((text, i): Observation[] => {
    const o = bulletin.observations.filter(isNumeric)[i % 10]!;
    const { kind, quantity, status, cumulative, rank, ...observed } = {
      ...o,
      name: text,
      group: text,
      asOf: { ...year(2020), label: text },
      level: text,
      area: text,
      note: text,
      printed: text,
      source: { ...o.source, place: text },
    };
    return [
      { ...observed, kind, quantity, cumulative, rank, status },
      { ...observed, kind: 'gap', word: text, reason: text, status: 'O' },
      { ...observed, kind: 'statement', text, status: 'A' },
    ];
  }),
};

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
