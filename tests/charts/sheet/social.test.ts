import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { comparisonChart } from '../../../src/charts/comparison.ts';
import { singleChart } from '../../../src/charts/single.ts';
import { groupFigures, rowFigures } from '../../../src/charts/sheet/social-part.ts';
import { socialChart, socialIssue, type SocialChart } from '../../../src/charts/sheet/social.ts';
import { measure } from '../../../src/charts/draw/measure.ts';
import { groupFinding } from '../../../src/wording/finding.ts';
import { headline } from '../../../src/wording/headline.ts';
import { standfirst } from '../../../src/wording/standfirst.ts';
import { rowFinding } from '../../../src/wording/row-finding.ts';
import type { Row } from '../../../src/domain/issue.ts';
import { keyFigures } from '../../../src/wording/key-figure.ts';
import { groupTitle, rowTitle } from '../../../src/wording/title.ts';
import { table } from '../fixture.ts';
import { bulletin, group, indicators } from '../issue-48.ts';

const shared = { site: '平顶山营商环境数据', series: '优化营商环境工作通报', number: 48, date: bulletin.issue.date };
const issue = {
  ...shared,
  title: bulletin.issue.title,
  headline: headline(bulletin),
  finding: standfirst(bulletin),
  figures: keyFigures(bulletin),
};
const ofGroup: SocialChart = {
  ...shared,
  title: groupTitle(group),
  finding: groupFinding(group, indicators),
  figures: groupFigures(group),
  drawings: {
    wide: comparisonChart(group, indicators, 'wide', '图'),
    narrow: comparisonChart(group, indicators, 'narrow', '图'),
  },
};
const ofRow = (row: Row): SocialChart => ({
  ...shared,
  title: rowTitle(row, group),
  finding: [rowFinding(row, group)],
  figures: rowFigures(row, group),
  drawings: {
    wide: singleChart(row, group, indicators.get(row.indicator)!, 'wide', '图'),
    narrow: singleChart(row, group, indicators.get(row.indicator)!, 'narrow', '图'),
  },
});

const { DOMParser } = new JSDOM('').window;
const texts = (svg: string): Element[] => [
  ...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('svg > text'),
];
const words = (svg: string): string =>
  texts(svg)
    .map(({ textContent }) => textContent)
    .join('');
const holdsDrawing = (svg: string): boolean => svg.includes('<circle');

/** Every line lies between the margins, over the lower edge, and none over another. */
function inside(svg: string): void {
  for (const t of texts(svg)) {
    const [x = 0, y = 0, size = 0] = ['x', 'y', 'font-size'].map((name) => Number(t.getAttribute(name)));
    const unit = t.querySelector('tspan');
    const own = unit ? t.textContent.slice(0, -unit.textContent.length) : t.textContent;
    const wide =
      measure(own, size, t.hasAttribute('font-weight') ? 700 : 400) +
      (unit ? measure(unit.textContent, Number(unit.getAttribute('font-size'))) : 0);
    const [from, to] = t.getAttribute('text-anchor') === 'end' ? [x - wide, x] : [x, x + wide];
    expect(from, t.textContent).toBeGreaterThanOrEqual(63.9);
    expect(to, t.textContent).toBeLessThanOrEqual(1136.1);
    expect(y + size * 0.2, t.textContent).toBeLessThanOrEqual(606);
  }
}

describe('a picture for a shared link', () => {
  test.each([
    ['issue', socialIssue(issue)],
    ['group', socialChart(ofGroup)],
    ['row', socialChart(ofRow(group.rows[0]!))],
  ])('is drawn as before: %s', async (name, svg) => {
    await expect(svg).toMatchFileSnapshot(`snapshots/social-${name}.svg`);
  });

  test('is 1200 by 630 and says series, number, date, title and finding', () => {
    for (const [svg, { title, finding }] of [
      [socialIssue(issue), issue],
      [socialChart(ofGroup), ofGroup],
    ] as const) {
      expect(svg).toMatch(/^<svg [^>]*width="1200" height="630" viewBox="0 0 1200 630"/);
      for (const part of ['优化营商环境工作通报', '第48期', '2021年1月25日', title, ...finding])
        expect(words(svg)).toContain(part);
    }
  });

  test('shows the drawing of a row where its letters stay legible', () => {
    const svg = socialChart(ofRow(group.rows[0]!));
    expect(holdsDrawing(svg)).toBe(true);
    expect(Number(/scale\(([\d.]+)\)/.exec(svg)![1])).toBeGreaterThanOrEqual(1.4);
  });

  test('shows numbers in the place of a drawing that would be too small', () => {
    const svg = socialChart(ofGroup);
    expect(holdsDrawing(svg)).toBe(false);
    for (const part of ['97.2 %', '政务服务事项不见面审批事项占比', '目标80%', '目标80%以上'])
      expect(words(svg)).toContain(part);
  });

  test('says of an expected number that it is one', () => {
    const scores = table('分', [['政务服务便利度', '68.34', '预计85']], { roles: ['baseline', 'achieved'] }).group;
    expect(groupFigures(scores)).toEqual([{ value: '预计85分', unit: '', label: '政务服务便利度' }]);
    expect(rowFigures(scores.rows[0]!, scores).map(({ value, label }) => `${label} ${value}`)).toEqual([
      '2019年评价水平 68.34',
      '2020年达到水平（预计） 预计85分',
    ]);
  });

  test('counts the rows that it has no room for', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ value: String(i), unit: '%', label: `指标${i}` }));
    const svg = socialChart({ ...ofGroup, figures: many });
    expect(words(svg)).toContain('指标4');
    expect(words(svg)).not.toContain('指标5');
    expect(words(svg)).toContain('另有七项');
  });

  test('keeps everything inside', () => {
    for (const svg of [socialIssue(issue), socialChart(ofGroup), ...group.rows.map((row) => socialChart(ofRow(row)))])
      inside(svg);
  });

  test('makes a long title smaller and drops whole sentences, but never cuts one', () => {
    const sentence = (n: number): string =>
      `第${n}句：${'网上政务服务事项可办率保持满分（100分），'.repeat(3)}不是已经达到的成绩。`;
    const finding = [1, 2, 3, 4, 5, 6].map(sentence);
    const title = `关于${'“政务服务”指标和“招标投标”指标'.repeat(6)}整改提升情况的通报`;
    for (const svg of [socialIssue({ ...issue, title, finding }), socialChart({ ...ofGroup, title, finding })]) {
      const shown = finding.filter((one) => words(svg).includes(one));
      expect(shown).toEqual(finding.slice(0, shown.length));
      expect(shown.length).toBeGreaterThan(0);
      expect(words(svg)).toContain(title);
      expect(words(svg)).not.toContain(`第${shown.length + 1}句`);
      inside(svg);
    }
  });

  test('does without a finding, figures or a short name', () => {
    inside(socialIssue({ ...issue, finding: [], figures: [] }));
    inside(socialIssue({ ...issue, finding: ['网'.repeat(900)] }));
    inside(
      socialIssue({
        ...issue,
        series: '优化营商环境工作领导小组办公室工作情况通报汇编'.repeat(2),
        site: '平顶山市优化营商环境工作数据发布平台'.repeat(2),
      }),
    );
    inside(
      socialChart({
        ...ofGroup,
        figures: [
          { value: '实现综合窗口全覆盖、全流程、全时段服务，企业群众办事只进一扇门', unit: '', label: '国内前沿水平' },
        ],
      }),
    );
  });
});
