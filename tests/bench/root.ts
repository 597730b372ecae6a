import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRoot, publishable, readRoot } from '../../src/catalog.ts';
import type { CheckedLibrary } from '../../src/check/library.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八'];
/** Names no two of which look alike: 甲子甲子样, 乙丑乙丑样 …. */
const CYCLE = [...Array(24).keys()].map(
  (i) => `${`${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳午未申酉戌亥'[i % 12]}`.repeat(2)}样`,
);
const FILLER =
  '本段是性能测试用的示例文字，不描述任何地方、任何机关，也不含任何事实；它只用来占据与真实通报相近的篇幅，以便测量检查与生成所用的时间。';

/** Repeatable numbers (Park–Miller minimal standard), so that two runs measure the same work. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Writes a root of `count` synthetic bulletins, each of the shape of bulletin 48: nine indicators, eight measures, 23 figures. */
export function writeRoot(root: string, count: number): void {
  mkdirSync(join(root, 'content/issues'), { recursive: true });
  const indicators = ['编码,名称,别名,单位,方向,下限,上限,一级指标,口径,英文名'];
  for (let i = 0; i < 3; i += 1)
    indicators.push(`score-${i + 1},示例得分${NUMERALS[i]},,分,越高越好,0,100,示例,,Sample score ${i + 1}`);
  for (let i = 0; i < 6; i += 1)
    indicators.push(`share-${i + 1},示例占比${NUMERALS[i]},,%,越高越好,0,100,示例,,Sample share ${i + 1}`);
  mkdirSync(join(root, 'data'), { recursive: true });
  writeFileSync(join(root, 'data/indicators.csv'), `${indicators.join('\n')}\n`);
  for (let number = 1; number <= count; number += 1) {
    const { text, comparison, facts } = bulletin(number);
    const folder = join(root, 'data/issues', String(number));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(root, 'content/issues', `${number}.mdx`), text);
    writeFileSync(join(folder, 'comparison.csv'), comparison);
    writeFileSync(join(folder, 'facts.csv'), facts);
  }
}

function bulletin(number: number): { text: string; comparison: string; facts: string } {
  const next = random(number);
  const upTo = (n: number): string => (next() * n).toFixed(1);
  const year = 2000 + (number % 25);
  const scores = NUMERALS.slice(0, 3).map((n, i) => ({
    name: `示例得分${n}`,
    from: upTo(80),
    to: upTo(100),
    place: `一(${n})`,
    i,
  }));
  const comparison = [
    `序号,组,指标,单位,层级,${year}年评价水平,${year + 1}年省定目标,${year + 1}年达到水平,国内前沿水平,出处,备注`,
    ...scores.map((s) => `${s.i + 1},得分,${s.name},分,,${s.from}分,,${s.i === 0 ? '' : '预计'}${s.to}分,,${s.place},`),
    ...NUMERALS.slice(0, 6).map(
      (n, i) =>
        `${i + 1},附表,示例占比${n},%,市级,${upTo(60)}%${i === 4 ? '以上' : ''},${upTo(80)}%${i === 4 ? '以上' : ''},${upTo(99)}%,暂缺,附表第${i + 1}行,暂缺，无法对比`,
    ),
  ];
  const facts = ['指标,数值,单位,时点,层级,出处,关联指标,关系,备注'];
  const measures = NUMERALS.map((n, i) => {
    const figures = [0, 1, 2].slice(0, i === 0 ? 2 : 3).map((k) => {
      const value = String(100 + Math.floor(next() * 90000) * 10 + i);
      const name = CYCLE[i * 3 + k]!;
      facts.push(`${name},${value},件,${year + 1}年底,,二(${n}),,,`);
      return `${name} ${value} 件`;
    });
    return `（${n}）示例措施${n}。${FILLER}截至${year + 1}年底，${figures.join('，')}。${FILLER}\n`;
  });
  const text = [
    '---',
    `title: 关于示例指标的第${number}期通报`,
    `date: ${year + 2}-01-25`,
    `topic: 示例${NUMERALS[number % 8]}`,
    'lead: 示例单位',
    'reportTo: [示例单位甲]',
    'copyTo: [示例单位乙]',
    `printed: ${year + 2}-01-25`,
    '---',
    '',
    `${FILLER}\n`,
    '## 一、示例目标\n',
    ...scores.map(
      (s, i) =>
        `（${NUMERALS[i]}）${s.name}。${year}年为 ${s.from} 分，${i === 0 ? '' : '预计'}${year + 1}年为 ${s.to} 分。\n`,
    ),
    '<Comparison group="得分" />\n',
    '## 二、示例措施\n',
    ...measures,
    '<Figures of="甲子甲子样；乙丑乙丑样" />\n',
    '## 附表\n',
    '<Comparison group="附表" />',
    '',
  ];
  return { text: text.join('\n'), comparison: `${comparison.join('\n')}\n`, facts: `${facts.join('\n')}\n` };
}

/** What a root publishes. */
export function libraryAt(root: string): CheckedLibrary {
  const read = readRoot(root);
  return publishable(read, checkRoot(read));
}
