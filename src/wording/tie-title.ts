import type { Observation } from '../domain/observation.ts';
import { roleWord, spell } from './phrase.ts';

/** What a linked number of the text is, for those who cannot see where it leads: `网上可办率，2020年达到`; of a change both its numbers. */
export function tieTitle([first, second]: readonly Observation[]): string {
  if (!first) return '';
  return second ? `${named(first)}${spell(first)}与${named(second)}${spell(second)}的差` : named(first);
}

function named({ name, role, setter, period, area, asOf }: Observation): string {
  const time = role === 'stated' ? (asOf?.label ?? '') : `${period?.label ?? ''}${setter ?? ''}${roleWord(role)}`;
  return [area, name, time].filter(Boolean).join('，');
}
