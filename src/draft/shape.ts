import { byEnd, isSameKind, yearOf, type Period } from '../domain/period.ts';
import { period } from '../ingest/text/period.ts';
import { yearsOf } from './files.ts';
import type { Column } from '../domain/issue.ts';

/** The times, targets and areas of a table that is still to be filled. */
export interface Shape {
  readonly period: Period;
  readonly baseline: Period;
  /** Who set each target, with the time it is for where that is another: 省定, 2025年国定. */
  readonly targets: readonly string[];
  /** None where a row is of the whole. */
  readonly areas: readonly string[];
}

/** As they are typed; what is left out is usual. */
export interface TypedShape {
  readonly period?: string;
  readonly baseline?: string;
  readonly target?: readonly string[];
  readonly areas?: string;
}

/** Why a shape cannot be used: what was typed, under which name, and what to type. */
export interface BadShape {
  readonly key: keyof TypedShape;
  readonly reason: string;
}

const TARGET = /^(.*?)([省国市县区自]定)(?:目标)?$/;

/**
 * @param date of the bulletin, ISO, by which the times are those of bulletin 48 where they are not typed
 * @param usual who set the targets of the last bulletin
 */
export function shapeOf(typed: TypedShape, date: string, usual: readonly string[]): Shape | BadShape {
  const years = yearsOf(date);
  const achieved = periodOf('period', typed.period ?? `${years.achieved}年`);
  if ('key' in achieved) return achieved;
  const baseline = periodOf('baseline', typed.baseline ?? yearBefore(achieved));
  if ('key' in baseline) return baseline;
  if (!isSameKind(baseline, achieved) || byEnd(baseline, achieved) >= 0)
    return {
      key: 'baseline',
      reason: `基期“${baseline.label}”要早于“${achieved.label}”，并且与它同样长短，如“${yearBefore(achieved)}”`,
    };
  const targets = typed.target ?? usual;
  const wrong = targets.find((text) => targetOf(text, achieved) === undefined);
  if (wrong !== undefined)
    return { key: 'target', reason: `目标写谁定的，如“省定”，不是当年的写上年份，如“2025年省定”，现在是“${wrong}”` };
  const areas = namesIn(typed.areas ?? '');
  const twice = areas.find((area, i) => areas.indexOf(area) < i);
  if (twice !== undefined) return { key: 'areas', reason: `地区“${twice}”写了两次，一个地区只写一次` };
  return { period: achieved, baseline, targets, areas };
}

export const isBadShape = (shape: Shape | BadShape): shape is BadShape => 'key' in shape;

/** 县（市、区） is one name. */
const namesIn = (text: string): string[] =>
  text
    .split(/[、，,;；\s]+(?![^（]*）)/)
    .map((name) => name.trim())
    .filter(Boolean);

const periodOf = (key: 'period' | 'baseline', text: string): Period | BadShape =>
  period(text) ?? { key, reason: `“${text}”不是时期，写成 2023年、2023年一季度、2023年5月 或 2023年1—7月 的样子` };

/** The same part of the year before. */
const yearBefore = ({ label }: Period): string => label.replace(/\d{4}/, (year) => String(Number(year) - 1));

function targetOf(text: string, achieved: Period): { label: string; setter: string; period: Period } | undefined {
  const [, time, setter] = TARGET.exec(text.trim()) ?? [];
  if (setter === undefined) return undefined;
  const of = period(time === '' ? `${yearOf(achieved)}年` : time!);
  return of && { label: `${of.label}${setter}目标`, setter, period: of };
}

/** The role columns of a table of this shape, in the order of the file. */
export function columnsOf(shape: Shape): Column[] {
  const { period: achieved, baseline } = shape;
  const kind = baseline.kind === 'year' ? '评价水平' : '水平';
  return [
    { role: 'baseline', label: `${baseline.label}${kind}`, period: baseline, setter: null },
    ...shape.targets.flatMap((text): Column[] => {
      const target = targetOf(text, achieved);
      return target ? [{ role: 'target', ...target }] : [];
    }),
    { role: 'achieved', label: `${achieved.label}达到水平`, period: achieved, setter: null },
    { role: 'frontier', label: '国内前沿水平', period: null, setter: null },
  ];
}

/** The headings that tell the times of a table, as a person is told them. */
export const timesOf = (columns: readonly Column[]): string[] =>
  columns.filter(({ role }) => role !== 'frontier').map(({ label }) => label);
