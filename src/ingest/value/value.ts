import { BUILT_IN_UNITS, type Units } from '../../domain/unit.ts';
import type { GapStatus, NumericStatus, Role } from '../../domain/observation.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { halfWidth, hasInvisible, visible } from '../text/letters.ts';
import { BUILT_IN_LEVELS, type Levels } from '../text/level.ts';
import { meant } from './look-alike.ts';
import { unmarked } from './mark.ts';
import { readQuantity, type ReadQuantity } from './quantity.ts';
import { isRankUnit, notARank, plainRank } from './rank.ts';
import { isRefusal, refusal, type Refusal } from './refusal.ts';
import { columnWord } from './column-word.ts';
import { suspicion } from './suspicion.ts';

/** What a cell says. */
export type Value = NumericValue | GapValue | StatementValue;

interface Written {
  readonly level: string | null;
  readonly area: string | null;
  /** What the cell was read as, where that differs from what stands in it; null otherwise. */
  readonly normalised: string | null;
}

export interface NumericValue extends Written {
  readonly kind: 'number';
  readonly quantity: Quantity;
  readonly cumulative: boolean;
  readonly status: NumericStatus;
}

interface GapValue extends Written {
  readonly kind: 'gap';
  readonly word: string;
  readonly reason: string | null;
  readonly status: GapStatus;
}

interface StatementValue extends Written {
  readonly kind: 'statement';
  readonly text: string;
  readonly status: 'A';
}

export interface Context {
  /** Null where the row's unit is itself in doubt: then only the form of the number is checked. */
  readonly unit: string | null;
  readonly role: Role;
  /** Those of the root; without them the built-in ones. */
  readonly units?: Units;
  readonly levels?: Levels;
  /** The row's 备注, which explains footnote marks. */
  readonly note?: string | null;
}

/** A cell as it stands, as it is seen, and in half-width letters with single spaces. */
interface Letters {
  readonly raw: string;
  readonly seen: string;
  readonly text: string;
}

const UNQUALIFIED = { level: null, area: null, normalised: null } as const;

/** A cell of a table holds no essay; patterns are not tried on one. */
const LONGEST_CELL = 1000;

/**
 * One cell of a value column by the grammar of `data/README.md`. Never guesses: what is not one of the ways of writing
 * is refused, with the check that says why.
 */
export function readValue(raw: string, context: Context): Value | Refusal {
  if (raw.length > LONGEST_CELL) return refusal('value/unreadable');
  const seen = visible(raw);
  const letters: Letters = { raw, seen, text: halfWidth(meant(seen)).replace(/\s+/g, ' ') };
  return (
    unfilled(letters) ??
    readGap(letters, context) ??
    (context.role === 'frontier' ? readFrontier(letters, context) : foreign(letters)) ??
    readNumber(letters, context)
  );
}

function unfilled({ text }: Letters): Refusal | undefined {
  if (text === '') return refusal('value/blank');
  return text === '待填' ? refusal('value/to-fill') : undefined;
}

/** 暂缺 and 未公布: missing (SDMX O); 不适用: cannot exist (M); 未列: missing. The reason follows a mark, or 暂缺 itself. */
const GAP_PATTERN = new RegExp(
  [
    '^(?<word>暂\\s*缺|未\\s*公\\s*布|不\\s*适\\s*用|未\\s*列)',
    '(?:[(（](?<bracketed>.+)[)）]',
    '|\\s*[:：,，;；、]\\s*(?<marked>.+)',
    '|(?<=暂缺)\\s*(?<adjoining>\\p{Script=Han}.*)',
    '|\\s+(?<spaced>.+))?',
    '[。；;，,、]*$',
  ].join(''),
  'u',
);

/** 暂缺 with other words around it is nearly the documented word, so its check says which words there are. */
const GAP_WORD = /暂缺|未公布|不适用|未列/;

function readGap({ seen }: Letters, { role }: Context): GapValue | Refusal | undefined {
  const groups = GAP_PATTERN.exec(seen)?.groups;
  if (!groups) return undefined;
  if (role === 'stated') return refusal('value/missing-fact');
  if (/[0-9０-９]/.test(seen) && !isReasonWithDigits(groups)) return undefined;
  const word = groups['word']!.replace(/\s/g, '');
  const reason = groups['bracketed'] ?? groups['marked'] ?? groups['adjoining'] ?? groups['spaced'] ?? null;
  return {
    ...UNQUALIFIED,
    kind: 'gap',
    word,
    reason,
    status: word === '不适用' ? 'M' : 'O',
    normalised: word === groups['word'] ? null : [word, reason].filter(Boolean).join('：'),
  };
}

/** A sentence may hold digits; a number behind the word, or little more, is a value beside it. */
function isReasonWithDigits({ bracketed, marked }: Readonly<Record<string, string | undefined>>): boolean {
  const letters = (bracketed ?? marked ?? '').match(/\p{Script=Han}/gu) ?? [];
  return letters.length >= 5;
}

const AREA = /^([\p{Script=Han}]{2,12})[:：]\s*(.+)$/u;
/** What looks like the name of a place, and not like `省定目标`. */
const PLACE = /(?:省|市|区|县|州|盟|旗|国|北京|天津|上海|重庆|深圳|广州|杭州|香港|澳门|台湾)$/;
/** A long statement in the bulletin's own words: the one place it begins with, what it says after its last colon. */
const QUOTED = /^(\p{Script=Han}{2,7}?(?:省|市|自治区|特别行政区))(?![、和与及])[^\d%]*[:：]([^:：\d]+)$/u;
/** Our own government speaking of itself; 我市 is 市级. */
const OURS = /^我([省市县区])(?:已经?|现)?(?:达到?|为)?\s*/;

/** Only a frontier may be another place's. */
function foreign({ seen }: Letters): Refusal | undefined {
  const [, area, content] = AREA.exec(seen) ?? [];
  if (area === undefined || !PLACE.test(area) || OURS.test(area)) return undefined;
  return /[0-9０-９]/.test(content!) ? refusal('value/area', { area }) : undefined;
}

/** Another place's level: a number or a statement, always with the place. */
function readFrontier({ seen, text }: Letters, context: Context): Value | Refusal | undefined {
  const [, area, content] = areaIn(seen) ?? [];
  if (area === undefined || content === undefined || (context.levels ?? BUILT_IN_LEVELS).pattern.test(area))
    return isStatementAlone(text) ? refusal('value/no-area') : undefined;
  const inner = readValue(content, { ...context, role: 'achieved' });
  if (!isRefusal(inner)) return { ...inner, area };
  if (inner.code !== 'value/text' && inner.code !== 'value/unreadable') return inner;
  if (isStatement(content)) return { ...UNQUALIFIED, kind: 'statement', text: content, status: 'A', area };
  return inner.code === 'value/text' ? refusal('value/unreadable') : inner;
}

function areaIn(seen: string): RegExpExecArray | null {
  const plain = AREA.exec(seen);
  return plain && (plain[1]!.length <= 4 || PLACE.test(plain[1]!)) ? plain : QUOTED.exec(seen.replace(/。$/, ''));
}

/** Words without a number, a gap or the mark of a mistake: a statement that lacks its place. */
const isStatementAlone = (text: string): boolean =>
  !/\d/.test(text) &&
  /\p{Script=Han}{2}/u.test(text) &&
  !GAP_WORD.test(text) &&
  !suspicion(text, text, null, undefined);

/** A statement may hold a number, but does not begin with one: `99.5%；北京市：99%` is two values. */
const isStatement = (content: string): boolean =>
  /\p{Script=Han}{2}/u.test(content) && !/^\P{Script=Han}*\d/u.test(halfWidth(content));

const EXPECTED_BEFORE = /^(?:预计|预期|力争)(?:能|将|可)?(?:达到?|为|完成)?\s*/;
const EXPECTED_AFTER = /\s*[(（](?:预计|预期|力争)[)）]$/;
/** Full-width signs that belong to the documented ways of writing, so that reading them changes nothing. */
const FREE = /[（）：～＞＜]/g;

function readNumber(letters: Letters, context: Context): NumericValue | Refusal {
  const { level, rest } = levelIn(letters.text, context.levels);
  const expected = EXPECTED_BEFORE.test(rest) || EXPECTED_AFTER.test(rest);
  const bare = unmarked(rest.replace(EXPECTED_BEFORE, '').replace(EXPECTED_AFTER, ''), context.note ?? null);
  if (isRefusal(bare)) return bare;
  const read = readCounted(bare.rest, context);
  if (isRefusal(read)) return read.code === 'value/unreadable' ? noNumber(letters.text, context) : read;
  if (expected && (context.role === 'baseline' || context.role === 'target'))
    return refusal('value/expected-role', { role: columnWord(context.role) });
  return {
    kind: 'number',
    quantity: read.quantity,
    cumulative: bare.cumulative,
    status: expected ? 'F' : 'A',
    level,
    area: null,
    normalised: isChanged(letters) || read.grouped ? letters.text.replace(/(\d),(?=\d{3})/g, '$1') : null,
  };
}

/** Whether the cell is read otherwise than it is written, but for signs that are free. */
function isChanged({ raw, seen }: Letters): boolean {
  const bound = seen.replace(FREE, '');
  return hasInvisible(raw) || halfWidth(meant(bound)) !== bound;
}

/** A number in its unit; of places, one that is counted from 1. */
function readCounted(text: string, { unit, units = BUILT_IN_UNITS }: Context): ReadQuantity | Refusal {
  if (!isRankUnit(unit, units)) return readQuantity(text, unit, units);
  const read = readQuantity(plainRank(text), unit, units);
  const value = isRefusal(read) || read.quantity.kind === 'range' ? undefined : read.quantity.value;
  return (value === undefined ? undefined : notARank(value)) ?? read;
}

/** 市级 70.41%, 我市已达到97.2%. */
function levelIn(text: string, levels: Levels = BUILT_IN_LEVELS): { level: string | null; rest: string } {
  const named = levels.pattern.exec(text);
  const found = named ?? OURS.exec(text);
  if (!found) return { level: null, rest: text };
  return { level: named ? found[1]! : `${found[1]}级`, rest: text.slice(found[0].length) };
}

function noNumber(text: string, { role }: Context): Refusal {
  if (/\d/.test(text)) return refusal('value/unreadable');
  return GAP_WORD.test(text) ? refusal('value/bare-missing') : refusal('value/text', { role: columnWord(role) });
}
