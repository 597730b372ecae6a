import type { Difference } from '../domain/comparison.ts';
import type { Column, Row } from '../domain/issue.ts';
import { isNumeric, type Observation } from '../domain/observation.ts';
import { isNotComputable, type NotComputable } from '../domain/quantity.ts';
import { rowIn } from '../domain/target-view.ts';
import { signed, signedMargin } from './difference.ts';
import { outcomeWord, spellRank, spellWithArea } from './phrase.ts';
import { targetNames } from './target-finding.ts';
import { columnTitle, roleLook } from './title.ts';

/** What one column of the table says of the row. */
interface StatedLine {
  readonly label: string;
  readonly look: string;
  readonly value: string;
  readonly isWords: boolean;
  readonly level: string;
  readonly time: string;
  readonly printed: string;
}

/** What follows from it, or why nothing does. */
interface ComputedLine {
  readonly label: string;
  readonly value: string;
  readonly isWords: boolean;
  readonly remark: string;
}

/** One row, a line for each thing that is said of it. */
export interface RowTable {
  readonly stated: readonly StatedLine[];
  readonly computed: readonly ComputedLine[];
}

export function rowTable(row: Row): RowTable {
  const targets = row.all.map(({ column }) => column).filter(({ role }) => role === 'target');
  const several = targets.length > 1;
  const names = several ? targetNames({ columns: targets }) : ['目标'];
  const judged = targets.map((column) => rowIn(row, column).comparison);
  return {
    stated: row.all.map(({ column, o }) => statedLine(row, column, o)),
    computed: [
      ...rankLines(row),
      ...(row.cells.baseline ? [differenceLine('比基期', row.comparison.change, signed)] : []),
      ...judged.map(({ margin }, i) => differenceLine(`与${names[i]}相差`, margin, signedMargin)),
      ...judged.map((judgement, i) => ({
        label: several ? `${names[i]}的结果` : '结果',
        value: outcomeWord(judgement),
        isWords: true,
        remark: '本站按目标判定',
      })),
    ],
  };
}

const statedLine = (row: Row, column: Column, o: Observation): StatedLine => ({
  label: columnTitle(column, [row]),
  look: roleLook(column, [row]),
  value: spellWithArea(o, row.area),
  isWords: !isNumeric(o),
  level: o.level ?? (o.role === 'frontier' ? '—' : '未注明'),
  time: o.role === 'achieved' ? timeWords(o) : '—',
  printed: o.printed,
});

/** A date that the row states, else the period of its heading. */
const timeWords = ({ asOf, period }: Observation): string =>
  asOf ? `截至${asOf.label}` : (period?.label ?? '通报未注明');

/** The bulletin's ranks are shown as its own. */
function rankLines({ cells: { achieved } }: Row): ComputedLine[] {
  const rank = isNumeric(achieved) ? achieved.rank : null;
  return rank ? [{ label: rank.label, value: spellRank(rank), isWords: false, remark: '通报所列' }] : [];
}

const differenceLine = (
  label: string,
  d: Difference | NotComputable,
  words: (d: Difference) => string,
): ComputedLine =>
  isNotComputable(d)
    ? { label, value: '不可计算', isWords: true, remark: d.reason }
    : { label, value: (d.expected ? '预计' : '') + words(d), isWords: false, remark: '本站计算' };
