import {
  ADDED,
  COLUMN_HEADING,
  HEADING,
  KINDS,
  PLACED,
  WHOLE_ROW,
  WITHDRAWN,
  WORDS,
  type Correction,
} from '../domain/correction.ts';
import { LABELS } from '../ingest/prose/issue-schema.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { isDay } from '../domain/period.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { sheet, type Entry } from '../ingest/table/sheet.ts';
import { UNWRITTEN } from './suggestion.ts';

const CORRECTION_COLUMNS = ['日期', '期号', '指标', '列', '原值', '新值', '类别', '原因', '批准', '出处'] as const;
type CorrectionColumn = (typeof CORRECTION_COLUMNS)[number];

export const CORRECTIONS = 'data/corrections.csv';

/** A correction and the cells of its line. */
export interface LocatedCorrection {
  readonly correction: Correction;
  readonly at: (column: CorrectionColumn) => Place;
}

/** What stands for an empty cell in 原值 and 新值. 无 is a word that a note may say. */
const BLANK = /^[(（]?空白[)）]?$/;

/** What is not written yet: nothing, or what the suggested line leaves open. */
const NOT_WRITTEN: readonly string[] = ['', ...Object.values(UNWRITTEN)];

/** `data/corrections.csv` (更正记录), in the order of its lines. */
export function correctionFile(
  file: string,
  text: string,
  registry: Registry,
): { corrections: LocatedCorrection[]; problems: Problem[] } {
  const { sheet: read, problems } = sheet<CorrectionColumn>(file, text, {
    fields: CORRECTION_COLUMNS.map((name) => ({ name, required: name !== '出处', omissible: name === '出处' })),
    values: ['原值', '新值'],
  });
  // A log without entries yet is no mistake.
  const found = problems.filter((p) => p.code !== 'csv/no-rows');
  const corrections = (read?.entries ?? []).flatMap((entry) => {
    const { correction, problems: wrongs } = readCorrection(entry, registry);
    found.push(...wrongs);
    return correction ? [{ correction, at: (column: CorrectionColumn) => placeOf(entry, column) }] : [];
  });
  return { corrections, problems: found };
}

function readCorrection(
  entry: Entry<CorrectionColumn>,
  registry: Registry,
): { correction: Correction | undefined; problems: Problem[] } {
  const date = dayIn(entry.text('日期'));
  const issue = issueIn(entry.text('期号'));
  const kind = KINDS.find((k) => k === entry.text('类别'));
  const problems = [
    ...unwritten(entry),
    ...(date === undefined ? [wrong('correction/date', entry, '日期')] : []),
    ...(issue === undefined ? [wrong('correction/issue', entry, '期号')] : []),
    ...(kind === undefined ? [wrong('correction/kind', entry, '类别')] : []),
    ...unchanged(entry),
  ];
  if (problems.length > 0 || date === undefined || issue === undefined || kind === undefined)
    return { correction: undefined, problems };
  const indicator = entry.text('指标');
  return {
    correction: {
      date,
      issue,
      indicator,
      code: registry.find(indicator)?.code ?? null,
      column: entry.text('列'),
      place: entry.text('出处') || null,
      before: cellValue(entry, '原值'),
      after: rowAfter(entry) ?? cellValue(entry, '新值'),
      kind,
      reason: entry.text('原因'),
      approver: entry.text('批准'),
    },
    problems,
  };
}

const placeOf = (entry: Entry<CorrectionColumn>, name: CorrectionColumn): Place => entry.get(name)?.at ?? entry.at;

const wrong = (
  code: 'correction/date' | 'correction/issue' | 'correction/kind',
  entry: Entry<CorrectionColumn>,
  name: CorrectionColumn,
): Problem => problem(code, placeOf(entry, name), entry.text(name));

const unwritten = (entry: Entry<CorrectionColumn>): Problem[] =>
  (['指标', '列', '原因', '批准'] as const)
    .filter((name) => NOT_WRITTEN.includes(entry.text(name)))
    .filter((name) => name !== '指标' || !isOfBulletin(entry.text('列')))
    .map((name) => problem('correction/blank', placeOf(entry, name), name));

/** Columns of what a bulletin says itself, outside its tables: they name no indicator. */
const OF_BULLETIN: readonly string[] = [WORDS, HEADING, PLACED, COLUMN_HEADING, '日期', ...Object.values(LABELS)];
const isOfBulletin = (column: string): boolean => OF_BULLETIN.includes(column);

function unchanged(entry: Entry<CorrectionColumn>): Problem[] {
  const after = cellValue(entry, '新值');
  if (entry.text('列') === WHOLE_ROW)
    return rowAfter(entry) === undefined ? [problem('correction/row', placeOf(entry, '新值'), after)] : [];
  return cellValue(entry, '原值') === after ? [problem('correction/same', placeOf(entry, '新值'), after)] : [];
}

/** What became of a whole row. */
const rowAfter = (entry: Entry<CorrectionColumn>): string | undefined =>
  entry.text('列') === WHOLE_ROW ? [ADDED, WITHDRAWN].find((word) => word === entry.text('新值')) : undefined;

/** `48`, `第48期`. */
function issueIn(text: string): number | undefined {
  const [, digits] = /^第?([1-9]\d{0,5})期?$/.exec(halfWidth(text).replace(/\s/g, '')) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const cellValue = (entry: Entry<CorrectionColumn>, name: '原值' | '新值'): string =>
  BLANK.test(entry.text(name)) ? '' : entry.text(name).replace(/\r\n?/g, '\n');

/** `2026-12-01`, and what Excel makes of it: `2026/12/1`, `2026年12月1日`. ISO; undefined if it is no day. */
export function dayIn(text: string): string | undefined {
  const [, y, m, d] =
    /^((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(halfWidth(text).replace(/\s/g, '')) ?? [];
  return y && isDay(Number(y), Number(m), Number(d)) ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : undefined;
}
