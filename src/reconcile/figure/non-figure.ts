import type { Units } from '../../domain/unit.ts';
import { HIDDEN, type Numbering } from './numbering.ts';
import type { Plain } from './script.ts';

const hide = (text: string): string => HIDDEN.repeat(text.length);

const S = String.raw`\s{0,2}`;
const DASH = String.raw`(?:—{1,2}|–|~|-|至|到)`;
const AND = `(?:${DASH}|、|和|及|与)`;
/** Years, months, days in a list or a range, 30 at most: `2018、2019、2020`, `1—11`. */
const several = (one: string, mark = ''): string =>
  `${one}(?:${S}${mark === '' ? '' : `${mark}?${S}`}${AND}${S}${one}){0,30}`;

const YEAR = String.raw`(?:19|20)\d{2}`;
const MONTH = '(?:1[0-2]|0?[1-9])';
const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9])`;
const HOUR = String.raw`(?:[01]?\d|2[0-4])`;
const MINUTE = String.raw`:[0-5]\d`;
const MONTHS = `${several(MONTH, '(?:月份?)')}${S}月(?:份|底|初|末|[上中下]旬)?`;
const DAYS = `${several(DAY, '日')}${S}(?:日|号)`;
const TIME = String.raw`${HOUR}${S}(?:时|点)(?:${S}[0-5]?\d${S}分)?`;
const OF_DAY = '(?:上午|下午|中午|早上?|晚上?|凌晨|傍晚|次日)';

/** 2020年5月6—8日24时; 2018、2019、2020年; 1—11月; 5月1日、2日; 90年代. */
const DATES: readonly string[] = [
  `${several(YEAR, '年')}${S}年度?(?:${S}${MONTHS}(?:${S}${DAYS}(?:${S}${TIME})?)?)?`,
  String.raw`${YEAR}([-/.])\d{1,2}\1\d{1,2}(?![\d.])`,
  String.raw`${YEAR}(?=${S}(?:版|级|届|工程|行动|远景))`,
  `${MONTHS}(?:${S}${DAYS}(?:${S}${AND}${S}(?:${MONTHS}${S})?${DAYS}){0,30}(?:${S}${TIME})?)?`,
  `(?<=[本当上下次每同]月)${S}${DAYS}(?:${S}${TIME})?`,
  `(?<=^|[。；，、;,:])${S}${DAY}日(?=[，,上下晚凌])`,
  String.raw`\d{2}${S}年代|\d{1,2}${S}世纪|[05-9]0(?=后)`,
  `第?${S}[1-4]${S}季度`,
];

/** `1.2023年一季度情况表`: an item's number, which is no part of the year behind it. */
const AFTER_ORDINAL = String.raw`(?<=(?:^|[。；;:！])\s{0,4}\d{1,2}[.．])`;

/** Of a clock: where a word before it says so, as one end of a span of hours, or with full hours; 1:15 alone may be a ratio. */
const CLOCKS: readonly string[] = [
  `${HOUR}${MINUTE}${S}${DASH}${S}${OF_DAY}?${S}${HOUR}${MINUTE}`,
  `(?<=${OF_DAY}|时间|每[天日]|工作日|周[一二三四五六日末]|${HIDDEN})${S}${HOUR}${MINUTE}`,
  String.raw`${HOUR}:00(?!\d)`,
  String.raw`${HOUR}时${S}[0-5]?\d分|${HOUR}时(?![间段长限效速])(?:${S}${DASH}${S}${HOUR}时)?`,
  `(?<=${OF_DAY})${S}${TIME}`,
];

/** Numbers of documents, annexes, figures, articles and of what stands in an order. */
const COUNTED = String.raw`(?!\d|\.\d|${S}(?:[%‰万亿余多份张个件套页本只块]))`;
const REFERENCES: readonly string[] = [
  String.raw`[〔\[(【]${S}${YEAR}${S}[〕\])】]${S}第?${S}${several(String.raw`\d{1,5}`)}${S}号`,
  String.raw`第?${S}${several(String.raw`\d{1,5}`)}${S}号`,
  String.raw`(?:附件|附表|附图|附录|专栏|公式)${S}${several(String.raw`\d{1,3}(?:[-.]\d{1,2})?`)}${COUNTED}`,
  String.raw`(?<=^|[见如详据从由在以附(，,。；;、:“”\s和及与])[图表]${S}${several(String.raw`\d{1,2}(?:[-.]\d{1,2})?`)}${COUNTED}`,
  String.raw`注\d{1,2}(?=:)`,
  `第${S}${several(String.raw`\d{1,4}`)}${S}(?:期|条|款|项|章|节|届|次|批次?|轮|页|行|列|部分|类|代|版|卷|辑|课|站|阶段|时段|天)`,
  String.raw`\d{3,5}(?=${S}(?:政务|便民|服务|市长|投诉|举报|监督|公共|智能|智慧|旅游|医保|税务|消费者?){0,4}(?:热线|专线|平台|电话))`,
];

/** Standards, codes and formulas: letters and digits that make one word. */
const codesIn = (united: string): readonly string[] => [
  String.raw`(?:https?:\/\/|www\.)[\w\-./?=&%#:~+]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+`,
  String.raw`(?<![A-Za-z])(?:[A-Z]{2,5}|DB\d{2,4})(?:${S}\/${S}[A-Z]{1,3})?${S}\d+(?:\.\d+)*${S}[-—–:]{1,2}${S}(?:19|20)\d{2}(?!\d)`,
  String.raw`(?<![A-Za-z])(?:GBZ?|HJ|ISO|IEC|JTG?|CJJ|JGJ|QB|YY|WS|NY|SL|DL|TB|AQ|MZ|DB\d{2,4})(?:${S}\/${S}[A-Z]{1,3})?${S}\d+(?:\.\d+)*`,
  String.raw`(?<![A-Za-z])(?:PM${S}(?:2\.5|10)|SO2|NO2|O3(?:-8h)?|CO2|NH3|CH4|N2O|H2O|SF6|COVID-19)(?!\d)`,
  String.raw`(?<![A-Za-z])(?:[A-Z]{1,2}\d{1,4}|[Vv]\d+(?:\.\d+)*)(?![\d.]*\d)(?:[A-Z](?![A-Za-z]))?${united}`,
  String.raw`(?<![\d.])\d{1,2}[ABCDGK](?![A-Za-z])`,
  String.raw`(?<![\d.])\d+(?:${S}\+${S}(?:\d+|[A-Z])){1,9}(?!\d)${united}`,
  String.raw`(?<![\d.])7${S}[×xX*]${S}24${S}(?:个?小时)?`,
  String.raw`(?<![\d.])\d{1,2}\.\d(?=${S}版)`,
  String.raw`(?<=近)\d{1,2}年(?=来)`,
];

const patterns = new WeakMap<Units, readonly RegExp[]>();

function patternsOf(units: Units): readonly RegExp[] {
  const known = patterns.get(units);
  if (known) return known;
  const united = String.raw`(?!\d|\.\d|${S}(?:[%‰万亿余多]|${units.pattern}))`;
  const [documents, ...references] = REFERENCES;
  const made = [
    ...codesIn(united).map((source) => new RegExp(source, 'gu')),
    new RegExp(`${AFTER_ORDINAL}${DATES[0]}`, 'gu'),
    ...[documents!, ...DATES, ...CLOCKS, ...references].map(
      (source) => new RegExp(String.raw`(?<![\d.]|\d,)(?:${source})`, 'gu'),
    ),
  ];
  patterns.set(units, made);
  return made;
}

/**
 * A plain text with everything hidden that holds digits and is no figure: names, dates, hours, numbers of documents, annexes,
 * standards and articles, codes, and the numbering of items.
 */
export function withoutNonFigures(
  { text, singles }: Plain,
  names: readonly string[],
  units: Units,
  numbering: Numbering,
): string {
  let masked = text;
  for (const name of names) masked = withoutName(masked, name, units);
  for (const pattern of patternsOf(units)) masked = masked.replace(pattern, hide);
  return numbering.hide(masked, singles);
}

/** A name that ends in digits is none where more of a number follows: 用户达1255420 in 用户达1255420人. */
function withoutName(text: string, name: string, units: Units): string {
  const goesOn = /\d$/.test(name) ? new RegExp(`^${S}(?:[\\d.,%‰万亿余多]|${units.pattern})`) : undefined;
  const [first, ...rest] = name === '' ? [text] : text.split(name);
  return rest.reduce((left, right) => `${left}${goesOn?.test(right) ? name : hide(name)}${right}`, first!);
}
