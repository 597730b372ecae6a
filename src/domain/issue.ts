import type { Comparison } from './comparison.ts';
import type { CorrectedFigure } from './correction.ts';
import type { Observation, Role } from './observation.ts';
import type { Period } from './period.ts';
import type { PlainTable } from './plain-table.ts';

/** Front matter of `content/issues/48.mdx`; dates are ISO (`2021-01-25`). */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly date: string;
  readonly topic: string;
  /** 牵头单位. */
  readonly lead: string;
  /** 报送. */
  readonly reportTo: readonly string[];
  /** 抄送. */
  readonly copyTo: readonly string[];
  /** 印发日期. */
  readonly printed: string;
  /** 通报名称, where it is not the site's. */
  readonly series: string | null;
  /** 发文单位, where it is not the site's. */
  readonly issuer: string | null;
  readonly docNumber: string | null;
  readonly signer: string | null;
  /** Proper names holding digits, which are not figures. */
  readonly names: readonly string[];
  /** A scan under `public/originals/`. */
  readonly original: string | null;
  /** Codes of release warnings that an editor has looked at. */
  readonly acknowledged: readonly string[];
  readonly draft: boolean;
}

/** A role column of a comparison table, with its heading as printed. */
export interface Column {
  readonly role: Exclude<Role, 'stated'>;
  readonly label: string;
  readonly period: Period | null;
  /** Who set a target: 省定 / 国定 / 市定 / 自定. */
  readonly setter: string | null;
  /** Of an area table: the code of the indicator that the column measures. */
  readonly indicator?: string;
}

/** What a row says in one column of its table. */
export interface Cell {
  readonly column: Column;
  readonly o: Observation;
}

/** One indicator of a comparison table, of one area where the table has areas. */
export interface Row {
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  /** 地区 as written; null where the table names none. */
  readonly area: string | null;
  readonly place: string;
  /** Every cell, in the order of the columns: a table may have several targets and several baselines. */
  readonly all: readonly Cell[];
  /** Of each role the one that is compared; a role the table does not have is absent. */
  readonly cells: Readonly<Partial<Record<Column['role'], Observation>>>;
  readonly comparison: Comparison;
  /** Why its values may not be subtracted (不可比), in the bulletin's words; null where they may. */
  readonly incomparable: string | null;
}

/** What a row says in a column; undefined where it says nothing. */
export const cellIn = (row: Row, column: Column): Observation | undefined =>
  row.all.find((cell) => isSameColumn(cell.column, column))?.o;

/** Whether two columns hold the same thing: their role, who set it, of what time and of which indicator. */
export const isSameColumn = (a: Column, b: Column): boolean =>
  a.role === b.role && a.setter === b.setter && a.period?.code === b.period?.code && a.indicator === b.indicator;

/** A printed table, or a part of one that its file names: rows in the bulletin's order, of one unit or of several. */
export interface Group {
  /** `area` where each line of the printed table is an area and each of its `columns` measures an indicator. */
  readonly kind: 'comparison' | 'area';
  /** `group-1` … in order of appearance. */
  readonly slug: string;
  readonly name: string;
  /** From the root: `data/issues/48/comparison.csv`. */
  readonly file: string;
  /** The units of its rows, in the order in which they first stand there. */
  readonly units: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** The one unit of all; null where there are several. */
export const onlyUnit = (units: readonly string[]): string | null => (units.length === 1 ? units[0]! : null);

/** What of a table can be drawn on one axis: its rows of one unit, and the columns in which they say something. */
export const panelsOf = (group: Group): Group[] => (group.kind === 'area' ? measuresOf(group) : unitsOf(group));

/** Of an area table each column is a panel, whose rows are the areas. */
const measuresOf = (group: Group): Group[] =>
  group.columns.map((column) => {
    const rows = group.rows.filter((row) => cellIn(row, column) !== undefined);
    const units = [...new Set(rows.map(({ unit }) => unit))];
    return { ...group, units, columns: [column], rows: rows.map((row) => onlyIn(row, column)) };
  });

/** A row with one of its cells alone. */
function onlyIn(row: Row, column: Column): Row {
  const all = row.all.filter((cell) => isSameColumn(cell.column, column));
  return { ...row, all, cells: { [column.role]: all[0]?.o } };
}

const unitsOf = (group: Group): Group[] =>
  group.units.length === 1
    ? [group]
    : group.units.map((unit) => {
        const rows = group.rows.filter((row) => row.unit === unit);
        const columns = group.columns.filter((column) => rows.some((row) => cellIn(row, column)));
        return { ...group, units: [unit], rows, columns };
      });

/** Two figures a reader could take for one another, with the public note that tells them apart. */
export interface LookAlike {
  readonly fact: Observation;
  readonly other: Observation;
  readonly note: string;
}

/** A heading of the text, or a paragraph that begins with one. */
export interface Section {
  /** `二(一)`; `引言` before the first heading. */
  readonly place: string;
  readonly title: string;
  readonly depth: 1 | 2;
  /** Anchor on the issue page: `s2-1` for 二(一). */
  readonly id: string;
}

/** A number of the text and what it says: one observation, or of a change the first less the second of two. */
export interface Mention {
  /** Of the section it stands in. */
  readonly place: string;
  readonly sentence: string;
  /** As it stands there: `70多项`. */
  readonly text: string;
  readonly states: readonly Observation[];
}

/** One numbered bulletin with everything it states. */
export interface Bulletin {
  readonly issue: Issue;
  /** From 1; each release of changed figures adds one. */
  readonly version: number;
  /** The day this version was released, ISO; null until then. */
  readonly released: string | null;
  readonly observations: readonly Observation[];
  readonly groups: readonly Group[];
  /** Printed as they stand. */
  readonly plain: readonly PlainTable[];
  /** Figures of the text, in file order. */
  readonly facts: readonly Observation[];
  readonly sections: readonly Section[];
  /** Names of the figures that its own first picture of figures shows. */
  readonly pictured: readonly string[];
  readonly lookAlikes: readonly LookAlike[];
  /** The numbers of its text in their order; absent of a version that was released before they were kept. */
  readonly mentions?: readonly Mention[];
  /** Figures that are not what was printed; absent where no version was corrected. */
  readonly corrected?: readonly CorrectedFigure[];
}

/** Whether a table sets targets. */
export const hasTarget = ({ columns }: Pick<Group, 'columns'>): boolean =>
  columns.some(({ role }) => role === 'target');

/** The table a bulletin is about: the first with targets, else the first. */
export const mainGroup = ({ groups }: Bulletin): Group | undefined => groups.find(hasTarget) ?? groups[0];
