/** What is measured; says how a difference is worded, and which units may carry a magnitude. */
export const UNIT_KINDS = ['比率', '计数', '时间', '金额', '物理量', '比值', '位次', '指数', '评分'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A unit without magnitude, as the built-in list and `data/units.csv` give it. */
export interface UnitDefinition {
  readonly name: string;
  readonly kind: UnitKind;
  /** Other ways of writing the same unit: `㎡`, `个工作日`. */
  readonly aliases: readonly string[];
  /** What a difference is counted in: 个百分点 for %. */
  readonly difference: string;
}

/** A unit as printed. Two of different `base` are never compared or converted; two of one base differ by their scale. */
interface Unit {
  /** `万件`. */
  readonly name: string;
  /** `件`. */
  readonly base: string;
  readonly kind: UnitKind;
  /** Power of ten of the magnitude: 4 for 万件, 0 for 件. */
  readonly scale: number;
  readonly difference: string;
}

/** Built in: the units of statistical yearbooks and bulletins. `name=alias=alias`, one kind a line. */
const BUILT_IN: readonly (readonly [kind: UnitKind, difference: string | null, names: string])[] = [
  ['比率', '个百分点', '% 个百分点=百分点'],
  ['比率', '个千分点', '‰ 个千分点=千分点'],
  ['计数', null, '项 件 个 家 户 人 名 次 人次 户次 件次 家次 车次 班次 起 条 份 台 套 处 场 辆 座 宗 间 栋 幢 所'],
  [
    '计数',
    null,
    '篇 部 本 册 期 笔 单 张 枚 只 头 株 棵 艘 架 列 例 对 组 类 种 批 批次 届 轮 门 课时 床 站 标段 村 镇 乡',
  ],
  ['时间', null, '工作日=个工作日 天=日 小时=个小时 分钟 秒 年 个月 周=星期 岁 季度=个季度'],
  ['金额', null, '元 美元 欧元 日元 港元'],
  ['物理量', null, '平方米=㎡=m²=m2 平方公里=平方千米=km²=km2 亩 公顷 公里=千米=km 米 厘米=cm 毫米=mm'],
  [
    '物理量',
    null,
    '吨 千克=公斤=kg 克 毫克=mg 吨标准煤=吨标煤 立方米=m³=m3 升 微克/立方米=μg/m³=µg/m³=ug/m3 毫克/立方米=mg/m³=mg/m3',
  ],
  ['物理量', null, '千瓦=kW 兆瓦=MW 千瓦时=kWh 千伏=kV 千伏安=kVA 立方米/秒 毫克/升=mg/L 分贝=dB 摄氏度=℃ 标准箱'],
  [
    '比值',
    null,
    '倍 件/万人 册/人 元/人 人/平方公里 元/平方米 元/吨 元/千瓦时 吨/万元 吨标准煤/万元 立方米/万元 千瓦时/万元',
  ],
  [
    '比值',
    null,
    '张/千人 人/千人 件/百人 个/万人 家/万人 户/千人 元/户 元/亩 公斤/亩 人/户 平方米/人 辆/百户 人/十万人',
  ],
  ['位次', '位', '位 名次=名（位次）'],
  ['指数', '点', '无=无单位 点'],
  ['评分', null, '分'],
];

const definitions = (): UnitDefinition[] =>
  BUILT_IN.flatMap(([kind, difference, names]) =>
    names.split(' ').map((written): UnitDefinition => {
      const [name, ...aliases] = written.split('=') as [string, ...string[]];
      return { name, kind, aliases, difference: difference ?? name };
    }),
  );

/** Magnitudes and their powers of ten; they stand before a unit that counts or measures, never before a rate or a rank. */
const MAGNITUDES: readonly (readonly [word: string, scale: number])[] = [
  ['万亿', 12],
  ['百万', 6],
  ['千万', 7],
  ['十万', 5],
  ['万', 4],
  ['亿', 8],
];
const SCALED: readonly UnitKind[] = ['计数', '金额', '物理量'];

/** A unit where it stands in a text. */
export interface WrittenUnit {
  /** Its name, with its magnitude: `万件`. */
  readonly unit: string;
  /** Letters it takes up. */
  readonly length: number;
}

/** Every unit that a root knows. */
export interface Units {
  /** The unit of these very letters; undefined where nobody knows it, which never passes as another one. */
  readonly find: (text: string) => Unit | undefined;
  /** The longest unit that a text ends with. */
  readonly atEnd: (text: string) => WrittenUnit | undefined;
  /** All names, without aliases and magnitudes, for suggestions. */
  readonly names: readonly string[];
  /** A regular expression that finds a unit, the longest first. */
  readonly pattern: string;
}

/** The built-in units and an office's own, which may not give a known name another meaning. */
export function unitsOf(own: readonly UnitDefinition[] = []): Units {
  const all = [...definitions(), ...own];
  const known = new Map<string, UnitDefinition>();
  for (const unit of all) for (const name of [unit.name, ...unit.aliases]) if (!known.has(name)) known.set(name, unit);
  const written = [...known.keys()].toSorted((a, b) => b.length - a.length);
  const find = (text: string): Unit | undefined => {
    const plain = known.get(text);
    if (plain) return unitOf(plain, '', 0);
    const [magnitude, scale] = MAGNITUDES.find(([word]) => text.startsWith(word)) ?? [];
    const base = magnitude === undefined ? undefined : known.get(text.slice(magnitude.length));
    return base && SCALED.includes(base.kind) ? unitOf(base, magnitude!, scale!) : undefined;
  };
  return {
    find,
    names: all.map(({ name }) => name),
    pattern: `(?:${MAGNITUDES.map(([word]) => word).join('|')})?(?:${written.map(literal).join('|')})`,
    atEnd: (text) => {
      const name = written.find((one) => text.endsWith(one));
      if (name === undefined) return undefined;
      const before = text.slice(0, -name.length);
      const [magnitude = ''] = MAGNITUDES.find(([word]) => before.endsWith(word) && find(word + name)) ?? [];
      return { unit: find(magnitude + name)!.name, length: magnitude.length + name.length };
    },
  };
}

const unitOf = (unit: UnitDefinition, magnitude: string, scale: number): Unit => ({
  name: `${magnitude}${unit.name}`,
  base: unit.name,
  kind: unit.kind,
  scale,
  difference: unit.difference === unit.name ? `${magnitude}${unit.name}` : unit.difference,
});

/** A letter of its own, whatever it means in a regular expression. */
const literal = (text: string): string => text.replace(/[.*+?^$()|[\]\\{}/]/g, '\\$&');

export const BUILT_IN_UNITS: Units = unitsOf();

/** What a difference of values in a unit is counted in: shares differ by percentage points. */
export const differenceUnit = (unit: string, units: Units = BUILT_IN_UNITS): string =>
  units.find(unit)?.difference ?? unit;
