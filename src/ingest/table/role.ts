import type { Column } from '../../domain/issue.ts';
import { halfWidth, visible } from '../text/letters.ts';
import { periodIn } from '../text/period.ts';

/**
 * The roles a heading names, by its words and year: `…年…水平` baseline, `…目标` target, `…达到…` achieved, `…前沿…`
 * frontier, `…目标及…达到…` both in one cell. Undefined for any other heading.
 */
export function rolesOf(heading: string): readonly Column[] | undefined {
  const text = halfWidth(visible(heading)).replace(/\s+/g, '');
  const period = periodIn(heading)?.period ?? null;
  const setBy = /([省国市县区自]定)/.exec(text)?.[1] ?? null;
  const column = (role: Column['role'], label = text): Column => ({
    role,
    label,
    period,
    setBy: role === 'target' ? setBy : null,
  });
  if (/达到时点/.test(text)) return undefined;
  if (/前沿/.test(text)) return [column('frontier')];
  const both = /^(.*目标)[及和与、](.*达到.*)$/.exec(text);
  if (both)
    return [
      column('target', both[1]),
      column(
        'achieved',
        period && !both[2]!.includes('年') ? `${period.label}${both[2]!.replace(/^我[省市县区]/, '')}` : both[2]!,
      ),
    ];
  if (/目标/.test(text)) return [column('target')];
  if (/达到/.test(text)) return [column('achieved')];
  // 先进水平 without a year is no baseline.
  return /基期|评价水平|(?:19|20)\d{2}年?度?.*水平/.test(text) ? [column('baseline')] : undefined;
}

/** `省定目标：市级达到 80%。我市已达到 97.2%` to `市级达到 80%` and `我市已达到 97.2%`; undefined where it does not name both. */
export function splitTwo(text: string): readonly [target: string, achieved: string] | undefined {
  const m =
    /^(?:[省国市县区自]定)?目标(?:值)?[:：为]?\s*(.+?)[。；;，,、\s]+((?:我[省市县区]|目前|现|实际)?(?:已经?|现)?(?:达到|完成|实现).+?)。?$/.exec(
      text.trim(),
    );
  return m
    ? [m[1]!.replace(/^(?:达到?)\s*/, ''), m[2]!.replace(/^(?:目前|现|实际)?(?:已经?)?(?:达到|完成|实现)\s*/, '')]
    : undefined;
}
