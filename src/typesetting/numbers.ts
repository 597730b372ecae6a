import type { PhrasingContent, Text } from 'mdast';
import type { Observation } from '../domain/observation.ts';
import { chartAddress, figureAnchor } from '../publication/address.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import type { Tie } from '../reconcile/reconcile.ts';
import { closed } from '../wording/closed.ts';
import { tieTitle } from '../wording/tie-title.ts';
import { element } from './element.ts';

/** A leaf of the text by its place: which block of the text it is in, and where it begins in that block. */
interface Leaf {
  readonly index: number;
  readonly seam: number;
}

/** The numbers of a text that are tied, and what each becomes. */
export interface Numbers {
  readonly ties: readonly Tie[];
  readonly shown: (tie: Tie, text: string) => PhrasingContent;
}

/** Each number as a link: of a table to its chart, of the text to its row on the page. */
export const linkedNumbers = ({ issue, facts, ties }: ReconciledBulletin, base: string): Numbers => {
  const href = (o: Observation): string =>
    o.role === 'stated'
      ? `#${figureAnchor(facts, o)}`
      : base.replace(/\/$/, '') + chartAddress(issue.number, o.indicator ?? '');
  return {
    ties,
    shown: ({ of }, value) => ({
      type: 'link',
      url: href(of[0]!),
      data: { hProperties: { className: ['number'], title: tieTitle(of) } },
      children: [{ type: 'text', value }],
    }),
  };
};

/** In print a number is a number: what it rests on is told on the bulletin's page. It is not broken. */
export const printedNumbers = ({ ties }: ReconciledBulletin): Numbers => ({
  ties,
  shown: (_, value) => element('span', { className: ['whole'] }, [{ type: 'text', value }]),
});

/** A leaf's letters with its numbers as they are shown. */
export function withNumbers(value: string, { index, seam }: Leaf, { ties, shown }: Numbers): PhrasingContent[] {
  const end = seam + value.length;
  const pieces: PhrasingContent[] = [];
  let at = 0;
  for (const tie of ties.filter((t) => t.block === index && t.start >= seam && t.start < end)) {
    const start = tie.start - seam;
    const text = tie.text.trimEnd();
    pieces.push({ type: 'text', value: value.slice(at, start) });
    pieces.push(shown(tie, text));
    at = start + text.length;
  }
  pieces.push({ type: 'text', value: value.slice(at) });
  return tidy(pieces);
}

/** Without the typesetter's spaces and soft line breaks, beside numbers too. */
function tidy(pieces: PhrasingContent[]): PhrasingContent[] {
  for (const [i, piece] of pieces.entries()) {
    const own = piece.type === 'text' ? piece : innerText(piece);
    if (!own) continue;
    own.value = closed(own.value);
    if (isNumber(pieces[i + 1])) own.value = own.value.replace(/(?<=[\p{Script=Han}，。；：、）”])\s+$/u, '');
    if (isNumber(pieces[i - 1])) own.value = own.value.replace(/^\s+(?=\p{Script=Han})/u, '');
  }
  return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '');
}

const isNumber = (piece: PhrasingContent | undefined): boolean => piece !== undefined && piece.type !== 'text';

function innerText(piece: PhrasingContent): Text | undefined {
  const first = 'children' in piece ? piece.children[0] : undefined;
  return first?.type === 'text' ? first : undefined;
}
