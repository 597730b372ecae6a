import { refusal, type Refusal } from './refusal.ts';

/** What stands around a number and is not part of it. */
export interface Unmarked {
  readonly kind: 'unmarked';
  readonly rest: string;
  /** 〔13.5〕: the sum over the years of a plan. */
  readonly cumulative: boolean;
}

const FOOTNOTE = /(?<=[\d%‰\p{Script=Han}]\s*)(?:[*＊]+|[①-⑳]|※|△)$/u;
const CUMULATIVE = /^〔\s*([^〔〕]*\d[^〔〕]*?)\s*〕(.*)$/;
const OTHER_BRACKETS = /^[[［【]\s*-?[\d.]+\s*%?\s*[\]］】]/;

/**
 * A value without its footnote mark, which the note must explain, and without the brackets of a cumulative one.
 * @param note the row's 备注
 */
export function unmarked(text: string, note: string | null): Unmarked | Refusal {
  if (OTHER_BRACKETS.test(text)) return refusal('value/cumulative-brackets');
  const mark = /\d/.test(text) ? FOOTNOTE.exec(text)?.[0] : undefined;
  if (mark !== undefined && !note?.replace(/＊/g, '*').includes(mark.replace(/＊/g, '*')))
    return refusal('value/footnote', { mark });
  const bare = mark === undefined ? text : text.slice(0, -mark.length).trim();
  const [, inner, behind] = CUMULATIVE.exec(bare) ?? [];
  return { kind: 'unmarked', rest: inner === undefined ? bare : `${inner}${behind}`, cumulative: inner !== undefined };
}
