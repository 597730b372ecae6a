import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { base, documentOf, read } from './page.ts';

const page = 'issues/48/index.html';
const document = documentOf(page);
const bare = (text: string): string => text.replace(/[\s\t]/g, '');
const text = bare(document.body.textContent ?? '');

/** The bulletin as it was received, line by line, without Markdown's signs. */
const original = readFileSync(new URL('bulletin-48.txt', import.meta.url), 'utf8');
const [prose, rest] = [
  original.slice(original.indexOf('市政务服务和大数据局承担'), original.indexOf('序号')),
  original.slice(original.indexOf('序号')),
];

describe('the page of bulletin 48', () => {
  test('holds the whole text, word for word', () => {
    const article = document.querySelector('.text')!.cloneNode(true) as Element;
    for (const own of article.querySelectorAll('figure, aside')) own.remove();
    expect(bare(article.textContent ?? '').replace(/附表$/, '')).toBe(bare(prose.replace(/^#+ /gm, '')));
  });

  test.each(
    rest
      .split('\n')
      .filter((line) => /^\d\t/.test(line))
      .map((line) => line.split('\t')),
  )('holds row %s of the table: %s', (_, name, ...cells) => {
    const row = [...document.querySelectorAll('#group-2-table tbody tr')].find(
      (tr) => bare(tr.querySelector('th')?.textContent ?? '') === bare(name),
    );
    const stated = bare(row?.textContent ?? '');
    const numbers =
      cells
        .slice(0, 2)
        .join('')
        .match(/[\d.]+%(以上)?/g) ?? [];
    expect(numbers.filter((n) => !stated.includes(n))).toEqual([]);
    expect(text).toContain(bare(cells[2]!));
  });

  test('says that six of six provincial targets are met, that two scores are only expected, and that one is full', () => {
    expect(document.querySelector('h1')?.textContent).toBe('六项省定目标全部达到，五项高于目标');
    expect(document.querySelector('.deck')?.textContent).toBe(
      '高出目标最多的是行政许可事项即办件占比：2020年57.9%，目标25%。实名差评按期整改率正好达到目标。评价得分中两项是预计数，还不是成绩。',
    );
    expect(bare(document.querySelector('aside .side')?.textContent ?? '')).toBe(
      '评价得分网上政务服务事项可办率100分满分，与2019年持平政务服务便利度预计85分2019年68.34分；预计，不是成绩与国家政务平台数据共享预计90分2019年85分；预计，不是成绩',
    );
  });

  test('links every number of the text to its chart or its row', () => {
    const links = [...document.querySelectorAll('.text a.number')].map(
      (a) => `${bare(a.textContent ?? '')} → ${(a.getAttribute('href') ?? '').replace(base, '/')}`,
    );
    expect(links).toMatchInlineSnapshot(`
      [
        "3项 → #figure-1",
        "100分 → /issues/48/charts/online-availability/",
        "68.34分 → /issues/48/charts/service-convenience/",
        "85分 → /issues/48/charts/service-convenience/",
        "85分 → /issues/48/charts/data-sharing/",
        "90分 → /issues/48/charts/data-sharing/",
        "84.0% → #figure-2",
        "100% → #figure-3",
        "98.9% → #figure-4",
        "51.8% → #figure-5",
        "97.3% → #figure-6",
        "1—2个 → #figure-7",
        "70多项 → #figure-8",
        "37家 → #figure-9",
        "8个 → #figure-10",
        "2个 → #figure-11",
        "639个 → #figure-12",
        "11个 → #figure-13",
        "90余次 → #figure-14",
        "150余人次 → #figure-15",
        "312项 → #figure-16",
        "58项 → #figure-17",
        "65826项 → #figure-18",
        "96415项 → #figure-19",
        "99.8% → #figure-20",
        "99.6% → #figure-21",
        "101项 → #figure-22",
        "1255420人 → #figure-23",
      ]
    `);
  });

  test('carries the note on each pair of look-alike figures', () => {
    expect([...document.querySelectorAll('.note p')].map((p) => p.textContent)).toEqual([
      '正文二（一）“法定办结时限压缩比”84.0%，附表第2行“承诺办结时限平均压缩比例”88%。两处名称相近，不是同一个数；通报没有说明口径和时点的差别。',
      '正文二（一）“不见面审批事项占比”98.9%，附表第1行“政务服务事项不见面审批事项占比”97.2%。两处名称相近，不是同一个数；通报没有说明口径和时点的差别。',
      '正文二（一）“‘即办件’事项占比”51.8%，附表第3行“行政许可事项即办件占比”57.9%。两处名称相近，不是同一个数；通报没有说明口径和时点的差别。',
    ]);
  });

  test('ends with its distribution and imprint', () => {
    const imprint = bare(document.querySelector('.imprint')?.textContent ?? '');
    const end = bare(rest.slice(rest.indexOf('报送')).replace(/---/g, ''));
    expect(imprint).toBe(end);
  });

  test('opens with its masthead', () => {
    expect(bare(document.querySelector('.masthead')?.textContent ?? '')).toBe(
      '优化营商环境工作通报平顶山市优化营商环境工作领导小组办公室·第48期·2021年1月25日·政务服务',
    );
    expect(document.querySelector('.kicker')?.textContent).toBe('关于“政务服务”指标整改提升情况的通报');
    expect(document.title).toContain('关于“政务服务”指标整改提升情况的通报');
  });
});

test('issue.json states the comparisons of bulletin 48', () => {
  expect((JSON.parse(read('issues/48/data/issue.json')) as { comparisons: unknown }).comparisons)
    .toMatchInlineSnapshot(`
      [
        {
          "area": null,
          "change": {
            "comparator": "eq",
            "expected": false,
            "unit": "分",
            "upper": null,
            "value": "0",
          },
          "improved": false,
          "indicator": "online-availability",
          "margin": {
            "reason": "通报没有目标的数值",
          },
          "outcome": "no-target",
          "reason": null,
          "targets": [],
        },
        {
          "area": null,
          "change": {
            "comparator": "eq",
            "expected": true,
            "unit": "分",
            "upper": null,
            "value": "16.66",
          },
          "improved": null,
          "indicator": "service-convenience",
          "margin": {
            "reason": "通报没有目标的数值",
          },
          "outcome": "no-target",
          "reason": null,
          "targets": [],
        },
        {
          "area": null,
          "change": {
            "comparator": "eq",
            "expected": true,
            "unit": "分",
            "upper": null,
            "value": "5",
          },
          "improved": null,
          "indicator": "data-sharing",
          "margin": {
            "reason": "通报没有目标的数值",
          },
          "outcome": "no-target",
          "reason": null,
          "targets": [],
        },
        {
          "area": null,
          "change": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "26.79",
          },
          "improved": true,
          "indicator": "no-visit-approval",
          "margin": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "17.2",
          },
          "outcome": "met",
          "reason": null,
          "targets": [
            {
              "margin": {
                "comparator": "eq",
                "expected": false,
                "unit": "个百分点",
                "upper": null,
                "value": "17.2",
              },
              "outcome": "met",
              "period": {
                "code": "2020",
                "end": "2020-12-31",
                "kind": "year",
                "label": "2020年",
                "start": "2020-01-01",
              },
              "reason": null,
              "setter": "省定",
            },
          ],
        },
        {
          "area": null,
          "change": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "24.53",
          },
          "improved": true,
          "indicator": "time-limit-reduction",
          "margin": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "23",
          },
          "outcome": "met",
          "reason": null,
          "targets": [
            {
              "margin": {
                "comparator": "eq",
                "expected": false,
                "unit": "个百分点",
                "upper": null,
                "value": "23",
              },
              "outcome": "met",
              "period": {
                "code": "2020",
                "end": "2020-12-31",
                "kind": "year",
                "label": "2020年",
                "start": "2020-01-01",
              },
              "reason": null,
              "setter": "省定",
            },
          ],
        },
        {
          "area": null,
          "change": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "36.33",
          },
          "improved": true,
          "indicator": "instant-approval",
          "margin": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "32.9",
          },
          "outcome": "met",
          "reason": null,
          "targets": [
            {
              "margin": {
                "comparator": "eq",
                "expected": false,
                "unit": "个百分点",
                "upper": null,
                "value": "32.9",
              },
              "outcome": "met",
              "period": {
                "code": "2020",
                "end": "2020-12-31",
                "kind": "year",
                "label": "2020年",
                "start": "2020-01-01",
              },
              "reason": null,
              "setter": "省定",
            },
          ],
        },
        {
          "area": null,
          "change": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "39.12",
          },
          "improved": true,
          "indicator": "unified-acceptance",
          "margin": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "19.9",
          },
          "outcome": "met",
          "reason": null,
          "targets": [
            {
              "margin": {
                "comparator": "eq",
                "expected": false,
                "unit": "个百分点",
                "upper": null,
                "value": "19.9",
              },
              "outcome": "met",
              "period": {
                "code": "2020",
                "end": "2020-12-31",
                "kind": "year",
                "label": "2020年",
                "start": "2020-01-01",
              },
              "reason": null,
              "setter": "省定",
            },
          ],
        },
        {
          "area": null,
          "change": {
            "comparator": "le",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "15",
          },
          "improved": null,
          "indicator": "one-window",
          "margin": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "5",
          },
          "outcome": "met",
          "reason": null,
          "targets": [
            {
              "margin": {
                "comparator": "eq",
                "expected": false,
                "unit": "个百分点",
                "upper": null,
                "value": "5",
              },
              "outcome": "met",
              "period": {
                "code": "2020",
                "end": "2020-12-31",
                "kind": "year",
                "label": "2020年",
                "start": "2020-01-01",
              },
              "reason": null,
              "setter": "省定",
            },
          ],
        },
        {
          "area": null,
          "change": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "3.8",
          },
          "improved": true,
          "indicator": "bad-review-rectification",
          "margin": {
            "comparator": "eq",
            "expected": false,
            "unit": "个百分点",
            "upper": null,
            "value": "0",
          },
          "outcome": "met",
          "reason": null,
          "targets": [
            {
              "margin": {
                "comparator": "eq",
                "expected": false,
                "unit": "个百分点",
                "upper": null,
                "value": "0",
              },
              "outcome": "met",
              "period": {
                "code": "2020",
                "end": "2020-12-31",
                "kind": "year",
                "label": "2020年",
                "start": "2020-01-01",
              },
              "reason": null,
              "setter": "省定",
            },
          ],
        },
      ]
    `);
});
