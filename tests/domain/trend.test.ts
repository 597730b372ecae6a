import { describe, expect, test } from 'vitest';
import { trendFinding, trendTitle } from '../../src/wording/trend-finding.ts';
import { trendNotes } from '../../src/wording/trend-note.ts';
import { courseOf } from '../../src/domain/course.ts';
import { hasCourse, trendsOf, type Trend } from '../../src/domain/trend.ts';
import type { TrendPoint } from '../../src/domain/trend-point.ts';
import { spell } from '../../src/wording/phrase.ts';
import { bulletinsOf, indicatorOf, type Says } from './bulletins.ts';
import { trends, type Case } from './trends.ts';

const all = ({ bulletins, indicator }: Case): readonly Trend[] => trendsOf(bulletins, indicator);
const of = (c: Case): Trend => {
  const [only, ...more] = all(c);
  if (!only || more.length > 0) throw new Error('not one course');
  return only;
};
const say = ({ at, o }: TrendPoint): string => `${at}：${spell(o)}`;
const lines = (c: Case): string[] => of(c).lines.map(({ from, to }) => `${say(from)} → ${say(to)}`);
const finding = (c: Case): string => trendFinding(all(c), c.indicator);
const notes = (c: Case): string[] => {
  const { drawn, undrawn } = courseOf(c.bulletins, c.indicator);
  return trendNotes(drawn, undrawn, c.indicator, c.bulletins);
};
const made = (says: Readonly<Record<number, Says>>, more = {}): Case => {
  const indicator = indicatorOf(more);
  return { indicator, bulletins: bulletinsOf(indicator, says) };
};

describe('points', () => {
  test('stand at the year of the number, never at the bulletin’s', () =>
    expect(of(trends.single).values.map(say)).toEqual(['2019.5：70.41%', '2020.5：97.2%']));
  test('stand at their date where it is stated', () => {
    expect(of(made({ 48: { base: [2019, '1'], reached: [2020, '2', '2020年底'] } })).values[1]!.at).toBeCloseTo(
      2020.997,
      3,
    );
  });
  test('are drawn once where a later bulletin repeats the number, and look reached', () => {
    const repeated = of(trends.yearly).values[1]!;
    expect([repeated.o.role, repeated.issues]).toEqual(['achieved', [48, 49]]);
    expect(of(trends.yearly).values).toHaveLength(4);
  });
  test('are drawn once though the repeat leaves out date or level', () => {
    const t = of(
      made({
        48: { base: [2019, '市级 1'], reached: [2020, '市级 2', '2020年6月'] },
        49: { base: [2020, '2'], reached: [2021, '市级 3'] },
      }),
    );
    expect(t.values.map(({ o, dated }) => [o.level, dated])).toEqual([
      ['市级', false],
      ['市级', true],
      ['市级', false],
    ]);
  });
  test('differ by the digits’ number, not by their writing', () =>
    expect(
      of(made({ 48: { base: [2019, '1'], reached: [2020, '88'] }, 49: { base: [2020, '88.0'] } })).values,
    ).toHaveLength(2));
  test('leave out what is missing', () => {
    const { values, gaps } = of(trends.missing);
    expect(values.map(({ period }) => period.label)).toEqual(['2019年', '2020年', '2022年']);
    expect(gaps.map(({ period, word, issue }) => [period.label, word, issue])).toEqual([
      ['2021年', '未公布', 49],
      ['2021年', '暂缺', 50],
    ]);
  });
  test('do not depend on the order of the bulletins', () => {
    const { bulletins, indicator } = trends.differing;
    expect(trendsOf(bulletins.toReversed(), indicator)).toEqual(trendsOf(bulletins, indicator));
  });
});

describe('lines', () => {
  test('join consecutive exact values', () =>
    expect(lines(trends.yearly)).toEqual([
      '2019.5：70.41% → 2020.5：87.2%',
      '2020.5：87.2% → 2021.5：91.5%',
      '2021.5：91.5% → 2022.5：90.8%',
    ]));
  test('run on to what is expected', () =>
    expect(lines(trends.expected)).toEqual(['2019.5：68.34分 → 2020.5：79.5分', '2020.5：79.5分 → 2021.5：预计85分']));
  test('keep a forecast apart from what came of it', () =>
    expect(lines(trends.outcome)).toEqual([
      '2019.5：68.34分 → 2020.5：82.1分',
      '2019.5：68.34分 → 2020.5：预计85分',
      '2020.5：82.1分 → 2021.5：预计90分',
    ]));
  test('never leave a forecast', () =>
    expect(
      lines(made({ 48: { base: [2019, '1'], reached: [2020, '预计2'] }, 49: { reached: [2021, '预计3'] } })),
    ).toEqual(['2019.5：1% → 2020.5：预计2%', '2019.5：1% → 2021.5：预计3%']));
  test('touch no bound and no 概数, and do not pass one', () => {
    expect(lines(trends.floor)).toEqual([]);
    expect(lines(made({ 48: { base: [2019, '80'], reached: [2020, '≥85'] }, 49: { reached: [2021, '90'] } }))).toEqual(
      [],
    );
  });
  test('do not pass what is missing', () => expect(lines(trends.missing)).toEqual(['2019.5：45.2% → 2020.5：58%']));
  test('do not cross a change of definition', () => {
    expect(lines(trends.broken)).toEqual(['2019.5：70.41% → 2020.5：97.2%', '2021.5：88.4% → 2022.5：91.3%']);
    expect(lines(trends.restated)).toEqual(['2019.5：70.41% → 2020.5：97.2%', '2020.5：88.4% → 2021.5：91.3%']);
  });
  test('come and go within one bulletin where two differ', () =>
    expect(lines(trends.differing)).toEqual([
      '2019.5：61.3% → 2020.5：82.1%',
      '2020.5：76.4% → 2021.5：84%',
      '2021.5：84% → 2022.5：86.5%',
    ]));
  test('stop where no bulletin states both ends', () =>
    expect(
      lines(
        made({
          48: { reached: [2019, '60'] },
          49: { reached: [2020, '70'] },
          50: { base: [2020, '65'] },
          51: { reached: [2021, '80'] },
        }),
      ),
    ).toEqual([]));
  test('join one level, and no unknown one where several are stated', () =>
    expect(lines(trends.levels)).toEqual([
      '2019.5：50% → 2020.5：57.5%',
      '2020.5：57.5% → 2021.5：63%',
      '2020.5：41% → 2021.5：46.2%',
    ]));
  test('take a level left out for no other', () =>
    expect(lines(made({ 48: { base: [2019, '96.2'], reached: [2020, '市级 100'] } }))).toHaveLength(1));
});

describe('a change of definition', () => {
  test('is drawn between the numbers of both sides', () =>
    expect(of(trends.broken).breaks).toEqual([{ issue: 49, note: '改按事项的办理项计算', at: 2021, shared: false }]));
  test('is drawn at the new one’s first time where both have numbers', () =>
    expect(of(trends.restated).breaks).toMatchObject([{ at: 2020.5, shared: true }]));
  test('is not drawn where one side has none', () =>
    expect(
      of(made({ 48: { base: [2019, '1'], reached: [2020, '2'] } }, { breaks: [{ issue: 48, note: '甲' }] })).breaks,
    ).toEqual([]));
  test('keeps equal numbers apart', () =>
    expect(
      of(made({ 48: { reached: [2020, '90'] }, 49: { base: [2020, '90'] } }, { breaks: [{ issue: 49, note: '甲' }] }))
        .values,
    ).toHaveLength(2));
});

describe('a trend', () => {
  test('names the bulletins whose numbers it draws, in their order', () => {
    expect(of(trends.yearly).issues).toEqual([48, 49, 50]);
    expect(
      of(made({ 100: { reached: [2021, '1'] }, 9: { reached: [2020, '2'] }, 50: { frontier: '3' } })).issues,
    ).toEqual([9, 100]);
  });
  test('leaves out numbers of another unit', () => {
    const { bulletins, indicator } = made({ 48: { reached: [2020, '1'] } });
    expect(trendsOf(bulletins, { ...indicator, unit: '项' })).toEqual([]);
  });
  test('leaves out the rows of other indicators', () => {
    const { bulletins, indicator } = made({ 48: { reached: [2020, '1'] } });
    expect(trendsOf(bulletins, { ...indicator, code: 'other' })).toEqual([]);
  });
  test('has the levels of its values, not those of targets', () => {
    expect(
      of(made({ 48: { base: [2019, '市级 1'], goal: [2020, '省级 2'], reached: [2020, '市级 3'] } })).levels,
    ).toEqual(['市级']);
    expect(of(trends.levels).levels).toEqual(['市级', '县级']);
  });
  test('has no gap where another bulletin states the number of that year, nor for a target', () => {
    expect(of(made({ 48: { reached: [2020, '暂缺'] }, 49: { base: [2020, '5'] } })).gaps).toEqual([]);
    expect(of(made({ 48: { goal: [2020, '暂缺'], reached: [2020, '5'] } })).gaps).toEqual([]);
    expect(of(made({ 48: { reached: [2020, '暂缺'] }, 49: { base: [2019, '5'] } })).gaps).toMatchObject([
      { period: { label: '2020年' }, word: '暂缺', issue: 48, era: 0 },
    ]);
  });
  test('has a gap of the old definition beside a number of the new', () =>
    expect(
      of(made({ 48: { reached: [2020, '暂缺'] }, 49: { base: [2020, '5'] } }, { breaks: [{ issue: 49, note: '甲' }] }))
        .gaps,
    ).toHaveLength(1));
});

test('one time makes no picture', () => {
  expect(hasCourse(of(made({ 48: { reached: [2020, '90'], goal: [2021, '95'] } })))).toBe(false);
  expect(hasCourse(of(trends.single))).toBe(true);
});

test.each(Object.entries(trends))('what is said of %s', async (name, c) => {
  await expect(
    [trendTitle(all(c), c.indicator), finding(c), ...notes(c).map((n) => `- ${n}`), ''].join('\n'),
  ).toMatchFileSnapshot(`snapshots/trend-${name}.txt`);
});

describe('the finding', () => {
  test('is exact', () =>
    expect(finding(trends.single)).toBe('2019年70.41%，2020年97.2%，比2019年提高26.79个百分点；2020年省定目标80%。'));
  test('computes nothing across a change of definition', () =>
    expect(finding(trends.restated)).toBe(
      '2019年70.41%，2020年97.2%，比2019年提高26.79个百分点；第49期起口径变更，2020年88.4%，2021年91.3%，比2020年提高2.9个百分点；2020年省定目标80%，2021年省定目标92%；口径变更前后的数不作比较。',
    ));
  test('computes nothing where bulletins differ', () =>
    expect(finding(trends.differing)).toContain(
      '2020年76.4%（第49期）、82.1%（第48期），2021年84%，2022年86.5%，各期所写的数不同，不计算变化',
    ));
  test('keeps a bound a bound', () =>
    expect(finding(made({ 48: { base: [2019, '≥70'], reached: [2020, '85'] } }))).toBe(
      '2019年70%以上，2020年85%，比2019年至多提高15个百分点。',
    ));
  test('says what is only expected', () =>
    expect(finding(made({ 48: { base: [2019, '68.34'], reached: [2020, '预计85'] } }, { unit: '分' }))).toBe(
      '2019年68.34分，2020年预计85分，比2019年预计提高16.66分。',
    ));
});

test('what has no place over time is named', () =>
  expect(notes(made({ 48: { base: [2019, '1'], reached: [2020, '2'], frontier: '上海市：3', fact: '4' } }))).toContain(
    '前沿水平没有年份，正文里的数口径可能不同，都不画在图上，见下表。',
  ));
