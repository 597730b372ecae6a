import type { Bulletin } from '../../domain/issue.ts';
import type { Publication } from '../../publication/publication.ts';
import { gbt2025 } from '../cite/gbt.ts';
import { newsline } from '../cite/newsline.ts';
import { citedTitle, datasetWork } from '../cite/work.ts';
import { comparisonRecord, type ComparisonRecord } from './comparison-record.ts';
import { dataRows, type DataRow } from './csv.ts';
import { ALL_FIELDS, COMPARATOR_CODES, explained, STATUS_CODES } from './field.ts';
import { asXml, numberCell, spreadsheet, textCell, type Cell, type Row, type Sheet } from './spreadsheet.ts';

/** `observations.xlsx`: the same observations for those who calculate, with comparisons, columns and source beside them. */
export function workbook(bulletin: Bulletin, publication: Publication): Uint8Array {
  const { issue, version, released } = bulletin;
  const core = coreProperties({
    title: citedTitle(datasetWork(bulletin, publication)),
    creator: publication.office,
    language: publication.language,
    day: released ?? issue.date,
    version: String(version),
  });
  return spreadsheet(
    [
      dataSheet(() => dataRows(bulletin)),
      { name: '比较', head: COMPARISON_HEAD, rows: () => comparisonRows(bulletin) },
      FIELD_SHEET,
      imprintSheet(imprint(bulletin, publication)),
    ],
    core,
  );
}

/** Observations as numbers and texts, a column each. */
export const dataSheet = (rows: () => Iterable<DataRow>): Sheet => ({
  name: '数据',
  head: ALL_FIELDS.map(({ name }) => name),
  rows: function* () {
    for (const row of rows())
      yield ALL_FIELDS.map(({ name, type }) => (type === 'string' ? textCell : numberCell)(row[name]));
  },
});

/** What each column means. */
export const FIELD_SHEET: Sheet = {
  name: '字段',
  head: ['列', '名称', '含义', '类型', '必填'],
  rows: () =>
    ALL_FIELDS.map((field) =>
      [field.name, field.title, explained(field), field.type, field.required ? '是' : '否'].map((text) =>
        textCell(text),
      ),
    ),
};

/** Whose the data are, and how they are to be read. */
export const imprintSheet = (lines: readonly (readonly [name: string, words: string])[]): Sheet => ({
  name: '说明',
  head: ['项', '内容'],
  rows: () => lines.map(([name, words]) => [textCell(name), textCell(words, true)]),
});

interface Properties {
  readonly title: string;
  readonly creator: string;
  readonly language: string;
  /** ISO. */
  readonly day: string;
  readonly version: string;
}

/** What a file manager and a search in a company's documents find: title, office, day (ECMA-376 Part 2 §8.3). */
export const coreProperties = ({ title, creator, language, day, version }: Properties): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ',
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${asXml(title)}</dc:title>`,
    `<dc:creator>${asXml(creator)}</dc:creator>`,
    `<dc:language>${language}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created>`,
    `<cp:version>${version}</cp:version>`,
    '</cp:coreProperties>',
  ].join('');

const OUTCOME_COLUMNS = ['indicator', 'name', 'outcome', 'outcomeReason', 'improved'] as const;
const DIFFERENCE_COLUMNS = ['', 'Upper', 'Comparator', 'Unit', 'Expected', 'Reason'] as const;

const COMPARISON_HEAD = [
  ...OUTCOME_COLUMNS,
  ...['change', 'margin'].flatMap((what) => DIFFERENCE_COLUMNS.map((part) => what + part)),
];

const comparisonRows = ({ groups }: Bulletin): Row[] =>
  groups.flatMap((g) =>
    g.rows.map(({ name, comparison }) => {
      const c = comparisonRecord(comparison);
      return [
        textCell(c.indicator),
        textCell(name),
        textCell(c.outcome),
        textCell(c.reason),
        textCell(c.improved === null ? null : String(c.improved)),
        ...differenceCells(c.change),
        ...differenceCells(c.margin),
      ];
    }),
  );

const differenceCells = (d: ComparisonRecord['change']): Cell[] =>
  'reason' in d
    ? [null, null, null, null, null, textCell(d.reason)]
    : [
        numberCell(d.value),
        numberCell(d.upper),
        textCell(d.comparator),
        textCell(d.unit),
        textCell(String(d.expected)),
        null,
      ];

function imprint(bulletin: Bulletin, publication: Publication): (readonly [string, string])[] {
  const { issue, version, released } = bulletin;
  const work = datasetWork(bulletin, publication);
  return [
    ['来源', `${publication.office}《${publication.series}》第${issue.number}期《${issue.title}》`],
    ['通报日期', issue.date],
    ['数据版本', String(version)],
    ['版本发布日期', released ?? '这一版尚未发布'],
    ['许可', publication.licence ? `${publication.licence.name} ${publication.licence.url}` : '未声明'],
    ['网址', work.address ?? '尚无公开网址'],
    ['引用（新闻）', newsline(work)],
    ['引用（GB/T 7714—2025）', gbt2025(work)],
    ['引用日期', '请换成您查阅的日期'],
    ...READING,
    ...READING_COMPARISONS,
  ];
}

/** How cells and codes are to be read. */
export const READING: readonly (readonly [string, string])[] = [
  ['数值', '数值存为数字，显示的位数与通报相同；超过15位有效数字的存为文字，以免丢失末位。'],
  ['空着的格', '没有这一项，不是0。'],
  ...STATUS_CODES.map(({ code, label }) => [`状态 ${code}`, label] as const),
  ...COMPARATOR_CODES.map(({ code, label }) => [`比较符 ${code}`, label] as const),
];

const READING_COMPARISONS: readonly (readonly [string, string])[] = [
  ['outcome', 'met 达标、missed 未达标、pending 待评、no-target 无目标；待评的原因见 outcomeReason。'],
  ['improved', '是否好于基期；无法判断的、只是预计的空着。'],
  [
    'change 各列',
    '达到水平减基期的差。比较符不是 eq 的，只知道差的界限；算不出的写明原因。Expected 为 true 的含预计数。',
  ],
  ['margin 各列', '达到水平减目标界限的差，写法同上。'],
];
