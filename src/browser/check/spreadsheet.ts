import { address } from '../../ingest/text/letters.ts';
import type { Problem } from '../../ingest/problem/problem.ts';
import { element } from './element.ts';
import type { SheetView } from './message.ts';

/** Rows shown at once: a table of 10,000 rows is turned like a book, so that the page stays quick. */
const PAGE = 100;

/** Where a problem stands: its cell, else its row. */
export const cellId = (p: Problem): string => `${p.file}#${p.cell ?? p.row ?? ''}`;

/** The file as Excel shows it, with column letters and row numbers; wrong cells are marked and say what is wrong. */
export function spreadsheet(sheet: SheetView, problems: readonly Problem[]): HTMLElement {
  const width = Math.max(1, ...sheet.rows.map((row) => row.length));
  const letters = Array.from({ length: width }, (_, i) => address(i, 1).slice(0, -1));
  const byCell = Map.groupBy(
    problems.filter((p) => p.row !== null),
    cellId,
  );
  const body = element('tbody');
  const status = element('span', { class: 'meta', role: 'status' });
  let first = Math.max(0, Math.floor(((problems.find((p) => p.row !== null)?.row ?? 1) - 1) / PAGE) * PAGE);

  const draw = (): void => {
    body.replaceChildren(
      ...sheet.rows.slice(first, first + PAGE).map((cells, i) => row(sheet.path, first + i + 1, cells, width, byCell)),
    );
    status.textContent = `第${first + 1}—${Math.min(first + PAGE, sheet.rows.length)}行，共${sheet.rows.length}行`;
    back.disabled = first === 0;
    forth.disabled = first + PAGE >= sheet.rows.length;
  };
  const turn = (words: string, by: number): HTMLButtonElement => {
    const button = element('button', { type: 'button' }, words);
    button.addEventListener('click', () => {
      first += by;
      draw();
    });
    return button;
  };
  const back = turn('上一页', -PAGE);
  const forth = turn('下一页', PAGE);
  document.addEventListener('show-cell', (event) => {
    const id = (event as CustomEvent<string>).detail;
    if (!body.isConnected || !id.startsWith(`${sheet.path}#`)) return;
    first = Math.floor((Number(/\d+$/.exec(id)?.[0] ?? 1) - 1) / PAGE) * PAGE;
    draw();
    const cell = document.getElementById(id);
    cell?.scrollIntoView({ block: 'center', inline: 'center' });
    cell?.focus();
  });
  draw();

  const label = `${sheet.name} 的内容`;
  const table = element(
    'table',
    { class: 'sheet' },
    element('caption', {}, label),
    element('thead', {}, element('tr', {}, element('td'), ...letters.map((l) => element('th', { scope: 'col' }, l)))),
    body,
  );
  return element(
    'section',
    {},
    element('h2', {}, sheet.name),
    element('p', { class: 'tools' }, ...(sheet.rows.length > PAGE ? [back, forth] : []), status, ...download(sheet)),
    element('div', { class: 'scroll broad', role: 'region', 'aria-label': label, tabindex: '0' }, table),
  );
}

function row(
  path: string,
  number: number,
  cells: readonly string[],
  width: number,
  byCell: ReadonlyMap<string, readonly Problem[]>,
): HTMLTableRowElement {
  const whole = byCell.get(`${path}#${number}`) ?? [];
  const head = element(
    'th',
    { scope: 'row', id: `${path}#${number}`, tabindex: '-1', ...marks(whole) },
    String(number),
    ...told(whole),
  );
  return element(
    'tr',
    {},
    head,
    ...Array.from({ length: width }, (_, i) => {
      const id = `${path}#${address(i, number)}`;
      const wrong = byCell.get(id) ?? [];
      return element(
        'td',
        { ...(wrong.length > 0 ? { id, tabindex: '-1' } : {}), ...marks(wrong) },
        cells[i] ?? '',
        ...told(wrong),
      );
    }),
  );
}

const marks = (problems: readonly Problem[]): Record<string, string> =>
  problems.length === 0 ? {} : { class: problems.some((p) => p.severity === 'error') ? 'error' : 'notice' };

const told = (problems: readonly Problem[]): HTMLElement[] =>
  problems.map((p) => element('span', { class: 'told' }, `${p.message}。${p.hint}`));

/** Only what the notices have already normalised; with an error left in the file there is nothing to hand out. */
function download({ mended, name }: SheetView): HTMLElement[] {
  if (mended === null) return [];
  const url = URL.createObjectURL(new Blob([`\ufeff${mended}`], { type: 'text/csv;charset=utf-8' }));
  return [
    element(
      'a',
      {
        href: url,
        download: name
          .split('/')
          .at(-1)!
          .replace(/\.\w+$/, '.csv'),
      },
      '下载规范后的 CSV',
    ),
  ];
}
