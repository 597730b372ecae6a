import type { Refusal } from './refusal.ts';
import type { Unit } from '../../domain/indicator.ts';
import { LONGEST, type WrittenUnit } from '../text/number.ts';

/** Units in which a five-digit whole number is no count but Excel's day number for a date. */
const NEVER_LARGE: readonly Unit[] = ['%', '个百分点', '分', '工作日', '天', '小时', '分钟', '年', '个月'];
/** Excel's day numbers for 2000-01-01 and 2049-12-31 (1900 date system). */
const SERIAL = { from: 36526, to: 54788 };

const RULES: readonly [pattern: RegExp, refusal: Refusal][] = [
  [
    /^(无|没有|空|空白|缺|缺失|缺项|暂无|无数据|暂无数据|没有数据|未提供|未统计|未填报?|待定|待补|待核实?|不详|不清楚|[-—–_/\\]+|n\/?a|null|nil|none|[?？]+|\.+|…+|x+|\*+)$/i,
    { code: 'value/bare-missing' },
  ],
  [/^#+$|^#(DIV\/0!|N\/A|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/i, { code: 'value/formula-error' }],
  [/^[=@]|^[+-]\$?[a-z(]/i, { code: 'value/formula' }],
  [/\d\.?\d*\s*e\s*[+-]?\s*\d+/i, { code: 'value/scientific' }],
  [
    /^\d{1,4}\s*[年月]\s*\d{1,2}\s*[月日]?|\d\s*月|^0\d[-/]\d{1,2}$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$|\d{1,2}[-/ ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ]?\d/i,
    { code: 'value/date' },
  ],
  [/[‰‱]/, { code: 'value/per-mille' }],
  [/[½⅓⅔¼¾⅛⅜⅝⅞]|^\d+\s*[/⁄]\s*\d+|[一二三四五六七八九十\d]+分之/, { code: 'value/fraction' }],
  [/\d\s*[。·•﹒]\s*\d|[。·•]\d/, { code: 'value/decimal-point' }],
  [/^[<>≤≥]?\s*[\doOlISB|]*(?:\d[oOlISB|]|[oOlISB|]\.?\d)[\doOlISB|.]*\s*%?$/, { code: 'value/letter-for-digit' }],
  [/^[oOlI]+$/, { code: 'value/letter-for-digit' }],
];

/** `百分之九十八`, `八十五`, `九成`, `两百`: numbers in Chinese letters, where no Arabic digit stands. */
const CHINESE =
  /^[^0-9]*(百分之|第?[一二三四五六七八九十]+(?=分之)|[〇零一二三四五六七八九十百千万亿两]{1,}(点[〇零一二三四五六七八九]+)?(分|项|件|个|家|户|人|次|成|天|%|$))/;

/**
 * Why a cell is refused although a number may be hidden in it: the marks of Excel, of wrong keys and of wrong habits.
 * `whole` is the cell, `bare` what is left of it without qualifier and unit.
 */
export function suspicion(
  whole: string,
  bare: string,
  unit: Unit | null,
  written: WrittenUnit | undefined,
): Refusal | undefined {
  const chinese = !/\d/.test(whole) && CHINESE.test(whole);
  if (chinese || /百分之\s*\d/.test(whole)) return { code: 'value/chinese-numeral' };
  const rule = RULES.find(([pattern]) => pattern.test(whole.trim()) || pattern.test(bare));
  if (rule) return rule[1].code === 'value/per-mille' ? { ...rule[1], words: { unit: unit ?? '' } } : rule[1];
  const magnitude =
    /\d\s*(万|亿|千|百)$/.exec(bare)?.[1] ?? (written?.unit === unit ? undefined : /\d\s*(万|亿)/.exec(whole)?.[1]);
  if (magnitude)
    return {
      code: 'value/magnitude',
      words: { magnitude: unit?.startsWith(magnitude) ? '' : magnitude, unit: unit ?? '' },
    };
  if (/^[-+\d.,\s]*\d[\d.,\s]*$/.test(bare) && /,/.test(bare) && !/^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(bare))
    return { code: 'value/thousands' };
  const digits = bare.split(/[—–~至到]|(?<=\d)-/).map((s) => s.trim().replace(/%$/, ''));
  if (
    digits.some(
      (d) => /^[+-]?[\d.]*\d[\d.]*$/.test(d) && (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(d) || /^-0(\.0+)?$/.test(d)),
    )
  )
    return { code: 'value/malformed' };
  if (digits.some((d) => /^[-\d.,]+$/.test(d) && d.length > LONGEST))
    return { code: 'value/too-long', words: { most: LONGEST } };
  const places = Math.max(...digits.map((d) => /^-?\d+\.(\d+)$/.exec(d)?.[1]?.length ?? 0));
  if (places > 6) return { code: 'value/float-dust', words: { places } };
  if (written === undefined && digits.every((d) => /^-?\d+(\.\d+)?$/.test(d))) {
    // Excel saves 97.2% as 0.972 and 100% as 1; only the sign tells a share below one per cent from a lost factor of 100.
    // A range that passes 1 is no pair of shares (1—2 would be 100 % to 200 %).
    if (unit === '%' && digits.some((d) => Number(d) !== 0) && digits.every((d) => Math.abs(Number(d)) <= 1))
      return { code: 'value/percent-as-fraction' };
    if (
      unit !== null &&
      NEVER_LARGE.includes(unit) &&
      digits.some((d) => /^\d{5}$/.test(d) && Number(d) >= SERIAL.from && Number(d) <= SERIAL.to)
    )
      return { code: 'value/serial-date' };
  }
  return undefined;
}
