import { pairsOf } from '../domain/conflict.ts';
import { isNumeric, type NumericObservation, type Observation } from '../domain/observation.ts';
import type { ParsedText } from '../ingest/bulletin.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { figuresOf, type Figure } from './figure/figure.ts';
import { isStatedBy } from './fit.ts';
import type { Tie } from './reconcile.ts';
import { namesOf } from './restated.ts';

/** Words that stand above or beside the text: the title, 牵头单位, a chart's title, what a picture shows. */
interface Caption {
  readonly what: string;
  readonly words: string;
  readonly at: Place;
}

/** Numbers of the captions that the bulletin states nowhere: each must be an observation of a thing that the caption names. */
export function captionProblems(
  file: string,
  text: ParsedText,
  all: readonly Observation[],
  ties: readonly Tie[],
  names: readonly string[],
  registry: Registry,
): Problem[] {
  const numeric = all.filter(isNumeric);
  // A change is named by its own words.
  const said = new Set(ties.filter(({ of }) => of.length > 1).map((tie) => tie.text.replace(/\s+/g, '')));
  return captionsOf(file, text).flatMap(({ what, words, at }) =>
    figuresOf(words, names, registry.units)
      .filter((figure) => !said.has(figure.text.replace(/\s+/g, '')) && !isObserved(figure, words, numeric, registry))
      .map((figure) => problem('prose/caption-number', at, figure.text, { what, words })),
  );
}

function captionsOf(file: string, { front, components, links }: ParsedText): Caption[] {
  const ofFront = (key: 'title' | 'lead', what: string): Caption[] =>
    front.issue ? [{ what, words: front.issue[key], at: { file, line: front.lineOf(key) } }] : [];
  return [
    ...ofFront('title', '标题'),
    ...ofFront('lead', '牵头单位'),
    ...components.flatMap(({ attributes, line }): Caption[] => {
      const title = attributes.get('title');
      return title === undefined ? [] : [{ what: '图的标题', words: title, at: { file, line } }];
    }),
    ...links.flatMap(({ alt, line }): Caption[] =>
      alt === null ? [] : [{ what: '图片的说明', words: alt, at: { file, line } }],
    ),
  ];
}

const isObserved = (figure: Figure, words: string, all: readonly NumericObservation[], registry: Registry): boolean => {
  const pieces = pairsOf(words);
  return all.some(
    (o) =>
      isStatedBy(figure, o, registry.units) &&
      namesOf(o, registry).some((name) => [...pairsOf(name)].some((piece) => pieces.has(piece))),
  );
};
