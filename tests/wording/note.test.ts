import { describe, expect, test } from 'vitest';
import type { Group } from '../../src/domain/issue.ts';
import type { Observation } from '../../src/domain/observation.ts';
import { lookAlikeNote } from '../../src/wording/look-alike.ts';
import { groupNotes, indicatorNotes, lookAlikeNotes } from '../../src/wording/note.ts';
import { observation, table, type Cells } from '../charts/fixture.ts';
import { stated } from '../domain/observation.ts';
import { written } from '../domain/periods.ts';
import { bulletinWith } from './bulletin.ts';

const OPEN = ['层级：通报未注明。'];

const groupOf = (rows: readonly Cells[]): Group => table('%', rows).group;

/** A table in which something more is known of some cells, by row and role. */
function detailed(rows: readonly Cells[], details: Readonly<Record<string, Partial<Observation>>>): Group {
  const group = groupOf(rows);
  return {
    ...group,
    rows: group.rows.map((row) => {
      const detail = <T extends Observation>(o: T): T => ({ ...o, ...details[`${row.name} ${o.role}`] });
      const all = row.all.map(({ column, o }) => ({ column, o: detail(o) }));
      return { ...row, all, cells: Object.fromEntries(all.map(({ column, o }) => [column.role, o])) };
    }),
  };
}

const FIVE: readonly Cells[] = ['甲', '乙', '丙', '丁', '戊'].map((name): Cells => [name, '70', '80', '90']);

describe('notes under a table', () => {
  test('say what the bulletin leaves open, not what its headings say', () =>
    expect(groupNotes(groupOf([['甲', '70', '80', '90']]))).toEqual(OPEN));

  test.each<[string, readonly Cells[], string]>([
    ['of one row', [['甲', '70', '80', '90', '暂缺']], '国内前沿水平：通报写明“暂缺”。'],
    ['of silence', [['甲', '70', '未列', '90']], '2020年省定目标：通报未列。'],
    [
      'of all rows',
      [
        ['甲', '70', '80', '90', '暂缺'],
        ['乙', '70', '80', '90', '暂缺'],
      ],
      '国内前沿水平：各项，通报写明“暂缺”。',
    ],
    [
      'of two rows by name',
      [['甲', '70', '80', '暂缺'], ['乙', '70', '80', '暂缺'], ...FIVE.slice(2)],
      '2020年达到水平：甲、乙，通报写明“暂缺”。',
    ],
    [
      'of more rows by number',
      [
        ['甲', '70', '80', '暂缺'],
        ['乙', '70', '80', '暂缺'],
        ['丙', '70', '80', '暂缺'],
        ['丁', '70', '80', '90'],
        ['戊', '70', '80', '暂缺'],
      ],
      '2020年达到水平：第1至3、5项，通报写明“暂缺”。',
    ],
    [
      'of pairs of rows by number',
      [
        ['甲', '70', '80', '暂缺'],
        ['乙', '70', '80', '暂缺'],
        ['丙', '70', '80', '90'],
        ['丁', '70', '80', '暂缺'],
        ['戊', '70', '80', '90'],
      ],
      '2020年达到水平：第1、2、4项，通报写明“暂缺”。',
    ],
  ])('name a gap %s', (_, rows, note) => expect(groupNotes(groupOf(rows))[0]).toBe(note));

  test.each<[string, Partial<Observation>, string]>([
    ['beside its word', { reason: '年底公布' }, '通报写明“暂缺”（年底公布）。'],
    ['that repeats its word', { reason: '暂缺前沿水平' }, '通报写明“暂缺前沿水平”。'],
  ])('give the reason for a gap %s', (_, reason, words) =>
    expect(groupNotes(detailed([['甲', '70', '80', '90', '暂缺']], { '甲 frontier': reason }))[0]).toBe(
      `国内前沿水平：${words}`,
    ),
  );

  test('tell gaps of different words apart', () =>
    expect(
      groupNotes(
        groupOf([
          ['甲', '70', '80', '90', '暂缺'],
          ['乙', '70', '80', '90', '未公布'],
        ]),
      ).slice(0, 2),
    ).toEqual(['国内前沿水平：甲，通报写明“暂缺”。', '国内前沿水平：乙，通报写明“未公布”。']));

  test('repeat the bulletin’s own notes once, with the row where there are several', () => {
    const notes = { '甲 baseline': { note: '市直部门' }, '甲 achieved': { note: '市直部门' } };
    expect(groupNotes(detailed([['甲', '70', '80', '90']], notes))[0]).toBe('市直部门');
    expect(groupNotes(detailed(FIVE, notes))[0]).toBe('甲：市直部门');
  });

  test('leave out a note that explains a gap, which is told with the gap', () =>
    expect(groupNotes(detailed([['甲', '70', '80', '暂缺']], { '甲 achieved': { note: '年底公布' } }))).toEqual([
      '2020年达到水平：通报写明“暂缺”。',
      '层级：通报未注明。',
    ]));

  test.each<[string, Cells, readonly string[]]>([
    [
      'a target',
      ['甲', '70', '≥80', '90'],
      ['“80%以上”只写了下限，图中以箭头表示。', '与目标相差，从目标的界限算起。'],
    ],
    [
      'a baseline',
      ['甲', '>70', '80', '90'],
      ['“超过70%”只写了下限，图中以箭头表示。', '由“超过70%”算出的差只有一头的界限，写作至多或至少。'],
    ],
    [
      'a target and what is reached',
      ['甲', '70', '≤80', '<90'],
      [
        '“80%以下”“不足90%”只写了上限，图中以箭头表示。',
        '与目标相差，从目标的界限算起；由“不足90%”算出的差只有一头的界限，写作至多或至少。',
      ],
    ],
    ['a frontier', ['甲', '70', '80', '90', '上海市：≥99'], ['“99%以上”只写了下限，图中以箭头表示。']],
    ['概数', ['甲', '约70', '80', '90余'], ['“约70%”“90%多”是概数，不作加减。']],
    [
      'equal bounds once',
      ['甲', '≥80', '≥80', '90'],
      [
        '“80%以上”只写了下限，图中以箭头表示。',
        '与目标相差，从目标的界限算起；由“80%以上”算出的差只有一头的界限，写作至多或至少。',
      ],
    ],
  ])('explain %s', (_, cells, notes) => expect(groupNotes(groupOf([cells]))).toEqual([...notes, ...OPEN]));

  test('say when the numbers were reached', () => {
    const asOf = { asOf: written('2020年底') };
    const timeless = { period: null };
    const open = { '丙 achieved': timeless, '丁 achieved': timeless, '戊 achieved': timeless };
    expect(groupNotes(detailed(FIVE, { '甲 achieved': asOf, '乙 achieved': asOf, ...open }))[0]).toBe(
      '达到水平的时点：截至2020年底，其余通报未注明。',
    );
    expect(groupNotes(detailed(FIVE, open))[0]).toBe('达到水平的时点：通报未注明。');
    expect(groupNotes(detailed([['甲', '70', '80', '90']], { '甲 achieved': asOf }))[0]).toBe(
      '达到水平的时点：截至2020年底。',
    );
  });

  test('say of what level the numbers are, whatever the frontier is', () => {
    expect(groupNotes(groupOf([['甲', '市级 70', '市级 80', '市级 90', '上海市：99']]))[0]).toBe('层级：市级。');
    expect(groupNotes(groupOf([['甲', '省级 70', '市级 80', '市级 90']]))[0]).toBe('层级：省级、市级。');
    expect(groupNotes(groupOf([['甲', '70', '市级 80', '市级 90']]))[0]).toBe(
      '层级：市级；2019年评价水平，通报未注明。',
    );
  });

  test('say nothing of time and level where there is no number', () =>
    expect(groupNotes(groupOf([['甲', '', '', '暂缺']]))).toEqual(['2020年达到水平：通报写明“暂缺”。']));
});

describe('notes under an indicator', () => {
  const { group } = table('%', FIVE);
  const row = group.rows[0]!;
  const notesOf = (i: number, definition: string | null): string[] => {
    const one = group.rows[i]!;
    return indicatorNotes(groupNotes({ ...group, rows: [one] }), definition);
  };
  const reached = { ...row.cells.achieved!, indicator: row.indicator };
  const fact = stated({
    name: '小甲',
    indicator: null,
    value: '91',
    source: { issue: 48, place: '二(一)', sentence: null },
  });
  const bulletin = bulletinWith([group], { lookAlikes: [{ fact, other: reached, note: '口径不同' }] });

  test('tell it from figures it may be taken for', () => {
    expect(lookAlikeNotes(row.indicator, bulletin)).toEqual(['正文二（一）“小甲”91%，附表第1行“甲”90%。口径不同']);
    expect(lookAlikeNotes(group.rows[1]!.indicator, bulletin)).toEqual([]);
  });

  test('end with its definition', () => expect(notesOf(0, '按事项数计算')).toEqual([...OPEN, '口径：按事项数计算。']));

  test('are of that row alone', () => expect(notesOf(1, null)).toEqual([...OPEN, '口径未公布。']));

  test('end with one full stop', () => expect(notesOf(0, '按事项数计算。').at(-1)).toBe('口径：按事项数计算。'));
});

test('a look-alike is told apart by both places, names and numbers', () =>
  expect(
    lookAlikeNote({
      fact: stated({ name: '“即办件”占比', unit: '%', value: '60.6' }),
      other: { ...observation('achieved', '85.7', '%', '即办件占比') },
      note: '前者只含行政许可。',
    }),
  ).toBe('正文二（一）“‘即办件’占比”60.6%，附表第1行“即办件占比”85.7%。前者只含行政许可。'));
