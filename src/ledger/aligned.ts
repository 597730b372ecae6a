interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where two lists differ: what stands in one and what in its place in the other, either of which may be nothing. */
export interface Gap {
  readonly was: Range;
  readonly is: Range;
}

/** Comparisons at most: beyond it, all that lies between what is common at both ends is one gap. */
const MOST = 4_000_000;

/** The gaps between two lists by their longest common subsequence. */
export function aligned(then: readonly string[], now: readonly string[]): Gap[] {
  let start = 0;
  while (start < then.length && start < now.length && then[start] === now[start]) start += 1;
  let [was, is] = [then.length, now.length];
  while (was > start && is > start && then[was - 1] === now[is - 1]) [was, is] = [was - 1, is - 1];
  if (was === start && is === start) return [];
  const [a, b] = [then.slice(start, was), now.slice(start, is)];
  return a.length * b.length > MOST
    ? [{ was: { start, end: was }, is: { start, end: is } }]
    : gapsOf(a, b, commonLengths(a, b), start);
}

/** `lengths[i][j]`: of the longest common subsequence of what follows `i` and `j`. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

function gapsOf(a: readonly string[], b: readonly string[], lengths: readonly Uint16Array[], offset: number): Gap[] {
  const gaps: Gap[] = [];
  let [i, j, from, to] = [0, 0, 0, 0];
  const close = (): void => {
    if (i > from || j > to)
      gaps.push({
        was: { start: from + offset, end: i + offset },
        is: { start: to + offset, end: j + offset },
      });
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      close();
      [i, j] = [i + 1, j + 1];
      [from, to] = [i, j];
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) i += 1;
    else j += 1;
  }
  close();
  return gaps;
}
