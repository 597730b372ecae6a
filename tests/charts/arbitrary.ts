import fc from 'fast-check';
import type { Size } from '../../src/charts/draw/theme.ts';
import type { Cells } from './fixture.ts';

// Some numbers come up often, so that marks fall on one another.
const digits = fc.oneof(
  fc.integer({ min: 0, max: 1040 }).map((n) => n / 10),
  fc.constantFrom(0, 0.4, 60, 61, 62, 99.9, 100, 100),
);
// Of some tables all numbers lie close together, of some they fall.
const close = fc.constantFrom(99.95, 99.961, 99.97, 99.973, 99.98);
const falling = fc.integer({ min: -300, max: 40 }).map((n) => n / 10);
const cell = (numbers: fc.Arbitrary<number>, ...more: string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      numbers,
      fc.constantFrom('', '', '', '≥', '≤', '约', '县级 ', ...more),
      fc.constantFrom('', '', '', '余', '—'),
    )
    .map(([n, before, after]) => {
      if (before) return `${before}${n}`;
      return after === '—' ? `${n}—${Math.abs(n) + 3}` : `${n}${after}`;
    });
const gap = fc.constantFrom('', '暂缺', '未公布');
const row = (numbers: fc.Arbitrary<number>): fc.Arbitrary<Cells> =>
  fc.tuple(
    fc.constantFrom(
      '办结率',
      '不见面审批事项占比（不含涉密事项）',
      '法人和其他组织统一社会信用代码赋码数据归集质量指标按期整改率',
    ),
    fc.oneof({ weight: 4, arbitrary: cell(numbers) }, gap),
    fc.oneof({ weight: 4, arbitrary: cell(numbers) }, gap),
    fc.oneof({ weight: 4, arbitrary: cell(numbers, '预计', '预计') }, gap),
    fc.oneof(
      cell(numbers),
      cell(numbers).map((c) => `新疆维吾尔自治区：${c}`),
      gap,
      fc.constant('上海市：实现综合窗口全覆盖、全流程、全时段服务，企业群众办事只进一扇门'),
    ),
  );
/** Tables of any numbers, bounds, ranges, 概数, levels and gaps, drawn wide and narrow. */
export const tables = fc.record({
  rows: fc
    .constantFrom(digits, digits, digits, close, falling)
    .chain((numbers) => fc.array(row(numbers), { minLength: 1, maxLength: 4 })),
  unit: fc.constantFrom('%', '分', '工作日'),
  size: fc.constantFrom<Size>('wide', 'narrow'),
});
