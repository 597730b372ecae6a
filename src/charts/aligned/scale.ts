/** A mark of a row: how far from its target, in the row's unit, better to the right; and the px it needs beyond its centre. */
export interface Reach {
  readonly unit: string;
  readonly offset: number;
  readonly left: number;
  readonly right: number;
}

/** Where every target stands, and for each unit how many px make one. */
export interface AlignedScale {
  readonly width: number;
  readonly zero: number;
  readonly perUnit: ReadonlyMap<string, number>;
}

const STEP = 2;

/**
 * One place for all targets that leaves every unit as much of the width as it can have: rows of one unit share a scale, and
 * nothing reaches beyond the drawing.
 */
export function alignedScale(reaches: readonly Reach[], width: number): AlignedScale {
  const byUnit = [...Map.groupBy(reaches, ({ unit }) => unit)];
  const zeros = Array.from({ length: Math.floor(width / STEP) + 1 }, (_, i) => i * STEP);
  const scales = byUnit.map(([, marks]) => zeros.map((zero) => densest(marks, zero, width)));
  const best = scales.map((all) => Math.max(...all));
  const share = (i: number): number => Math.min(1, ...scales.map((all, u) => (best[u] ? all[i]! / best[u] : 0)));
  const chosen = zeros.reduce((most, _, i) => (share(i) > share(most) ? i : most), 0);
  return {
    width,
    zero: zeros[chosen]!,
    perUnit: new Map(byUnit.map(([unit], u) => [unit, Math.min(scales[u]![chosen]!, width)])),
  };
}

/** The most px a unit may take with the targets at `zero`; 0 where some mark has no room at all. */
function densest(marks: readonly Reach[], zero: number, width: number): number {
  const rooms = marks.map(({ offset, left, right }) => {
    if (zero - left < 0 || zero + right > width) return 0;
    if (offset === 0) return Infinity;
    return offset > 0 ? (width - right - zero) / offset : (zero - left) / -offset;
  });
  const least = Math.min(...rooms);
  return least === Infinity ? width : least;
}
