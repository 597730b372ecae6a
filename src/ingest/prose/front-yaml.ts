import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, type Document, type Node, type Pair } from 'yaml';
import { LIMIT } from '../text/limit.ts';

/** YAML of a front matter. Lines count from the top of the file, whose first line is the fence. */
export interface FrontYaml {
  readonly data: unknown;
  readonly lineOf: (key: string) => number;
}

/** A line that YAML cannot read, or reads otherwise than a clerk meant. */
export interface YamlFault {
  readonly line: number;
  readonly kind: 'syntax' | 'duplicate-key';
}

export function frontYaml(source: string): FrontYaml | readonly YamlFault[] {
  try {
    return read(source);
  } catch {
    // Nested deeper than the parser can go.
    return [{ line: 2, kind: 'syntax' }];
  }
}

function read(source: string): FrontYaml | readonly YamlFault[] {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
  const lineAt = (offset: number | undefined): number => (offset === undefined ? 2 : counter.linePos(offset).line + 1);
  const faults = [
    ...refused(document, source, lineAt),
    ...(document.errors.length > 0 ? [] : unmeant(document, source, lineAt)),
  ];
  if (faults.length > 0) return once(faults);
  const offsets = new Map(
    pairsOf(document).map(({ key }) => [String((key as { value: unknown }).value), offsetOf(key)]),
  );
  return { data: document.toJS(), lineOf: (key) => (offsets.has(key) ? lineAt(offsets.get(key)) : 1) };
}

/** One for each line, the last said of it. */
const once = (faults: readonly YamlFault[]): YamlFault[] => [...new Map(faults.map((f) => [f.line, f])).values()];

const pairsOf = (document: Document): readonly Pair[] => (isMap(document.contents) ? document.contents.items : []);

const offsetOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];

function refused(document: Document.Parsed, source: string, lineAt: (offset?: number) => number): YamlFault[] {
  // An unclosed quotation runs to the end of the front matter; it is wrong where it opens.
  const open = source.split(/\r?\n/).findIndex((line) => /^\w+:\s*(?:"[^"]*|'[^']*)$/.test(line));
  const faults = [...document.errors, ...document.warnings].map((e): YamlFault => ({
    line: e.code === 'MISSING_CHAR' && open >= 0 ? open + 2 : lineAt(e.pos[0]),
    kind: e.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax',
  }));
  return faults.length === 0 && !isMap(document.contents) ? [{ line: 2, kind: 'syntax' }] : faults;
}

/** What YAML allows and no clerk means; the parser of the build reads some of it otherwise. */
function unmeant(document: Document.Parsed, source: string, lineAt: (offset?: number) => number): YamlFault[] {
  const faults: YamlFault[] = [];
  const fault = (offset: number | undefined): void => {
    faults.push({ line: lineAt(offset), kind: 'syntax' });
  };
  visit(document, {
    Node: (_, node) => {
      // Anchors, tags and comments would drop or repeat what was written; ` #` is where YAML stops reading a title.
      if (isAlias(node) || node.anchor || node.tag || (isScalar(node) && node.comment)) fault(node.range?.[0]);
    },
    Pair: (_, { key }) => {
      if (!isScalar(key) || !endsBeforeColon(source, key.range?.[1])) fault(offsetOf(key));
    },
  });
  return faults;
}

/** The parser of the build wants a key's colon on its line. */
const endsBeforeColon = (source: string, end: number | undefined): boolean =>
  end !== undefined && /^[ \t]*:/.test(source.slice(end, end + LIMIT.frontMatterLetters));
