import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell, type CellObject, type Row as CellRow } from 'write-excel-file/universal';
import type { Bulletin } from '../../domain/issue.ts';
import { ZIPPED } from './archive.ts';
import { ALL_FIELDS, COMPARATOR_CODES, explained, STATUS_CODES } from './field.ts';
import { gbt2025 } from '../cite/gbt.ts';
import { newsline } from '../cite/newsline.ts';
import type { Publication } from '../../publication/publication.ts';
import { comparisonRecord, type ComparisonRecord } from './comparison-record.ts';
import { dataRows, runs } from './csv.ts';
import { citedTitle, datasetWork } from '../cite/work.ts';

/** `observations.xlsx`: the same observations for those who calculate, with comparisons, columns and source beside them. */
export async function workbook(bulletin: Bulletin, publication: Publication): Promise<Uint8Array> {
  const sheets = [
    worksheet('数据', observationRows(bulletin)),
    worksheet('比较', comparisonRows(bulletin)),
    worksheet('字段', dictionary()),
    worksheet('说明', imprint(bulletin, publication)),
  ];
  const blob = await writeExcelFile(sheets).toBlob();
  return repacked(new Uint8Array(await blob.arrayBuffer()), coreProperties(bulletin, publication));
}

/** A sheet whose heading stays in sight, each column as wide as what it holds. */
const worksheet = (name: string, data: CellRow[]) => ({
  sheet: name,
  data,
  stickyRowsCount: 1,
  columns: data[0]!.map((_, i) => ({ width: widthOf(data.map((row) => row[i])) })),
});

/** Letters of a column: a longer text is cut by its neighbour, or wrapped. */
const WIDTHS = { least: 8, most: 60 };

/** In letters of a Latin font, of which a Chinese one takes two. */
function widthOf(cells: readonly (Cell | undefined)[]): number {
  const letters = cells.map((cell) => {
    const value = cell !== null && typeof cell === 'object' && 'value' in cell ? String(cell.value) : '';
    return [...value].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
  });
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, letters.reduce((a, b) => Math.max(a, b), 0) + 2));
}

/** What a file manager and a search in a company's documents find: title, office, day (ECMA-376 Part 2 §8.3). */
function coreProperties(bulletin: Bulletin, publication: Publication): string {
  const { issue, version, released } = bulletin;
  const day = `<dcterms:created xsi:type="dcterms:W3CDTF">${released ?? issue.date}T00:00:00Z</dcterms:created>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ',
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${asXml(citedTitle(datasetWork(bulletin, publication)))}</dc:title>`,
    `<dc:creator>${asXml(publication.office)}</dc:creator>`,
    `<dc:language>${publication.language}</dc:language>`,
    day,
    `<cp:version>${version}</cp:version>`,
    '</cp:coreProperties>',
  ].join('');
}

const asXml = (text: string): string =>
  escapedForXml(text).replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!);

const CORE = 'docProps/core.xml';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const CORE_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** The writer dates its files by the clock, and writes no properties: both are put right in its archive. */
function repacked(xlsx: Uint8Array, core: string): Uint8Array {
  const parts = unzipSync(xlsx);
  const insert = (name: string, end: string, element: string): void => {
    parts[name] = strToU8(strFromU8(parts[name]!).replace(end, () => element + end));
  };
  insert('[Content_Types].xml', '</Types>', `<Override PartName="/${CORE}" ContentType="${CORE_TYPE}"/>`);
  insert('_rels/.rels', '</Relationships>', `<Relationship Id="core" Type="${CORE_RELATION}" Target="${CORE}"/>`);
  return zipSync({ ...parts, [CORE]: strToU8(core) }, ZIPPED);
}

const heading = (names: readonly string[]): CellRow =>
  names.map((value) => ({ value, type: String, fontWeight: 'bold' }));

function observationRows(bulletin: Bulletin): CellRow[] {
  const rows = dataRows(bulletin).map((l) =>
    ALL_FIELDS.map(({ name, type }) => (type === 'string' ? textCell : numberCell)(l[name])),
  );
  return [heading(ALL_FIELDS.map(({ name }) => name)), ...rows];
}

const OUTCOME_COLUMNS = ['indicator', 'name', 'outcome', 'outcomeReason', 'improved'] as const;
const DIFFERENCE_COLUMNS = ['', 'Upper', 'Comparator', 'Unit', 'Expected', 'Reason'] as const;

function comparisonRows({ groups }: Bulletin): CellRow[] {
  const rows = groups.flatMap((g) =>
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
  return [
    heading([
      ...OUTCOME_COLUMNS,
      ...['change', 'margin'].flatMap((what) => DIFFERENCE_COLUMNS.map((part) => what + part)),
    ]),
    ...rows,
  ];
}

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

const dictionary = (): CellRow[] => [
  heading(['列', '名称', '含义', '类型', '必填']),
  ...ALL_FIELDS.map((field) =>
    [field.name, field.title, explained(field), field.type, field.required ? '是' : '否'].map(textCell),
  ),
];

function imprint(bulletin: Bulletin, publication: Publication): CellRow[] {
  const { issue, version, released } = bulletin;
  const work = datasetWork(bulletin, publication);
  const rows = [
    ['来源', `${publication.office}《${publication.series}》第${issue.number}期《${issue.title}》`],
    ['通报日期', issue.date],
    ['数据版本', String(version)],
    ['版本发布日期', released ?? '这一版尚未发布'],
    ['许可', publication.licence ? `${publication.licence.name} ${publication.licence.url}` : '未声明'],
    ['网址', work.address ?? '尚无公开网址'],
    ['引用（新闻）', newsline(work)],
    ['引用（GB/T 7714—2025）', gbt2025(work)],
    ['引用日期', '请换成您查阅的日期'],
    ['数值', '“数据”“比较”两表的数值是数字，显示的位数与通报相同；超过15位有效数字的存为文字，以免丢失末位。'],
    ['空着的格', '没有这一项，不是0。'],
    ...STATUS_CODES.map(({ code, label }) => [`状态 ${code}`, label]),
    ...COMPARATOR_CODES.map(({ code, label }) => [`比较符 ${code}`, label]),
    ['outcome', 'met 达标、missed 未达标、pending 待评、no-target 无目标；待评的原因见 outcomeReason。'],
    ['improved', '是否好于基期；无法判断的、只是预计的空着。'],
    [
      'change 各列',
      '达到水平减基期的差。比较符不是 eq 的，只知道差的界限；算不出的写明原因。Expected 为 true 的含预计数。',
    ],
    ['margin 各列', '达到水平减目标界限的差，写法同上。'],
  ];
  return [
    heading(['项', '内容']),
    ...rows.map(([name, words]) => [textCell(name), { ...(textCell(words) as CellObject), wrap: true }]),
  ];
}

/**
 * Text is stored as text, which no program runs, so it needs no apostrophe: here one would be part of the text. The format
 * @ keeps it so when someone edits the cell.
 */
function textCell(value: string | null | undefined): Cell {
  if (value === null || value === undefined || value === '') return null;
  return { value: escapedForXml(value), type: String, ...(runs(value) ? { format: '@' } : {}) };
}

/** A number with the digits as printed; text where a spreadsheet, which keeps fifteen, would round it. */
function numberCell(value: string | null): Cell {
  if (value === null) return null;
  const decimals = value.split('.')[1]?.length ?? 0;
  const digits = value.replace(/\D/g, '').replace(/^0+/, '').length;
  if (digits > 15 || decimals > 15 || Number(value).toFixed(decimals) !== value)
    return { value, type: String, format: '@' };
  return { value: Number(value), type: Number, format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
}

/**
 * What XML 1.0 cannot hold or would change, the way the format writes it: _x000D_ (ECMA-376 Part 1 §22.9.2.19). The
 * writer drops such letters, and looks texts up in an object, where `constructor` is found before it was put there.
 */
function escapedForXml(value: string): string {
  const hex = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  const units = value.replace(
    /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu,
    (c) => c.split('').map(hex).join(''),
  );
  return units in Object.prototype ? hex(units) + units.slice(1) : units;
}
