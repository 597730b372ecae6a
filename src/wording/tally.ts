import type { OutcomeCounts } from '../domain/outcome-counts.ts';

/** `达到2 · 未达到1 · 待评2 · 无目标1`; what there is none of is left out, so of no rows nothing is said. */
export const tallyWords = ({ met, missed, pending, noTarget }: OutcomeCounts): string =>
  [
    { word: '达到', count: met },
    { word: '未达到', count: missed },
    { word: '待评', count: pending },
    { word: '无目标', count: noTarget },
  ]
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word}${count}`)
    .join(' · ');
