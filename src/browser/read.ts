/**
 * Reading a chart closely: at the mark nearest to the pointer, or the next one by arrow key, stands what it says. The words come
 * with the mark; without this script a reader has the same from the table.
 */
/** A picture, and a table with pictures in its rows. */
const CHARTS = '.chart, .answer tbody';
const NEAR_PX = 26;
const EDGE_PX = 8;
const AROUND_PX = 12;

const bubble = document.createElement('p');
bubble.className = 'reading';
bubble.setAttribute('role', 'status');
const ring = document.createElement('span');
ring.className = 'ring';
let shown: Element | undefined;

const boxOf = (node: Element): DOMRect => node.getBoundingClientRect();
const middleOf = ({ left, top, width, height }: DOMRect): [number, number] => [left + width / 2, top + height / 2];
/** The first line is the same for all numbers of one row. */
const rowOf = (mark: Element): string => mark.getAttribute('data-at')!.split('\n')[0]!;

/** The marks of the drawing that is seen, row by row, each from left to right. */
function marksOf(chart: Element): Element[] {
  const marks = [...chart.querySelectorAll('[data-at]')].filter((mark) => boxOf(mark).height + boxOf(mark).width > 0);
  const left = (mark: Element): number => middleOf(boxOf(mark))[0];
  return [...new Set(marks.map(rowOf))].flatMap((row) =>
    marks.filter((mark) => rowOf(mark) === row).sort((a, b) => left(a) - left(b)),
  );
}

function place(node: HTMLElement, left: number, top: number): void {
  node.style.left = `${left + window.scrollX}px`;
  node.style.top = `${top + window.scrollY}px`;
}

function show(mark: Element): void {
  if (mark === shown) return;
  shown = mark;
  bubble.classList.add('shown');
  ring.classList.add('shown');
  bubble.textContent = mark.getAttribute('data-at');
  const box = boxOf(mark);
  const [x, y] = middleOf(box);
  const [wide, tall] = [box.width + AROUND_PX, box.height + AROUND_PX];
  ring.style.width = `${wide}px`;
  ring.style.height = `${tall}px`;
  place(ring, x - wide / 2, y - tall / 2);
  const { width, height } = boxOf(bubble);
  const room = document.documentElement.clientWidth;
  const below = y + tall / 2 + EDGE_PX;
  place(
    bubble,
    Math.max(EDGE_PX, Math.min(x - width / 2, room - width - EDGE_PX)),
    below + height > window.innerHeight ? y - tall / 2 - EDGE_PX - height : below,
  );
}

function hide(): void {
  shown = undefined;
  bubble.textContent = '';
  bubble.classList.remove('shown');
  ring.classList.remove('shown');
}

function showNearest(chart: Element, { clientX, clientY }: PointerEvent): void {
  const away = (mark: Element): number => {
    const { left, right, top, bottom } = boxOf(mark);
    return Math.hypot(Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom));
  };
  const [nearest] = marksOf(chart)
    .map((mark) => ({ mark, px: away(mark) }))
    .sort((a, b) => a.px - b.px);
  if (nearest && nearest.px <= NEAR_PX) show(nearest.mark);
  else hide();
}

function step(chart: Element, by: number): void {
  const marks = marksOf(chart);
  const at = shown ? marks.indexOf(shown) : -1;
  const next = marks[at < 0 ? 0 : Math.min(Math.max(at + by, 0), marks.length - 1)];
  if (next) show(next);
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

for (const chart of document.querySelectorAll<HTMLElement>(CHARTS)) {
  if (!chart.querySelector('[data-at]')) continue;
  chart.tabIndex = 0;
  // The rows of a table stay what they are.
  if (chart.localName === 'div') chart.setAttribute('role', 'group');
  chart.setAttribute('aria-label', '图，可以用左右方向键逐个读数');
  for (const type of ['pointermove', 'pointerdown'] as const)
    chart.addEventListener(type, (event) => showNearest(chart, event));
  chart.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') hide();
  });
  chart.addEventListener('focus', () => {
    if (chart.matches(':focus-visible')) step(chart, 0);
  });
  chart.addEventListener('blur', hide);
  chart.addEventListener('keydown', (event) => {
    const by = STEPS[event.key];
    if (event.key === 'Escape') hide();
    if (by === undefined) return;
    event.preventDefault();
    step(chart, by);
  });
}
document.addEventListener('pointerdown', ({ target }) => {
  if (!(target as Element).closest(CHARTS)) hide();
});
document.body.append(ring, bubble);
