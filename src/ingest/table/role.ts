import type { Column } from '../../domain/issue.ts';
import { halfWidth, visible } from '../text/letters.ts';
import { periodIn } from '../text/period.ts';

/**
 * The roles a heading names, by its words and year: `…年…水平` baseline, `…目标` target, `…达到…` and `…完成` achieved, `…前沿…`
 * frontier, `…目标及…达到…` both in one cell. Undefined for any other heading.
 */
export function rolesOf(heading: string): readonly Column[] | undefined {
  const label = labelOf(heading);
  const text = halfWidth(label);
  if (text.includes('达到时点')) return undefined;
  const period = periodIn(heading)?.period ?? null;
  const setter = /([省国市县区自]定)/.exec(text)?.[1] ?? null;
  const column = (role: Column['role'], label: string): Column => ({
    role,
    label,
    period,
    setter: role === 'target' ? setter : null,
  });
  if (text.includes('前沿')) return [column('frontier', label)];
  const both = bothIn(label, period?.label ?? '');
  if (both) return [column('target', both.target), column('achieved', both.achieved)];
  const role = roleIn(text);
  return role && [column(role, label)];
}

/** As printed, but for spaces and full-width digits and letters, which the typesetter chooses. */
const labelOf = (heading: string): string =>
  visible(heading)
    .replace(/\s+/g, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ％]/g, (letter) => halfWidth(letter));

/** `2020年省定目标及我市达到水平` to `2020年省定目标` and `2020年达到水平`. */
function bothIn(text: string, period: string): { target: string; achieved: string } | undefined {
  const at = [...text.matchAll(/目标[及和与、]/g)].findLast(({ index }) => text.includes('达到', index))?.index;
  if (at === undefined) return undefined;
  const [target, achieved] = [text.slice(0, at + 2), text.slice(at + 3)];
  const dated = period === '' || achieved.includes('年');
  return { target, achieved: dated ? achieved : `${period}${achieved.replace(/^我[省市县区]/, '')}` };
}

/** Headings of what is computed from the roles (目标完成率, 与目标差距, 比上年增减): none of them is one. */
const COMPUTED = /(?:率|比例|进度|差距|差值|之差|增减|增幅|降幅|变化)(?:\([^()]*\))?$|^[比较与]/;

function roleIn(text: string): Column['role'] | undefined {
  if (COMPUTED.test(text)) return undefined;
  const isTarget = text.includes('目标');
  const isAchieved = /达到|完成|实现|实际/.test(text);
  // 目标完成情况 is neither.
  if (isTarget && isAchieved) return undefined;
  if (isTarget) return 'target';
  if (isAchieved) return 'achieved';
  // 先进水平 without a year is no baseline.
  return /基期|同期|评价水平|(?:19|20)\d{2}年?度?.*水平/.test(text) ? 'baseline' : undefined;
}

/** `省定目标：市级达到 80%。我市已达到 97.2%` to `市级达到 80%` and `我市已达到 97.2%`; undefined where it does not name both. */
export function splitTwo(text: string): readonly [target: string, achieved: string] | undefined {
  const whole = text.trim();
  const head = /^(?:[省国市县区自]定)?目标(?:值)?[:：为]?/.exec(whole)?.[0];
  if (head === undefined) return undefined;
  const rest = whole.slice(head.length).trimStart();
  const border = BORDER.exec(rest);
  if (!border) return undefined;
  const [target, achieved] = [withoutMarks(rest.slice(0, border.index)), rest.slice(border.index + 1)];
  const reached = (achieved.endsWith('。') ? achieved.slice(0, -1) : achieved).replace(REACHED, '');
  return [target.replace(/^(?:达到?)\s*/, ''), reached];
}

/** The mark before the words that say what was reached; not the first letter, before which no target stands. */
const BORDER =
  /(?<=[^。；;，,、\s][。；;，,、\s]{0,8})[。；;，,、\s](?=(?:我[省市县区]|目前|现|实际)?(?:已经?|现)?(?:达到|完成|实现)[^。])/;

const REACHED = /^(?:目前|现|实际)?(?:已经?)?(?:达到|完成|实现)\s*/;

function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && '。；;，,、 \t\r\n'.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
