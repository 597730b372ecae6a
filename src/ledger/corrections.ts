import { KINDS, WHOLE_ROW, type Correction } from '../domain/correction.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { isDay } from '../domain/period.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { sheet, type Entry } from '../ingest/table/sheet.ts';

const COLUMNS = ['日期', '期号', '指标', '列', '原值', '新值', '类别', '原因', '批准', '出处'] as const;
type Name = (typeof COLUMNS)[number];

/** A correction and the cells of its line. */
export interface LocatedCorrection {
  readonly correction: Correction;
  readonly at: (column: Name) => Place;
}

/** What stands for an empty cell in 原值 and 新值. 无 is a word that a note may say. */
const BLANK = /^[(（]?空白[)）]?$/;

/** What the suggested line leaves to be written. */
const UNWRITTEN: readonly string[] = ['', '原因', '批准人'];

/** `data/corrections.csv` (更正记录), in the order of its lines. */
export function correctionFile(
  file: string,
  text: string,
  registry: Registry,
): { corrections: LocatedCorrection[]; problems: Problem[] } {
  const { sheet: read, problems } = sheet<Name>(file, text, {
    fields: COLUMNS.map((name) => ({ name, required: name !== '出处', omissible: name === '出处' })),
    values: ['原值', '新值'],
  });
  // A log without entries yet is no mistake.
  const found = problems.filter((p) => p.code !== 'csv/no-rows');
  const corrections = (read?.entries ?? []).flatMap((entry) => {
    const made = correction(entry, registry);
    found.push(...made.problems);
    return made.correction
      ? [{ correction: made.correction, at: (column: Name) => entry.get(column)?.at ?? entry.at }]
      : [];
  });
  return { corrections, problems: found };
}

function correction(
  entry: Entry<Name>,
  registry: Registry,
): { correction: Correction | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const at = (name: Name): Place => entry.get(name)?.at ?? entry.at;
  for (const name of ['指标', '列', '原因', '批准'] as const)
    if (UNWRITTEN.includes(entry.text(name))) problems.push(problem('correction/blank', at(name), name));
  const date = day(entry.text('日期'));
  if (date === undefined) problems.push(problem('correction/date', at('日期'), entry.text('日期')));
  const issue = /^第?([1-9]\d{0,5})期?$/.exec(halfWidth(entry.text('期号')).replace(/\s/g, ''))?.[1];
  if (issue === undefined) problems.push(problem('correction/issue', at('期号'), entry.text('期号')));
  const kind = KINDS.find((k) => k === entry.text('类别'));
  if (!kind) problems.push(problem('correction/kind', at('类别'), entry.text('类别')));
  const whole = entry.text('列') === WHOLE_ROW;
  const [before, after] = (['原值', '新值'] as const).map((name) =>
    BLANK.test(entry.text(name)) || (whole && name === '原值') ? '' : entry.text(name).replace(/\r\n?/g, '\n'),
  ) as [string, string];
  if (before === after && !whole) problems.push(problem('correction/same', at('新值'), after));
  if (problems.length > 0 || date === undefined || issue === undefined || !kind)
    return { correction: undefined, problems };
  const [indicator, column, reason, approver] = (['指标', '列', '原因', '批准'] as const).map((name) =>
    entry.text(name),
  ) as [string, string, string, string];
  return {
    correction: {
      date,
      issue: Number(issue),
      indicator,
      code: registry.find(indicator)?.code ?? null,
      column,
      place: entry.text('出处') || null,
      before,
      after,
      kind,
      reason,
      approver,
    },
    problems,
  };
}

/** `2026-12-01`, and what Excel makes of it: `2026/12/1`, `2026年12月1日`. ISO; undefined if it is no day. */
export function day(text: string): string | undefined {
  const [, y, m, d] =
    /^((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(halfWidth(text).replace(/\s/g, '')) ?? [];
  return y && isDay(Number(y), Number(m), Number(d)) ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : undefined;
}
