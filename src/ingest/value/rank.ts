import type { Units } from '../../domain/unit.ts';
import { refusal, type Refusal } from './refusal.ts';

const WRITTEN = /^(?:并列第?|第)\s*(\d+(?:\.\d+)?)\s*(?:位|名次?)?$/;

export const isRankUnit = (unit: string | null, units: Units): boolean =>
  unit !== null && units.find(unit)?.kind === '位次';

/** `前10位`, `进入前10名`: a rank of 10 or better. */
const AMONG = /^(?:进入|保持在?)?前\s*(\d+(?:\.\d+)?)\s*(?:位|名次?)?$/;

/** `第5位`, `并列第1名`, `并列1` as the number that `5` is, `前10位` as `10以内`; anything else as it stands. */
export function plainRank(text: string): string {
  const among = AMONG.exec(text)?.[1];
  return among === undefined ? (WRITTEN.exec(text)?.[1] ?? text) : `${among}以内`;
}

/** Places are counted from 1. */
export const notARank = (value: string): Refusal | undefined =>
  /^[1-9]\d*$/.test(value) ? undefined : refusal('value/rank');
