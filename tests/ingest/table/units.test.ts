import { describe, expect, test } from 'vitest';
import { format } from '../../../src/ingest/problem/problem.ts';
import { units } from '../../../src/ingest/table/units.ts';
import { read, REGISTRY, textOf, told, valid } from '../bulletin.ts';

const FILE = 'data/units.csv';
const HEADER = '单位,类别,差的说法,又写作\n';
const problems = (...lines: string[]): string[] => units(FILE, HEADER + lines.join('\n')).problems.map(format);

test('a unit of the office’s own counts, takes magnitudes, and words its differences', () => {
  const own = units(FILE, `${HEADER}趟,计数,,车趟\n景气点,指数,点,\n`);
  expect(own.problems).toEqual([]);
  expect(own.units.find('万车趟')).toMatchObject({ name: '万趟', scale: 4 });
  expect(own.units.find('景气点')?.difference).toBe('点');
});

test('with it the registry knows an indicator of that unit, and without it names the cell', () => {
  const root = valid().set(REGISTRY, `${textOf(REGISTRY)}trips,公交班次,,趟,越高越好,,,公共交通,,\n`);
  expect(told(root)).toEqual([
    expect.stringMatching(
      /^data\/indicators\.csv 第\d+行 D\d+ “单位”：不认识单位“趟”\n→ 写成认识的单位，如 %、件、万元、工作日；通报确实用“趟”的，在 data\/units\.csv 加一行，写上单位、类别和差的说法$/,
    ),
  ]);
  const cured = read(root.set(FILE, `${HEADER}趟,计数,趟,\n`));
  expect(cured.problems).toEqual([]);
  expect(cured.indicators.get('trips')?.unit).toBe('趟');
});

describe('a line is reported', () => {
  test('without a unit', () =>
    expect(problems(',计数,,')).toEqual([
      'data/units.csv 第2行 A2 “单位”：这一行没有写单位\n→ 在“单位”列写上单位，不用的行删掉',
    ]));
  test('that gives a known unit another meaning, by name or by another way of writing it', () =>
    expect(problems('件,评分,分,', '趟,计数,,万元')).toEqual([
      'data/units.csv 第2行 A2 “单位”：“件”已经是认识的单位，不能另作解释\n→ 删掉这一行或这个写法',
      'data/units.csv 第3行 D3 “又写作”：“万元”已经是认识的单位，不能另作解释\n→ 删掉这一行或这个写法',
    ]));
  test('twice', () =>
    expect(problems('趟,计数,,', '趟,计数,,')).toEqual([
      'data/units.csv 第3行 A3 “单位”：“趟”已经是认识的单位，不能另作解释\n→ 删掉这一行或这个写法',
    ]));
  test('with a digit at its edge', () =>
    expect(problems('辆/100,比值,,')).toEqual([
      'data/units.csv 第2行 A2 “单位”：单位“辆/100”以数字开头或结尾，会与数混在一起\n→ 写成汉字，如“每百户一辆”写作“辆/百户”',
    ]));
  test('of an unknown kind', () =>
    expect(problems('趟,数量,,')).toEqual([
      'data/units.csv 第2行 B2 “类别”：不认识类别“数量”\n→ 写这些类别之一：比率、计数、时间、金额、物理量、比值、位次、指数、评分',
    ]));
});
