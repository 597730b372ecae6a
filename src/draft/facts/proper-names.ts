import type { Units } from '../../domain/unit.ts';
import { halfWidth } from '../../ingest/text/letters.ts';
import { figuresOf } from '../../reconcile/figure/figure.ts';

/** Digits that are part of a name: 24小时自助…, 7×24小时, 12345热线, 5G, “5+2”. */
const STEM =
  /(?<![\d.])(?:\d{1,2}\s*[×xX*＊]\s*24\s*小时|(?:24|48|72)\s*小时|365\s*天|[2-6]G(?![A-Za-z])|12345|12315|\d{3,6}(?=\s*(?:热线|平台|专线))|\d\+[\dNnXx])/g;
/** Words a name of this kind ends with; without one it ends at the next stop. */
const END = /^.*?(?:服务大厅|大厅|热线|平台|系统|专区|专线|服务区|超市|驿站|终端|模式|机制|服务)/u;

/** Proper names holding digits in the text's paragraphs, longest first: the longest piece that returns, else the shortest. */
export function properNames(paragraphs: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of paragraphs) {
    for (const m of halfWidth(text).matchAll(STEM)) {
      const rest = /^[\p{Script=Han}A-Za-z“”]*/u.exec(text.slice(m.index + m[0].length))![0];
      // 24 小时内 is a time, not a name.
      if (/^(?:$|[内前后以之的]|不打烊)/.test(rest) && /小时|天/.test(m[0])) continue;
      found.push(text.slice(m.index, m.index + m[0].length) + rest);
    }
  }
  const kept: string[] = [];
  for (const name of [...new Set(found)].sort((a, b) => a.length - b.length)) {
    const again = found.filter((f) => f.startsWith(name)).length > 1;
    if (again || !kept.some((k) => name.startsWith(k))) kept.push(again ? name : (END.exec(name)?.[0] ?? name));
  }
  return [...new Set(kept)].sort((a, b) => b.length - a.length);
}

/** The names of which some digits would be taken for a number of the text if they were not declared. */
export const neededNames = (names: readonly string[], paragraphs: readonly string[], units: Units): string[] =>
  names.filter((name) =>
    paragraphs.some((text) => {
      const at = halfWidth(text).indexOf(halfWidth(name));
      const inside = figuresOf(text, [], units).filter(({ start }) => start >= at && start < at + name.length);
      // 12345 counts where a unit follows: 新登记企业12345户.
      const counts = HOTLINE.test(halfWidth(name)) && inside.some(({ counted }) => counted.kind === 'unit');
      return at >= 0 && inside.length > 0 && !counts;
    }),
  );

const HOTLINE = /^\d{3,6}(?!\d)(?!\s*(?:小时|天))/;
