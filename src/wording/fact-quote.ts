import type { Bulletin } from '../domain/issue.ts';
import { isExpected, isNumeric, type Observation } from '../domain/observation.ts';
import { speakerOf, type Speaker } from '../publication/speaker.ts';
import { correctedFact } from './corrected.ts';
import { inItsPlace } from './look-alike.ts';
import { chineseDate, spell, spellNumber } from './phrase.ts';
import { placeWord } from './place.ts';

/**
 * A figure of the text as a sentence to copy: who says it where, as of when, and what it is not. Made of the figure alone;
 * what the bulletin leaves open is said to be open.
 */
export function factQuote(fact: Observation, bulletin: Bulletin, speaker: Speaker): string {
  const { issue, lookAlikes } = bulletin;
  const { office, series } = speakerOf(speaker, issue);
  const others = lookAlikes
    .filter((pair) => pair.fact === fact)
    .map(({ other }) => `与${inItsPlace(other)}不是同一个数`);
  const remarks = [
    fact.level ?? '',
    fact.asOf === null ? '通报未注明时点' : '',
    ...others,
    ...correctedFact(bulletin, fact.name),
  ].filter(Boolean);
  const time = fact.asOf === null ? '' : `截至${fact.asOf.label}，`;
  const source = `${office}《${series}》第${issue.number}期（${chineseDate(issue.date)}）${placeWord(fact.source.place)}`;
  return `${source}：${time}${stated(fact)}${remarks.length > 0 ? `（${remarks.join('；')}）` : ''}。`;
}

/** 新华区网上可办率为98.9%, 用户预计为85人. */
function stated(fact: Observation): string {
  const name = `${fact.area ?? ''}${fact.name}`;
  if (!isNumeric(fact)) return `${name}：${spell(fact)}`;
  return `${name}${isExpected(fact) ? '预计' : ''}为${spellNumber(fact)}`;
}
