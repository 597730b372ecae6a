import { BUILT_IN_UNITS } from '../domain/unit.ts';
import { site } from '../site.ts';

/**
 * The pieces of a head, a label, a title or a name: a line may break between two of them and nowhere else. Joined they are
 * the text. Words are those of ICU's dictionary in the Node that builds; the letters that it leaves single are joined to a
 * word, since it knows 占比, 整改 and 受理率 only letter by letter. By 禁则 (GB/T 15834—2011 §5.1) no piece begins with a closing
 * mark or ends with an opening one; a number stays with its unit and with the letter before it (第48期, 达97.2%), one
 * without a unit with the word before it (附件1, 待评2).
 */
export function words(text: string): readonly string[] {
  const known = WORDS.get(text);
  if (known) return known;
  const pieces = joined(singles(tokens(text)));
  WORDS.set(text, pieces);
  return pieces;
}

/** The same few names and heads stand on every page. */
const WORDS = new Map<string, readonly string[]>();

/** The pieces of running text: it may break between any two Chinese letters, but not within a number with its unit. */
export const letters = (text: string): readonly string[] => text.match(LETTER) ?? [];

/** Text in turn: what may break anywhere, and a number with its unit, a date, which may not. */
export function numbersApart(text: string): { readonly text: string; readonly whole: boolean }[] {
  const parts: { text: string; whole: boolean }[] = [];
  let at = 0;
  for (const { 0: whole, index } of text.matchAll(WHOLE)) {
    if (index > at) parts.push({ text: text.slice(at, index), whole: false });
    parts.push({ text: whole, whole: /\D/u.test(whole) });
    at = index + whole.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), whole: false });
  return parts;
}

const CLOSING = '，。；：、！？）》〉”’」』】〕％%…—';
const OPENING = '（《〈“‘「『【〔(';
const UNIT = BUILT_IN_UNITS.pattern;
/** 12个工作日 counts 工作日 by 个: both belong to the number. */
const NUMBER = `[约近]?[+−-]?\\d[\\d.,]*(?:[余多]?\\s?个?(?:${UNIT}|月|期|行))?(?:以上|以下|左右)?`;
const RANGE = `${NUMBER}(?:[—～至]${NUMBER})?`;
const DATE = '\\d+年\\d+(?:[—至]\\d+)?月(?:\\d+日)?';
/** Whole in running text alone: a head has no room for it. */
const QUARTER = '\\d+年(?:[一二三四]季度|[上下]半年)';
const WHOLE = new RegExp(`单位：[^；。）]{1,12}(?=[；。）]|$)|${site.city}|${QUARTER}|${DATE}|第?${RANGE}`, 'gu');
const LETTER = new RegExp(`[${OPENING}]*(?:\\p{Script=Latin}*${NUMBER}|\\p{Script=Latin}+|\\s|[^])[${CLOSING}]*`, 'gu');

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

interface Token {
  readonly text: string;
  readonly kind: 'word' | 'single' | 'number' | 'mark';
}

const HAN = /^\p{Script=Han}$/u;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  const segment = (between: string): void => {
    for (const { segment: one, isWordLike } of segmenter.segment(between)) {
      if (HAN.test(one)) found.push({ text: one, kind: 'single' });
      else found.push({ text: one, kind: isWordLike ? 'word' : 'mark' });
    }
  };
  for (const { 0: number, index } of text.matchAll(NUMERIC)) {
    segment(text.slice(at, index));
    found.push({ text: number, kind: 'number' });
    at = index + number.length;
  }
  segment(text.slice(at));
  return found;
}

/** What a label never parts: a number with what is written to it (PM2.5, 2022年1—7月, 80%以上), the name of the place. */
const NUMERIC = new RegExp(`${site.city}|${DATE}|\\p{Script=Latin}*${RANGE}`, 'gu');

/** Letters that begin a word of their own, or are one: they lean on what follows. */
const LEANS_ON_NEXT = '不未无非每各与和及或同对将把被为在由从向以均都也还已仍只共其再最第';
/** Before a word: 一季度, but 其一. */
const NUMERALS = '一二三四五六七八九十';
/** Letters that lean on the word before them, whatever follows. */
const LEANS_ON_LAST = '的了地得着们';
/** Words of bulletins that the dictionary knows only letter by letter, where they would run together: 即办件占比. */
const VOCABULARY = [
  '即办件',
  '优化',
  '营商',
  '占比',
  '办件',
  '办结',
  '整改',
  '差评',
  '高频',
  '省定',
  '国定',
  '市定',
  '自定',
  '增速',
];

/** Single letters beside each other are one word (整改率, 五减一优), as far as no known word and no particle is among them. */
function singles(found: readonly Token[]): Token[] {
  const out: Token[] = [];
  let run = '';
  const end = (): void => {
    for (const [text] of run.matchAll(RUN)) out.push({ text, kind: text.length === 1 ? 'single' : 'word' });
    run = '';
  };
  for (const token of found) {
    if (token.kind === 'single') run += token.text;
    else {
      end();
      out.push(token);
    }
  }
  end();
  return out;
}

const STOP = `${VOCABULARY.join('|')}|[${LEANS_ON_LAST}]|[${LEANS_ON_NEXT}]`;
const RUN = new RegExp(`${VOCABULARY.join('|')}|[${LEANS_ON_LAST}]|[^](?:(?!${STOP})[^])*`, 'gu');

/** Pieces of the tokens: marks on the side where they belong, single letters to a neighbour. */
function joined(found: readonly Token[]): string[] {
  const out: string[] = [];
  /** Whether the next token belongs to the last piece. */
  let open = true;
  for (const [i, token] of found.entries()) {
    const next = found[i + 1];
    const stays = belongsToLast(token, found[i - 1], next);
    if (open || stays) out.push((out.pop() ?? '') + token.text);
    else out.push(token.text);
    open = isOpen(token, stays, next);
  }
  return out;
}

/** Whether a token stays with what stands before it. */
function belongsToLast(token: Token, last: Token | undefined, next: Token | undefined): boolean {
  if (token.kind === 'mark') return !isOpening(token);
  if (token.kind === 'number') return /^\d+$/u.test(token.text) && last?.kind === 'word';
  if (token.kind !== 'single' || last === undefined || last.kind === 'mark') return false;
  if (LEANS_ON_LAST.includes(token.text)) return true;
  if (next === undefined || next.kind === 'mark') return true;
  return next.kind !== 'number' && !(LEANS_ON_NEXT + NUMERALS).includes(token.text);
}

/** Whether what follows a token stays with it. */
function isOpen(token: Token, stays: boolean, next: Token | undefined): boolean {
  if (isOpening(token) || GLUE.test(token.text)) return true;
  if (next === undefined || next.kind === 'mark') return false;
  if (token.kind === 'number') return /\d$/u.test(token.text);
  return token.kind === 'single' && !stays;
}

const isOpening = ({ text }: Token): boolean => OPENING.includes(text);
const GLUE = /^[/·.-]$/u;
