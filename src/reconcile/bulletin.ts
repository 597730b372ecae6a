import type { Bulletin, Group, Row } from '../domain/issue.ts';
import type { Observation } from '../domain/observation.ts';
import { sectionsOf, type ParsedBulletin, type ParsedText } from '../ingest/bulletin.ts';
import { near } from '../ingest/problem/near.ts';
import { append, problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import type { Block } from '../ingest/prose/blocks.ts';
import type { Component } from '../ingest/prose/component.ts';
import type { Link } from '../ingest/prose/link.ts';
import { pictured } from '../ingest/prose/tag.ts';
import type { LocatedFact } from '../ingest/table/facts.ts';
import type { Located, Unread } from '../ingest/table/located.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { placeKey } from '../ingest/text/place.ts';
import { numbersOfPersons } from '../ingest/text/privacy.ts';
import { captionProblems } from './caption.ts';
import { nameProblems } from './declared.ts';
import { unreadFigure } from './doubt.ts';
import { reconcile, type Reconciled, type Tie } from './reconcile.ts';
import { relate } from './relate.ts';

/** A bulletin with its text tied to its figures. */
export interface ReconciledBulletin extends Bulletin {
  /** The text below its front matter, as it is filed. */
  readonly body: string;
  readonly blocks: readonly Block[];
  readonly ties: readonly Tie[];
  readonly components: readonly Component[];
  readonly links: readonly Link[];
}

/** A bulletin, and every problem of its files and between them. Undefined where it cannot be shown at all. */
export function reconcileBulletin(
  parsed: ParsedBulletin,
  registry: Registry,
): { readonly bulletin: ReconciledBulletin | undefined; readonly problems: Problem[] } {
  const { text, table, facts } = parsed;
  const problems = [...parsed.problems];
  if (!text) return { bulletin: undefined, problems };
  const located = [...(table?.located ?? []), ...(facts?.facts ?? [])];
  const placed = placeFigures(located, text.blocks);
  append(problems, placed.problems);
  const tied = tie(parsed, text, located, placed, registry);
  // Without its names or with broken markup, what the text holds is not known.
  if (text.whole) append(problems, tied.problems);
  append(problems, aboutText(parsed, text, located, tied, registry));
  const missing = new Set(tied.missing);
  const stated = located.map((l) => l.o).filter((o) => !missing.has(o));
  const quoted = new Map(located.map(({ o }) => [o, withSentence(o, tied)]));
  const final = (o: Observation): Observation => quoted.get(o) ?? o;
  const stating = (facts?.facts ?? []).map((fact): LocatedFact => ({
    ...fact,
    o: final(fact.o),
    mayConflict: fact.mayConflict && !placed.misplaced.includes(fact.o),
  }));
  const lookAlikes = relate(
    { table, facts: facts && { ...facts, facts: stating } },
    stated.map(final),
    registry,
    problems,
  );
  const { issue } = text.front;
  if (!issue) return { bulletin: undefined, problems };
  return {
    bulletin: {
      issue: { number: parsed.number, ...issue },
      version: 1,
      released: null,
      observations: [...quoted.values()],
      ...tablesOf(table, final),
      facts: stating.map(({ o }) => o),
      sections: sectionsOf(text.blocks),
      pictured: pictured(text.components),
      lookAlikes,
      body: text.front.body,
      blocks: text.blocks,
      ties: tied.ties.map((t) => ({ ...t, of: t.of.map(final) })),
      mentions: tied.ties.map(({ place, sentence, text: words, of }) => ({
        place,
        sentence,
        text: words.trim(),
        states: of.map(final),
      })),
      components: text.components,
      links: text.links,
    },
    problems,
  };
}

function tablesOf(
  table: ParsedBulletin['table'],
  final: (o: Observation) => Observation,
): Pick<Bulletin, 'groups' | 'plain'> {
  if (!table) return { groups: [], plain: [] };
  return { groups: table.groups.map((g) => withCells(g, final)), plain: table.plain };
}

/** What the words around the text say: declared names, title, captions. */
function aboutText(
  { path, table, facts }: ParsedBulletin,
  text: ParsedText,
  located: readonly Located[],
  { ties }: Reconciled,
  registry: Registry,
): Problem[] {
  const names = text.front.names ?? [];
  const declared = nameProblems({ file: path, line: text.front.lineOf('names') }, names, registry.units);
  const complete = text.whole && table?.whole === true && facts?.whole === true;
  const unread = complete ? table.unread.length + facts.unread.length : Infinity;
  if (unread > 0) return declared;
  const all = located.map(({ o }) => o);
  return [...declared, ...captionProblems(path, text, all, ties, names, registry)];
}

/** The places of a text, and the figures that claim another one. */
interface Placed {
  readonly places: ReadonlySet<string>;
  readonly misplaced: readonly Observation[];
  readonly problems: readonly Problem[];
}

function placeFigures(located: readonly Located[], prose: readonly Block[]): Placed {
  const places = new Set(['引言', ...sectionsOf(prose).map(({ place }) => place)].map(placeKey));
  const misplaced = new Map<string, { o: Observation; place: Place }>();
  for (const { o, place } of located)
    if (o.source.place !== '' && !places.has(placeKey(o.source.place)) && !isOfTable(o))
      misplaced.set(`${place.file}|${place.row}`, { o, place });
  const found = [...misplaced.values()];
  return {
    places,
    misplaced: found.map(({ o }) => o),
    problems:
      prose.length === 0
        ? []
        : found.map(({ o, place }) =>
            problem('row/place', place, o.source.place, { near: near(o.source.place, [...places]) }),
          ),
  };
}

const isOfTable = (o: Observation): boolean => o.role !== 'stated' && isRowOf(placeKey(o.source.place), o.group ?? '');

/** A row of an annex, or of the table by its name. */
const isRowOf = (place: string, table: string): boolean =>
  /^附[表件]\d*第\d+行$/.test(place) ||
  (place.startsWith(placeKey(table)) && /^第\d+行$/.test(place.slice(placeKey(table).length)));

function tie(
  parsed: ParsedBulletin,
  text: ParsedText,
  located: readonly Located[],
  placed: Placed,
  registry: Registry,
): Reconciled {
  const rows = new Map(parsed.facts?.facts.map((fact) => [fact.o, fact]));
  const claims = located.map(({ o, at, place }) => ({
    o,
    at: o.source.place === '' || placed.places.has(placeKey(o.source.place)) ? at : undefined,
    place,
    fact: rows.get(o),
  }));
  const persons = text.blocks.flatMap((b) => numbersOfPersons(b.text).map(([found]) => found));
  return reconcile(text.blocks, claims, {
    file: parsed.path,
    issue: parsed.number,
    date: text.front.date,
    registry,
    names: [...(text.front.names ?? []), ...persons],
    unread: unreadOf(parsed, text, placed, registry),
  });
}

/** Figures that could be any number of the text; null where so much is not known that nothing may be concluded. */
function unreadOf(
  { table, facts }: ParsedBulletin,
  text: ParsedText,
  { misplaced }: Placed,
  registry: Registry,
): Unread[] | null {
  if (!table?.whole || !facts?.whole || !text.whole || !registry.whole) return null;
  // A figure whose place is wrong may be any number of the text.
  return [...table.unread, ...facts.unread, ...misplaced.map((o) => unreadFigure(o, null))];
}

/** A figure of the text with its sentence, and the section where its row does not say it. */
function withSentence(o: Observation, { sentences }: Reconciled): Observation {
  const found = sentences.get(o);
  const place = o.source.place || (found?.place ?? '');
  return { ...o, source: { ...o.source, place, sentence: found?.sentence ?? null } };
}

const withCells = (group: Group, f: (o: Observation) => Observation): Group => ({
  ...group,
  rows: group.rows.map((row): Row => ({
    ...row,
    all: row.all.map(({ column, o }) => ({ column, o: f(o) })),
    cells: Object.fromEntries(Object.entries(row.cells).map(([role, o]) => [role, f(o)])),
  })),
});
