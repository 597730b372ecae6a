import { isNumeric, type NumericObservation, type Relation } from '../../domain/observation.ts';
import { sameQuantity } from '../../domain/quantity.ts';
import type { Proposal } from './name.ts';
import type { Mention } from './mention.ts';
import type { Standing } from './standing.ts';

/** What a number of the text is to another figure. */
export interface Related {
  readonly name: string;
  readonly relation: Relation['kind'];
  /** What a person is asked about it. */
  readonly message: (name: string) => string;
}

export interface Surroundings {
  /** Names that the numbers before it were given, by their turn. */
  readonly given: ReadonlyMap<number, string>;
  /** What of the tables each number says again. */
  readonly stated: readonly (NumericObservation | undefined)[];
  readonly standing: Standing;
}

/** The relation that the words make evident: a part, the value before a change, or one of both that the tables have too. */
export function relationOf(
  names: readonly Proposal[],
  i: number,
  numbers: readonly Mention[],
  around: Surroundings,
): Related | undefined {
  const { part, change, base } = names[i]!;
  const whole = part === null ? undefined : around.given.get(part);
  if (whole !== undefined)
    return { name: whole, relation: '其中', message: (name) => `“${name}”记为“${whole}”的一部分` };
  const of = base === null ? undefined : around.stated[base]?.name;
  if (of !== undefined) return related(of, '基期');
  if (change === null) return undefined;
  const at = change.is === 'before' ? i + 1 : i;
  const reached = around.stated[at]?.name ?? rowReached(change.what, numbers, at, around.standing);
  return reached === undefined ? undefined : related(reached, change.is === 'before' ? '基期' : '重述');
}

const related = (of: string, relation: '基期' | '重述'): Related => ({
  name: of,
  relation,
  message: (name) => `“${name}”记为“${of}”的“${relation}”`,
});

/** The one row of a table that has reached this number, and whose name ends with the words of the text. */
function rowReached(what: string, numbers: readonly Mention[], at: number, { bulletin }: Standing): string | undefined {
  const { quantity, unit } = numbers[at]!;
  const names = (bulletin?.observations ?? []).flatMap((o) =>
    isNumeric(o) &&
    o.role === 'achieved' &&
    o.unit === unit &&
    sameQuantity(o.quantity, quantity) &&
    isCalled(o.name, what)
      ? [o.name]
      : [],
  );
  const [only, ...others] = new Set(names);
  return others.length === 0 ? only : undefined;
}

const isCalled = (name: string, what: string): boolean => what.length >= 2 && name.endsWith(what);
