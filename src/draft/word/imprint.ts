import { halfWidth } from '../../ingest/text/letters.ts';
import { iso } from './masthead.ts';

/** What stands below a bulletin's text. */
export interface Imprint {
  readonly reportTo: readonly string[];
  readonly copyTo: readonly string[];
  /** ISO; null where the file does not say. */
  readonly printed: string | null;
  /** Lists whose line was broken inside a name, as `市政府⏎督查室`. */
  readonly joined: readonly string[];
  /** Lists that are divided by 、 only, which may stand inside one item. */
  readonly doubtful: readonly string[];
  readonly left: readonly string[];
}

const REPORT = /^(?:报\s*送|主\s*报|呈\s*报|抄\s*报|报)\s*[:：]\s*/;
const COPY = /^(?:抄\s*送|发\s*送|分\s*送|抄\s*发|送|发)\s*[:：]\s*/;
const PRINTED = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*印\s*[发制]/;

/** Whether the tail of a bulletin begins with this line. */
export const beginsImprint = (text: string): boolean =>
  REPORT.test(text) || COPY.test(text) || PRINTED.test(halfWidth(text));

/** The lines of the tail: 报送, 抄送 and 印发. */
export function imprint(lines: readonly string[]): Imprint {
  const lists: { to: 'reportTo' | 'copyTo'; lines: string[] }[] = [];
  const left: string[] = [];
  let printed: string | null = null;
  for (const text of lines) {
    const day = PRINTED.exec(halfWidth(text));
    const to = recipients(text);
    if (day) printed ??= iso(day[1]!, day[2]!, day[3]!) ?? null;
    else if (to) lists.push({ to, lines: [text.replace(to === 'reportTo' ? REPORT : COPY, '')] });
    else if (lists.length > 0 && printed === null && !/^[（(]?共印/.test(text)) lists.at(-1)!.lines.push(text);
    else left.push(text);
  }
  const of = (to: 'reportTo' | 'copyTo'): string[] =>
    lists.filter((l) => l.to === to).flatMap((l) => items(l.lines.join('')));
  const broken = lists.flatMap((l) =>
    l.lines
      .slice(0, -1)
      .flatMap((line, i) => (/[，,；;、]$/.test(line) ? [] : [`${lastItem(line)}⏎${firstItem(l.lines[i + 1]!)}`])),
  );
  const doubtful = lists.map((l) => l.lines.join('')).filter((text) => text.includes('、') && !/[，,；;]/.test(text));
  return { reportTo: of('reportTo'), copyTo: of('copyTo'), printed, joined: broken, doubtful, left };
}

/** Which list a line begins. */
function recipients(text: string): 'reportTo' | 'copyTo' | undefined {
  if (REPORT.test(text)) return 'reportTo';
  return COPY.test(text) ? 'copyTo' : undefined;
}

/** 、 joins the words of one item (组长、各位副组长), unless nothing else divides the list. */
const items = (text: string): string[] =>
  text
    .replace(/[。.]\s*$/, '')
    .split(/[，,；;]/.test(text) ? /[，,；;]/ : /、/)
    .map((s) => s.replace(/\s+/g, ''))
    .filter(Boolean);

const lastItem = (line: string): string => line.split(/[，,；;、]/).at(-1)!;
const firstItem = (line: string): string => line.split(/[，,；;、。]/)[0]!;
