import type { Problem } from '../../ingest/problem/problem.ts';
import { revealed } from '../../ingest/text/unseen.ts';
import { element } from './element.ts';
import { cellId } from './spreadsheet.ts';

const LABEL = { error: '错误', warning: '提醒', notice: '说明' } as const;
/** A list longer than this is read in the file, not here. */
const MOST = 500;

/** `facts.csv 第7行 G7 “数值”`: format's place without the folders. */
function whereOf(p: Problem): string {
  const line = p.row ?? p.line;
  const place = [revealed(p.file.split('/').at(-1)!), line === null ? null : `第${line}行`, p.cell].filter(Boolean);
  return `${place.join(' ')}${p.column === null ? '' : ` “${revealed(p.column)}”`}`;
}

/** Every problem with a button that leads to its cell, and one that copies them all. */
export function problemList(
  problems: readonly Problem[],
  text: () => string,
  announce: (words: string) => void,
): HTMLElement {
  if (problems.length === 0) return element('p', {}, '没有发现问题。');
  const copy = element('button', { type: 'button' }, '复制清单');
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(text()).then(
      () => {
        announce('清单已复制。');
      },
      () => {
        announce('浏览器不允许复制，请选中清单后按 Ctrl+C。');
      },
    );
  });
  const items = problems.slice(0, MOST).map((p) => {
    const go = element('button', { type: 'button', class: 'where' }, whereOf(p));
    go.disabled = p.row === null;
    go.addEventListener('click', () => {
      document.dispatchEvent(new CustomEvent('show-cell', { detail: cellId(p) }));
    });
    return element(
      'li',
      { class: p.severity },
      element('span', { class: 'label' }, LABEL[p.severity]),
      go,
      element('p', {}, p.message),
      element('p', { class: 'cure' }, `→ ${p.hint}`),
    );
  });
  const more =
    problems.length > MOST ? [element('p', {}, `还有${problems.length - MOST}处没有列出，请用“复制清单”看全部。`)] : [];
  return element(
    'section',
    {},
    element('h2', {}, '问题清单'),
    copy,
    element('ol', { class: 'problems' }, ...items),
    ...more,
  );
}
