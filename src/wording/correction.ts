import { COLUMN_HEADING, isWithdrawal, PLACED, WHOLE_ROW, WORDS, type Correction } from '../domain/correction.ts';
import { quoted } from './phrase.ts';

/** What a correction is about: `“甲”2020年达到水平`, of the bulletin itself `正文`, `标题`. */
export function correctionSubject({ indicator, column, place }: Correction): string {
  const where = place === null ? '' : `（${place}）`;
  if (column === WHOLE_ROW) return `${quoted(indicator)}${where}`;
  if (indicator === '') return `${SUBJECTS[column] ?? column}${where}`;
  return `${quoted(indicator)}${where}${column}`;
}

/** What a reader calls what the log calls otherwise. */
const SUBJECTS: Readonly<Record<string, string>> = {
  [WORDS]: '正文',
  [PLACED]: '正文里的图表',
  [COLUMN_HEADING]: '表头',
};

/** What was done, after its subject: `由“97.2%”改为“97.3%”`. */
export function correctionChange(correction: Correction): string {
  const { column, before, after } = correction;
  if (column === WHOLE_ROW) return isWithdrawal(correction) ? `撤回一行${formerly(before)}` : '新增一行';
  if (before === '') return `增加${quoted(after)}`;
  return after === '' ? `删去${quoted(before)}` : `由${quoted(before)}改为${quoted(after)}`;
}

const formerly = (before: string): string => (before === '' || before === '无' ? '' : `（原为${quoted(before)}）`);
