import type { Unread } from '../ingest/table/located.ts';
import { placeKey } from '../ingest/text/place.ts';
import type { Observation } from '../domain/observation.ts';
import { isNumeric, quantityOf, type Numeric } from '../domain/observation.ts';
import type { Quantity } from '../domain/quantity.ts';
import { spell } from '../wording/phrase.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { mentions, type Block, type Mention } from '../ingest/prose/blocks.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';

/** A number of the text tied to the observation it states; undefined where it is none's. */
export interface Tie {
  readonly block: number;
  readonly start: number;
  readonly text: string;
  readonly o: Observation | undefined;
}

export interface Claim {
  readonly o: Observation;
  /** Where a figure that the text lacks is reported; undefined where it need not stand in the text. */
  readonly at: Place | undefined;
  /** The cell that says where in the text it stands. */
  readonly place: Place;
}

export interface Reconciled {
  /** In reading order. */
  readonly ties: readonly Tie[];
  /** By observation: the sentence it stands in. */
  readonly sentences: ReadonlyMap<Observation, string>;
  /** Figures that their section lacks. */
  readonly missing: readonly Observation[];
  readonly problems: readonly Problem[];
}

interface Setting {
  readonly file: string;
  readonly issue: number;
  readonly names: readonly string[];
  /** Figures that could not be read; null where whole files or rows were lost. */
  readonly unread: readonly Unread[] | null;
}

/**
 * 对账: every number of the text is an observation of its section, digits as printed, and every figure of the data
 * stands in its section. A figure that could not be read may be any number of its place, so as many are passed over.
 */
export function reconcile(text: readonly Block[], claims: readonly Claim[], setting: Setting): Reconciled {
  const numeric = claims.filter((c) => isNumeric(c.o));
  const byPlace = Map.groupBy(numeric, (c) => placeKey(c.o.source.place));
  const byValue = Map.groupBy(numeric, (c) => c.o.value!);
  const byBoth = Map.groupBy(numeric, (c) => `${placeKey(c.o.source.place)}|${c.o.value}`);
  const problems: Problem[] = [];
  const ties: Tie[] = [];
  const sentences = new Map<Observation, string>();
  const used = new Map<string, number>();
  const strays: Stray[] = [];
  for (const [index, block] of text.entries()) {
    const here = byPlace.get(placeKey(block.place)) ?? [];
    for (const mention of mentions(block.text, setting.names)) {
      if (block.seams.some((seam) => seam > mention.start && seam < mention.start + mention.text.trimEnd().length)) {
        problems.push(problem('prose/split-number', { file: setting.file, line: block.line }, mention.text));
      }
      const fits = (byBoth.get(`${placeKey(block.place)}|${mention.quantity.value}`) ?? []).filter(({ o }) =>
        states(mention, o as Numeric),
      );
      const key = `${block.place}|${mention.text.replace(/\s/g, '')}`;
      const turn = used.get(key) ?? 0;
      used.set(key, turn + 1);
      const o = (fits[turn] ?? fits.at(-1))?.o;
      if (o && fits.every((fit) => otherwise(fit.o, block.text, mention))) {
        const at = { file: setting.file, line: block.line + lineBreaks(block.text, mention) };
        problems.push(
          problem('prose/differs', at, mention.text.trim(), { other: spell(o), where: o.name, what: '是否预计' }),
        );
      }
      ties.push({ block: index, start: mention.start, text: mention.text, o });
      if (o) for (const fit of fits) sentences.set(fit.o, sentences.get(fit.o) ?? sentence(block.text, mention.start));
      else
        strays.push({
          mention,
          block,
          ...stray(
            mention,
            block,
            here.map((c) => c.o as Numeric),
            byValue.get(mention.quantity.value) ?? [],
            setting,
          ),
        });
    }
  }
  // A number that differs in unit or qualifier is told at its place in the text.
  const told = new Set(strays.flatMap((s) => s.differs ?? []));
  const missing = claims.filter(({ o, at }) => at && isNumeric(o) && !sentences.has(o) && !told.has(o));
  const straysOf = Map.groupBy(strays, (s) => s.mention.quantity.value);
  const elsewhere = new Map(
    missing.flatMap((claim) => {
      const stray = straysOf
        .get(claim.o.value!)
        ?.find((s) => claim.o.role === 'stated' && states(s.mention, claim.o as Numeric));
      return stray ? [[claim, stray] as const] : [];
    }),
  );
  const moved = new Set(elsewhere.values());
  for (const p of unclaimed(
    strays.filter((s) => !moved.has(s)),
    setting.unread,
  ))
    problems.push(p);
  for (const p of absent(missing, elsewhere, claims)) problems.push(p);
  return { ties, sentences, missing: missing.map((c) => c.o), problems };
}

interface Stray {
  readonly mention: Mention;
  readonly block: Block;
  readonly problem: Problem;
  /** The figure it states otherwise. */
  readonly differs?: Observation | undefined;
}

/** Figures that their section lacks: in another section, a whole row of a table, or the number itself. */
function absent(missing: readonly Claim[], elsewhere: ReadonlyMap<Claim, Stray>, claims: readonly Claim[]): Problem[] {
  const rowOf = ({ place }: Claim): string => `${place.file}|${place.row}`;
  const rows = Map.groupBy(missing, rowOf);
  const whole = Map.groupBy(
    claims.filter((c) => isNumeric(c.o)),
    rowOf,
  );
  return [...rows].flatMap(([row, lost]): Problem[] => {
    const [first] = lost as [Claim];
    const place = first.o.source.place || '（空）';
    const stray = elsewhere.get(first);
    if (stray)
      return [problem('prose/other-section', first.place, spell(first.o), { place, actual: stray.block.place })];
    if (lost.length > 1 && lost.length === whole.get(row)!.length)
      return [problem('prose/row-not-in-text', first.place, lost.map((c) => spell(c.o)).join('、'), { place })];
    return lost.map(({ o, at }) => problem('prose/not-in-text', at!, spell(o), { place }));
  });
}

function states(m: Mention, o: Numeric): boolean {
  return sameQuantity(m.quantity, quantityOf(o)) && (m.unit === undefined || m.unit === o.unit);
}

/** Whether the text expects what the figure has reached, or says nothing of expecting what the figure only expects. */
function otherwise(o: Observation, text: string, { start, text: written }: Mention): boolean {
  if (o.status === 'F') return !/预计|预期|力争|有望|争取|计划|目标|将|拟/.test(sentence(text, start));
  const clause = /[^，。；,;\n]*$/.exec(text.slice(0, start))![0];
  const near = o.role === 'achieved' ? /预计|预期|力争/ : /(?:预计|预期|力争)(?:能|将|可)?(?:达到?|为|完成)?\s*$/;
  return (
    (o.role === 'achieved' || o.role === 'stated') &&
    (near.test(clause) || /^[(（](?:预计|预期|力争)[)）]/.test(text.slice(start + written.length)))
  );
}

const lineBreaks = (text: string, m: Mention): number => text.slice(0, m.start).match(/\n/g)?.length ?? 0;

const sameQuantity = (a: Quantity, b: Quantity): boolean =>
  a.value === b.value && a.upper === b.upper && a.comparator === b.comparator;

function stray(
  m: Mention,
  block: Block,
  here: readonly Numeric[],
  claims: readonly Claim[],
  { file, issue }: Setting,
): { problem: Problem; differs?: Observation } {
  const at = { file, line: block.line + lineBreaks(block.text, m) };
  const found = m.text.trim();
  const alike = here.find((o) => o.value === m.quantity.value || Number(o.value) === Number(m.quantity.value));
  if (alike) {
    const what = !sameQuantity(m.quantity, quantityOf(alike))
      ? alike.value === m.quantity.value
        ? '限定词'
        : '小数位'
      : '单位';
    return {
      problem: problem('prose/differs', at, found, { other: spell(alike), where: alike.name, what }),
      differs: alike,
    };
  }
  const elsewhere = claims.find(({ o }) => isNumeric(o) && states(m, o));
  const near = elsewhere ? `；“${elsewhere.o.name}”有这个数，出处写的是“${elsewhere.o.source.place}”` : '';
  const context = block.text
    .slice(Math.max(0, m.start - 10), m.start + m.text.length + 4)
    .replace(/\s+/g, ' ')
    .trim();
  return {
    problem: problem('prose/unregistered-number', at, found, { place: block.place, context, near, number: issue }),
  };
}

/** Strays left after each unreadable figure has taken the number it prints, or else any one of its section. */
function unclaimed(strays: readonly Stray[], unread: readonly Unread[] | null): Problem[] {
  if (unread === null) return [];
  const left = [...strays];
  const fits = (u: Unread, s: (typeof left)[number]): boolean =>
    u.place === null || placeKey(u.place) === placeKey(s.block.place);
  for (const u of unread) {
    const printed = halfWidth(u.printed).replace(/,/g, '');
    const exact = left.findIndex((s) => fits(u, s) && printed.includes(s.mention.quantity.value));
    const any = exact >= 0 ? exact : left.findIndex((s) => fits(u, s));
    if (any >= 0) left.splice(any, 1);
  }
  return left.map((s) => s.problem);
}

/** The sentence around a position: from the last full stop to the next, 。！？ or ；. */
function sentence(text: string, at: number): string {
  const start = Math.max(...['。', '！', '？', '；', '\n'].map((stop) => text.lastIndexOf(stop, at))) + 1;
  const stop = text.slice(at).search(/[。！？；\n]/);
  return text.slice(start, stop < 0 ? text.length : at + stop + 1).trim();
}
