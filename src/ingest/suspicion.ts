import type { Unit } from '../domain/indicator.ts';
import { unitAt, type WrittenUnit } from './number.ts';
import type { Refusal } from './value.ts';

/** Units in which a five-digit whole number is no count but Excel's day number for a date. */
const NEVER_LARGE: readonly Unit[] = ['%', '个百分点', '分', '工作日', '天', '小时', '分钟', '年', '个月'];
/** Excel's day numbers for 2000-01-01 and 2049-12-31 (1900 date system). */
const SERIAL = { from: 36526, to: 54788 };

const RULES: readonly [pattern: RegExp, refusal: Refusal][] = [
  [/^(无|没有|空|缺|暂无|待定|待补|不详|[-—–_/\\]+|n\/?a|null|nil|none|[?？]+|\.+|…+)$/i, { code: 'value/bare-missing' }],
  [/^#+$|^#(DIV\/0!|N\/A|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/i, { code: 'value/formula-error' }],
  [/^[=@]/, { code: 'value/formula' }],
  [/\d\.?\d*\s*e\s*[+-]?\s*\d+/i, { code: 'value/scientific' }],
  [/^\d{1,4}\s*[年月]\s*\d{1,2}\s*[月日]?|\d\s*月\s*\d|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$|\d{1,2}[-/ ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ]?\d/i, { code: 'value/date' }],
  [/[‰‱]/, { code: 'value/per-mille' }],
  [/[½⅓⅔¼¾⅛⅜⅝⅞]|^\d+\s*[/⁄]\s*\d+|[一二三四五六七八九十\d]+分之/, { code: 'value/fraction' }],
  [/\d\s*[。·•﹒]\s*\d|[。·•]\d/, { code: 'value/decimal-point' }],
  [/^[<>≤≥]?\s*[\doOlISB|]*(?:\d[oOlISB|]|[oOlISB|]\d)[\doOlISB|.]*\s*%?$/, { code: 'value/letter-for-digit' }],
  [/^[oOlI]+$/, { code: 'value/letter-for-digit' }],
];

/** `百分之九十八`, `八十五`, `九成`, `两百`: numbers in Chinese letters, where no Arabic digit stands. */
const CHINESE = /^[^0-9]*(百分之|[〇零一二三四五六七八九十百千万亿两]{1,}(点[〇零一二三四五六七八九]+)?(分|项|件|个|家|户|人|次|成|天|%|$))/;

/**
 * Why a cell is refused although a number may be hidden in it: the marks of Excel, of wrong keys and of wrong habits.
 * `whole` is the cell, `bare` what is left of it without qualifier and unit.
 */
export function suspicion(whole: string, bare: string, unit: Unit, written: WrittenUnit | undefined): Refusal | undefined {
  const chinese = !/\d/.test(whole) && CHINESE.test(whole);
  if (chinese) return { code: 'value/chinese-numeral' };
  const rule = RULES.find(([pattern]) => pattern.test(whole.trim()) || pattern.test(bare));
  if (rule) return rule[1].code === 'value/per-mille' ? { ...rule[1], words: { unit } } : rule[1];
  const magnitude = /\d\s*(万|亿|千|百)$/.exec(bare)?.[1] ?? (unitAt(whole, 'end')?.unit === unit ? undefined : /\d\s*(万|亿)/.exec(whole)?.[1]);
  if (magnitude) return { code: 'value/magnitude', words: { magnitude, unit } };
  if (/,/.test(bare) && !/^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(bare)) return { code: 'value/thousands' };
  const digits = bare.split(/[—–~至到]|(?<=\d)-/).map((s) => s.trim().replace(/%$/, ''));
  if (digits.some((d) => /^[+-]?[\d.]*\d[\d.]*$/.test(d) && !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(d))) return { code: 'value/malformed' };
  const places = Math.max(...digits.map((d) => /^-?\d+\.(\d+)$/.exec(d)?.[1]?.length ?? 0));
  if (places > 8) return { code: 'value/float-dust', words: { places } };
  if (written === undefined && digits.every((d) => /^-?\d+(\.\d+)?$/.test(d))) {
    // Excel saves 97.2% as 0.972 and 100% as 1; only the sign tells a share below one per cent from a lost factor of 100.
    if (unit === '%' && digits.some((d) => Number(d) !== 0 && Math.abs(Number(d)) <= 1)) return { code: 'value/percent-as-fraction' };
    if (NEVER_LARGE.includes(unit) && digits.some((d) => /^\d{5}$/.test(d) && Number(d) >= SERIAL.from && Number(d) <= SERIAL.to)) return { code: 'value/serial-date' };
  }
  return undefined;
}
