import { expect, test } from 'vitest';
import { CHECKS } from '../../src/ingest/problem/checks.ts';
import { base, documentOf } from './page.ts';

const anchors = Object.keys(CHECKS).map((code) => code.replace('/', '-'));
const [methods, checks] = [documentOf('methods/index.html'), documentOf('staff/checks/index.html')];

test('every check has its place in the catalogue', () => {
  expect(anchors.filter((id) => checks.getElementById(id) === null)).toEqual([]);
  expect([...checks.querySelectorAll('h2')].map((h) => h.textContent.trim()).filter((words) => words === '')).toEqual(
    [],
  );
});

test('what stood on the page of methods still has its address there, and leads on', () => {
  const lost = anchors.filter(
    (id) => methods.getElementById(id)?.querySelector('a')?.getAttribute('href') !== `${base}staff/checks/#${id}`,
  );
  expect(lost).toEqual([]);
  const earlier = ['symbols', 'values', 'formulas', 'refused', 'versions', 'fields', 'checks'];
  expect(earlier.filter((id) => methods.getElementById(id) === null)).toEqual([]);
});

test('the worked example is computed from the newest bulletin', () => {
  const cells = [...methods.querySelectorAll('.worked tbody tr')].map((tr) =>
    [...tr.children].map((cell) => cell.textContent.trim()),
  );
  expect(cells.map(([name, , sum, result]) => [name, sum, result])).toEqual([
    ['变化', '97.2% − 70.41%', '+26.79个百分点'],
    ['与目标相差', '97.2% − 80%', '+17.2个百分点'],
    ['结果', '97.2% ≥ 80%', '达标'],
  ]);
});
