import type { NumericObservation } from '../domain/observation.ts';
import { closed } from './closed.ts';
import { roleWord, spell } from './phrase.ts';
import { placeWord } from './place.ts';

/**
 * What a mark of a chart says to who looks at it closely, a line each: whose number, the number and of what time, where it stands,
 * and what the bulletin says of it.
 */
export function reading(o: NumericObservation): string {
  const { name, area, level, asOf, note, source } = o;
  const conditions = [level ?? '', asOf ? `截至${asOf.label}` : ''].filter(Boolean);
  return [
    [area, name].filter(Boolean).join(''),
    `${headingOf(o)}：${spell(o)}${conditions.length > 0 ? `（${conditions.join('，')}）` : ''}`,
    `出处：第${source.issue}期${placeWord(source.place)}`,
    ...(source.sentence === null ? [] : [`“${closed(source.sentence)}”`]),
    ...(note === null ? [] : [note]),
  ].join('\n');
}

const headingOf = ({ role, period, setter }: NumericObservation): string =>
  role === 'stated' ? roleWord(role) : `${period?.label ?? ''}${setter ?? ''}${roleWord(role)}`;
