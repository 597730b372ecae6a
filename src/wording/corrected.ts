import type { CorrectedFigure } from '../domain/correction.ts';
import type { Bulletin } from '../domain/issue.ts';

/** Figures that are told one by one; of more their number. */
const MOST = 3;

/**
 * What a figure was in print, so that no one attributes the new one to the bulletin: `2020年达到水平经更正为77.2%，通报原为97.2%`.
 * Without a full stop. @param codes of the indicators that are shown; all of the bulletin's, by name, without them
 */
export function correctedClauses({ corrected = [] }: Bulletin, codes?: ReadonlySet<string>): string[] {
  const shown = corrected.filter(
    ({ code, column }) => !codes || (code !== null && column !== '数值' && codes.has(code)),
  );
  const named = codes?.size !== 1;
  const told = shown.slice(0, MOST).map((figure) => clause(figure, named));
  const left = shown.length - told.length;
  return left > 0 ? [...told, `另有${left}个数经过更正`] : told;
}

/** The same of one figure of the text, by its name. */
export const correctedFact = ({ corrected = [] }: Bulletin, name: string): string[] =>
  corrected
    .filter(({ column, indicator }) => column === '数值' && indicator === name)
    .map((figure) => clause(figure, false));

/** The same as sentences. */
export const correctedSentences = (bulletin: Bulletin, codes?: ReadonlySet<string>): string[] =>
  correctedClauses(bulletin, codes).map((words) => `${words}。`);

function clause({ indicator, column, kind, printed, now }: CorrectedFigure, named: boolean): string {
  const what = `${named ? indicator : ''}${column === '数值' ? '' : column}`;
  const then = printed === '' ? '通报原来空着' : `通报原为${printed}`;
  if (now === '' || kind === '撤回') return `${what}已撤回，${then}`;
  return `${what}经${kind}为${now}，${then}`;
}
