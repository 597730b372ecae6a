import type { Units } from '../../domain/unit.ts';
import { refusal, type Refusal } from './refusal.ts';

const WRITTEN = /^(?:并列)?第\s*(\d+(?:\.\d+)?)\s*(?:位|名次?)?$/;

export const isRankUnit = (unit: string | null, units: Units): boolean =>
  unit !== null && units.find(unit)?.kind === '位次';

/** `第5位`, `并列第1名` as the number that `5` is; anything else as it stands. */
export const plainRank = (text: string): string => WRITTEN.exec(text)?.[1] ?? text;

/** Places are counted from 1. */
export const notARank = (value: string): Refusal | undefined =>
  /^[1-9]\d*$/.test(value) ? undefined : refusal('value/rank');
