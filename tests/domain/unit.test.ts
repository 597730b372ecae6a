import { describe, expect, test } from 'vitest';
import { unitsOf } from '../../src/domain/unit.ts';

const units = unitsOf();

test.each([
  ['%', { name: '%', base: '%', kind: '比率', scale: 0, difference: '个百分点' }],
  ['‰', { name: '‰', base: '‰', kind: '比率', scale: 0, difference: '个千分点' }],
  ['件', { name: '件', base: '件', kind: '计数', scale: 0, difference: '件' }],
  ['万件', { name: '万件', base: '件', kind: '计数', scale: 4, difference: '万件' }],
  ['亿元', { name: '亿元', base: '元', kind: '金额', scale: 8, difference: '亿元' }],
  ['千万美元', { name: '千万美元', base: '美元', kind: '金额', scale: 7, difference: '千万美元' }],
  ['个工作日', { name: '工作日', base: '工作日', kind: '时间', scale: 0, difference: '工作日' }],
  ['㎡', { name: '平方米', base: '平方米', kind: '物理量', scale: 0, difference: '平方米' }],
  ['件/万人', { name: '件/万人', base: '件/万人', kind: '比值', scale: 0, difference: '件/万人' }],
  ['位', { name: '位', base: '位', kind: '位次', scale: 0, difference: '位' }],
  ['无', { name: '无', base: '无', kind: '指数', scale: 0, difference: '点' }],
  ['岁', { name: '岁', base: '岁', kind: '时间', scale: 0, difference: '岁' }],
] as const)('“%s” is a unit', (text, unit) => {
  expect(units.find(text)).toEqual(unit);
});

test.each(['', '万', '亿', '万%', '万位', '万分', '万天', '万万件', '枪', '件件', '件/人口'])(
  '“%s” is none',
  (text) => {
    expect(units.find(text)).toBeUndefined();
  },
);

describe('an office’s own unit', () => {
  const own = unitsOf([{ name: '趟', kind: '计数', aliases: ['车趟'], difference: '趟' }]);

  test('takes magnitudes and aliases as a built-in one does', () => {
    expect(own.find('万趟')).toMatchObject({ base: '趟', scale: 4, difference: '万趟' });
    expect(own.find('车趟')).toMatchObject({ name: '趟' });
    expect(units.find('趟')).toBeUndefined();
  });

  test('never gives a known name another meaning', () => {
    expect(unitsOf([{ name: '件', kind: '评分', aliases: ['%'], difference: '分' }]).find('件')?.kind).toBe('计数');
  });
});
