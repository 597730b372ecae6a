import { describe, expect, test } from 'vitest';
import { read } from '../ingest/bulletin.ts';
import { stating, toldOf } from './stating.ts';

const rate = (value: string, related: string, relation: string, note = ''): string =>
  `全市网上可办率,${value},%,,,一(一),${related},${relation},${note}`;

describe('a figure may be related', () => {
  test('to several others, divided by ；', () => {
    const row = rate('98.9%', '网上可办率；审批事项办结率', '同名异口径', '口径不同');
    expect(toldOf('全市网上可办率98.9%。', row)).toEqual([]);
    const { lookAlikes } = read(stating('全市网上可办率98.9%。', row)).bulletins[0]!;
    expect(lookAlikes.map(({ other }) => `${other.name} ${other.role}`)).toEqual([
      '网上可办率 achieved',
      '审批事项办结率 stated',
    ]);
  });

  test('and each of them must be one of the bulletin', () =>
    expect(toldOf('全市网上可办率98.9%。', rate('98.9%', '网上可办率；没有的指标', '同名异口径', '口径不同'))).toEqual([
      'data/issues/1/facts.csv 第4行 G4 “关联指标”：“没有的指标”不是本期的指标或正文数字\n→ 写本期对照表或正文数字里的名称；没有关系的，“关联指标”和“关系”都空着',
    ]));

  test.each(['目标', '基期', '变化量', '其中'])('as %s, which is no conflict', (relation) =>
    expect(toldOf('全市网上可办率98.9%。', rate('98.9%', '网上可办率', relation))).toEqual([]),
  );

  test('as what is said again only where it is the same number', () => {
    expect(toldOf('全市网上可办率97.2%。', rate('97.2%', '网上可办率', '重述'))).toEqual([]);
    expect(toldOf('全市网上可办率98.9%。', rate('98.9%', '网上可办率', '重述'))).toEqual([
      'data/issues/1/facts.csv 第4行 H4 “关系”：“全市网上可办率”写明是重述，但 98.9% 与 97.2% 不相等\n→ 核对是否写错；口径不同的，“关系”写“同名异口径”',
    ]);
  });
});
