import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSamePeriod, monthsOf } from '../../src/domain/period.ts';
import { sameQuantity } from '../../src/domain/quantity.ts';
import { merged, type Stated } from '../../src/domain/repeated.ts';
import { numeric } from './observation.ts';

const stated = fc.record({
  at: fc.constantFrom(2020.5, 2020.9, 2021.5),
  year: fc.constantFrom(2020, 2021),
  dated: fc.boolean(),
  era: fc.constantFrom(0, 1),
  setter: fc.constantFrom(null, '省定'),
  value: fc.constantFrom('88', '88.0', '89'),
  level: fc.constantFrom(null, '市级', '县级'),
  role: fc.constantFrom('baseline' as const, 'achieved' as const),
  status: fc.constantFrom('A' as const, 'F' as const),
});

const cellsOf = (all: readonly (typeof stated extends fc.Arbitrary<infer T> ? T : never)[]): Stated[] =>
  all.map(({ year, value, level, role, status, ...rest }, i) => ({
    ...rest,
    period: monthsOf(`${year}年`, year, 1, 12),
    issue: Math.floor(i / 2) + 1,
    judgements: [],
    o: { ...numeric({ value, level, role }), status },
  }));

/** Each cell held against every point before it, as the rule is said. */
function heldAgainstAll(cells: readonly Stated[], oneLevel: boolean): string[] {
  const points: { cell: Stated; issues: Set<number> }[] = [];
  for (const cell of cells) {
    const known = points.find(
      ({ cell: p }) =>
        isSamePeriod(p.period, cell.period) &&
        (p.at === cell.at || !p.dated || !cell.dated) &&
        (p.o.level === cell.o.level || (oneLevel && (p.o.level === null || cell.o.level === null))) &&
        sameQuantity(p.o.quantity, cell.o.quantity) &&
        p.era === cell.era &&
        p.o.status === cell.o.status &&
        p.setter === cell.setter,
    );
    if (!known) points.push({ cell, issues: new Set([cell.issue]) });
    else {
      const { cell: p } = known;
      const o = cell.o.role === 'achieved' && p.o.role === 'baseline' ? cell.o : p.o;
      const { at, dated } = p.dated ? p : cell;
      known.issues.add(cell.issue);
      known.cell = { ...p, at, dated, o: { ...o, level: o.level ?? p.o.level ?? cell.o.level } };
    }
  }
  return points.map(({ cell, issues }) =>
    JSON.stringify([cell.at, cell.dated, cell.era, cell.o.role, cell.o.level, [...issues]]),
  );
}

test('numbers are one just where each is held against every one before it', () => {
  fc.assert(
    fc.property(fc.array(stated, { maxLength: 30 }), fc.boolean(), (all, oneLevel) => {
      const cells = cellsOf(all);
      const points = merged(cells, oneLevel).map(({ at, dated, era, o, issues }) =>
        JSON.stringify([at, dated, era, o.role, o.level, issues]),
      );
      expect(points.sort()).toEqual(heldAgainstAll(cells, oneLevel).sort());
    }),
  );
});
