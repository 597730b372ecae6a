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

  test('sets each pair of look-alike figures side by side, once, at an address of its own', () => {
    const section = document.querySelector('#look-alikes')!;
    const pairs = [...section.querySelectorAll('.alike')];
    expect(pairs.map(({ id }) => id)).toEqual(['alike-2', 'alike-4', 'alike-5']);
    expect(
      [...pairs[1]!.querySelectorAll('tr')].map((tr) => [...tr.cells].map((c) => c.textContent).join('|')),
    ).toEqual([
      '数值|98.9%|97.2%',
      '名称|不见面审批事项占比|政务服务事项不见面审批事项占比',
      '时点|截至2020年底|2020年',
      '层级|通报未注明|市级',
      '目标|没有目标，不能判定|省定目标80%，达标',
      '出处|正文二（一）|附表第1行',
    ]);
    expect(pairs[1]!.querySelector('p')!.textContent).toBe(
      '说是否达标，用附表第1行的97.2%；正文二（一）的98.9%没有目标，不能说达标或者未达标。',
    );
    expect(text.split('两处名称相近，不是同一个数；通报没有说明口径和时点的差别。')).toHaveLength(2);
  });

  test('leads to a pair from its figure and from its chart', () => {
    expect(document.querySelector('#figure-4 a[href="#alike-4"]')!.textContent).toBe(
      '与附表第1行“政务服务事项不见面审批事项占比”97.2%的区别',
    );
    const link = documentOf('issues/48/charts/no-visit-approval/index.html').querySelector('.alike-note a')!;
    expect(link.getAttribute('href')).toBe(`${base}issues/48/#alike-4`);
    expect(link.textContent).toBe('与正文二（一）“不见面审批事项占比”98.9%不是同一个数：区别和引用办法');
  });

  test('offers a sentence to copy for every figure of the text', () => {
    const sentences = [...document.querySelectorAll('.facts .cite')].map((p) => p.textContent);
    expect(sentences).toHaveLength(document.querySelectorAll('.facts tbody tr').length);
    expect(sentences[3]).toBe(
      '平顶山市优化营商环境工作领导小组办公室《优化营商环境工作通报》第48期（2021年1月25日）正文二（一）：截至2020年底，不见面审批事项占比为98.9%（与附表第1行“政务服务事项不见面审批事项占比”97.2%不是同一个数）。',
    );
  });

  test('has its run-in titles as headings of the third rank, in one block with their text', () => {
    const headings = [...document.querySelectorAll('.text > :is(h2, h3, .run-in)')].map((e) => ({
      id: e.id,
      heading: e.querySelector('h2, h3') ?? e,
    }));
    expect(headings.map(({ id, heading }) => `${heading.tagName} ${id} ${bare(heading.textContent)}`)).toEqual([
      'H2 s1 一、整改提升目标及成效',
      'H3 s1-1 （一）网上政务服务事项可办率。',
      'H3 s1-2 （二）政务服务便利度。',
      'H3 s1-3 (三)与国家政务平台数据共享。',
      'H2 s2 二、整改提升措施',
      'H3 s2-1 (一)提升网上政务服务评估指标。',
      'H3 s2-2 (二)实行“周末不打烊”服务。',
      'H3 s2-3 (三)提供24小时自助政务服务。',
      'H3 s2-4 (四)实行无差别综合受理。',
      'H3 s2-5 （五）建立帮办代办员制度。',
      'H3 s2-6 （六）提升网上政务服务能力。',
      'H3 s2-7 （七）强化政务服务“就近办”工作力度。',
      'H3 s2-8 （八）加强“豫事办”平顶山分厅建设和宣传推广力度。',
      'H2 h1 附表',
    ]);
    expect(document.querySelector('#s1-2')!.textContent).toBe(
      '（二）政务服务便利度。2019年评价指标为68.34分，预计2020年能提高到85分。',
    );
    const targets = new Set([...document.querySelectorAll('.contents a')].map((a) => a.getAttribute('href')));
    expect(headings.filter(({ id }) => !targets.has(`#${id}`))).toEqual([]);
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
