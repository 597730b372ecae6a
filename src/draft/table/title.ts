import type { Registry } from '../../ingest/table/registry.ts';
import { halfWidth } from '../../ingest/text/letters.ts';
import type { Item } from '../word/outline.ts';
import type { Table } from '../word/html.ts';

/** What the lines above a printed table call it. */
export interface Title {
  /** 附件1, 附表2; null where no line names it. */
  readonly name: string | null;
  /** `各县（市、区）一季度综合得分及排名表`; empty where there is none. */
  readonly text: string;
}

const NAMED = /^附\s*([件表])\s*(\d{0,3})\s*(?:[:：]\s*(.*))?$/;
/** How many lines above a table may name it. */
const NEAR = 3;

export function titleOf(items: readonly Item[], table: Table): Title {
  const at = items.indexOf(table);
  let text = '';
  for (let i = at - 1; i >= Math.max(0, at - NEAR); i -= 1) {
    const item = items[i]!;
    if (item.kind === 'table' || item.text.length > 60 || item.text.endsWith('。')) break;
    const [, kind, number, rest] = NAMED.exec(halfWidth(item.text)) ?? [];
    if (kind) return { name: `附${kind}${number!}`, text: text || (rest ?? '') };
    text ||= item.text;
  }
  return { name: null, text };
}

/** What a title says before the indicator that its table lists. */
const BEFORE = /^.*(?:[县市区)）]|季度|年度?|月份?|半年|各|的)(?=\p{Script=Han})/u;

/** 得分 in `各县（市、区）一季度综合得分及排名表` is 综合得分; the word itself where the title does not say more. */
export function indicatorIn(title: string, word: string, registry: Registry): string {
  const end = title.indexOf(word);
  if (word === '' || end < 0) return word;
  const whole = title.slice(0, end + word.length);
  const known = registry.names.filter((name) => whole.endsWith(name)).sort((a, b) => b.length - a.length)[0];
  return known ?? (`${whole.slice(0, end).replace(BEFORE, '')}${word}` || word);
}

/** The unit that a heading states in brackets or that the words of a measure mean, else the one that stands in the title for all. */
export function unitOfMeasure(name: string, words: string): string {
  const own = /[（(]([^()（）]{1,10})[)）]$/.exec(name)?.[1];
  if (own !== undefined) return own;
  if (/(?:得分|评分|总分|分值)$/.test(name)) return '分';
  if (/(?:排名|位次|名次)$/.test(name)) return '位';
  if (/(?:率|占比|比例|比重)$/.test(name)) return '%';
  return /单位\s*[:：]\s*([^)）\s,，;；]{1,10})/.exec(words)?.[1] ?? '';
}
