import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { SourceFile } from '../ingest/source.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { isOfVersion } from '../ledger/version-folder.ts';

/** The files of a root by the bulletin they belong to. */
export interface Roster {
  readonly texts: ReadonlyMap<number, SourceFile>;
  readonly tables: ReadonlyMap<number, ReadonlyMap<string, SourceFile>>;
  /** Issues with a file of a wrong name, which may be the one that is missing; NaN where the name tells no issue. */
  readonly misnamed: { readonly text: ReadonlySet<number>; readonly table: ReadonlySet<number> };
  readonly problems: readonly Problem[];
}

/** Files that belong to no bulletin. */
const SHARED = /^data\/(?:indicators\.csv|units\.csv|corrections\.csv|published\.csv|README\.md)$/;
const TEXT = /^content\/issues\/([^/]+)$/;
const TABLE = /^data\/issues\/([^/]+)\/([^/]+)$/;

/** Copies and temporary files, which are told by what programs add to a name; and names nearly those of the fixed ones. */
const COPY = /副本|[-_ ]?copy|[(（]\d+[)）]|^[~.]|\s|临时|备份/i;
const NEARLY_FIXED = /^(?:comparisons?|compare|facts?)[-_\d]*\.csv$/i;

function isTableName(name: string): boolean {
  if (name === 'comparison.csv' || name === 'facts.csv') return true;
  const sound = /^[\p{L}\p{N}（）()、—_-]{1,60}\.csv$/u.test(name);
  return sound && !COPY.test(name) && !NEARLY_FIXED.test(name);
}

export function rosterOf(files: readonly SourceFile[]): Roster {
  const texts = new Map<number, SourceFile>();
  const tables = new Map<number, Map<string, SourceFile>>();
  const misnamed = { text: new Set<number>(), table: new Set<number>() };
  const problems: Problem[] = [];
  const refuse = ({ path }: SourceFile, name: string): void => {
    problems.push(problem('file/name', { file: path }, name));
  };
  const takeText = (file: SourceFile, name: string): void => {
    const number = /^([1-9]\d{0,5})\.mdx$/.exec(name)?.[1];
    if (number) texts.set(Number(number), file);
    else {
      refuse(file, name);
      misnamed.text.add(numberIn(name));
    }
  };
  const takeTable = (file: SourceFile, folder: string, name: string): void => {
    if (/^[1-9]\d{0,5}$/.test(folder) && isTableName(name)) {
      const number = Number(folder);
      tables.set(number, (tables.get(number) ?? new Map<string, SourceFile>()).set(name, file));
    } else {
      refuse(file, name);
      misnamed.table.add(numberIn(folder));
    }
  };
  for (const file of files) {
    const text = TEXT.exec(file.path)?.[1];
    const [, folder, name] = TABLE.exec(file.path) ?? [];
    if (text !== undefined) takeText(file, text);
    else if (folder !== undefined && name !== undefined) takeTable(file, folder, name);
    else if (!SHARED.test(file.path) && !isOfVersion(file.path)) refuse(file, file.path.split('/').at(-1)!);
  }
  return { texts, tables, misnamed, problems };
}

const numberIn = (name: string): number => Number(/\d+/.exec(halfWidth(name))?.[0] ?? Number.NaN);

/** Problems without those that a misnamed file explains. */
export function unexplained(problems: readonly Problem[], number: number, { tables, misnamed }: Roster): Problem[] {
  const astray = misnamed.table.has(number);
  const explained: Readonly<Record<string, boolean>> = {
    'issue/no-text': misnamed.text.has(number),
    'issue/no-table': astray,
    'prose/unregistered-number': astray && !tables.get(number)?.has('facts.csv'),
  };
  return problems.filter((p) => explained[p.code] !== true);
}
