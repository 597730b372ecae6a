import type { z } from 'zod';
import type { Issue } from '../../domain/issue.ts';
import { nearest, nearestWords } from '../problem/near.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { LIMIT } from '../text/limit.ts';
import { personal } from '../text/privacy.ts';
import { fenced, type Fenced } from './fenced.ts';
import { frontYaml, type FrontYaml, type YamlFault } from './front-yaml.ts';
import { DATE, LABELS, LIST, SCHEMA } from './issue-schema.ts';
import { spoiled } from './spoiled.ts';

export interface FrontMatter {
  readonly issue: Omit<Issue, 'number'> | undefined;
  /** Read even where other keys are wrong, so that one mistake is not told as many. */
  readonly date: string | null;
  /** Undefined where they could not be read. */
  readonly names: readonly string[] | undefined;
  /** The line of a key, 1 where it has none. */
  readonly lineOf: (key: string) => number;
  /** The text with blanks for the front matter, every line in its place. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

export function frontMatter(file: string, source: string): FrontMatter {
  const parts = fenced(source);
  if (!parts) return unread(source, [problem('front-matter/missing', { file, line: 1 })]);
  const size = sizeProblems(file, parts.yaml);
  if (size.length > 0) return unread(parts.body, size);
  const damaged = spoiled(file, parts.whole);
  const yaml = frontYaml(parts.yaml);
  const faults = faultsOf(yaml, parts);
  if (faults.length > 0 || !('data' in yaml))
    return unread(parts.body, [...damaged, ...faults.map((fault) => faultProblem(file, parts.yaml, fault))]);
  return issueOf(file, yaml, parts, damaged);
}

const unread = (body: string, problems: readonly Problem[]): FrontMatter => ({
  issue: undefined,
  date: null,
  names: undefined,
  lineOf: () => 1,
  body,
  problems,
});

/** What is too large to be read as YAML. */
function sizeProblems(file: string, yaml: string): Problem[] {
  const lines = yaml.split(/\r?\n/);
  const keys = lines.filter((line) => /^[^\s#-]/.test(line)).length;
  const tooMany = (count: number, limit: number, unit: string): Problem[] =>
    count > limit ? [problem('front-matter/too-many-keys', { file, line: 2 }, null, { count, limit, unit })] : [];
  return [
    ...tooMany(keys, LIMIT.frontMatterKeys, '项'),
    ...tooMany(lines.length, LIMIT.frontMatterLines, '行'),
    ...lines.flatMap((line, i) => longLine({ file, line: i + 2 }, line)),
  ];
}

function longLine(at: { file: string; line: number }, line: string): Problem[] {
  const [count, limit] = [line.length, LIMIT.frontMatterLetters];
  return count > limit ? [problem('front-matter/long-line', at, line, { count, limit })] : [];
}

function faultsOf(yaml: FrontYaml | readonly YamlFault[], { stray }: Fenced): YamlFault[] {
  const lines = new Map(('data' in yaml ? [] : yaml).map((fault) => [fault.line, fault]));
  for (const line of stray) lines.set(line, { line, kind: 'syntax' });
  return [...lines.values()];
}

function faultProblem(file: string, yaml: string, { line, kind }: YamlFault): Problem {
  const text = yaml.split(/\r?\n/)[line - 2]?.trim() ?? '';
  return kind === 'duplicate-key'
    ? problem('front-matter/duplicate-key', { file, line }, text.split(':', 1)[0]!.trimEnd())
    : problem('front-matter/syntax', { file, line }, text);
}

function issueOf(file: string, yaml: FrontYaml, parts: Fenced, damaged: readonly Problem[]): FrontMatter {
  const parsed = SCHEMA.safeParse(yaml.data);
  const wrong = parsed.success ? [] : schemaProblems(file, parsed.error.issues, yaml);
  const loose = yaml.data as Record<string, unknown>;
  const names = LIST.default([]).safeParse(loose['names']);
  const date = DATE.safeParse(loose['date']);
  return {
    issue: parsed.success ? parsed.data : undefined,
    date: date.success ? date.data : null,
    names: names.success ? names.data : undefined,
    lineOf: (key) => yaml.lineOf(key),
    body: parts.body,
    problems: [...damaged, ...wrong, ...persons(file, parts.yaml, names.data ?? [])],
  };
}

function persons(file: string, yaml: string, names: readonly string[]): Problem[] {
  const unnamed = (line: string): string => names.reduce((rest, name) => rest.replaceAll(name, ''), line);
  return yaml.split(/\r?\n/).flatMap((line, i) => [...personal({ file, line: i + 2 }, unnamed(line))]);
}

/** A key that is missing beside one that is nearly it is that one, mistyped: one mistake, told once. */
function schemaProblems(file: string, issues: readonly z.core.$ZodIssue[], yaml: FrontYaml): Problem[] {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const meant = new Set(unknown.flatMap(keysMeant));
  return issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(file, key, yaml));
    const key = String(issue.path[0]);
    const found = valueAt(yaml.data, issue.path);
    if (found !== undefined) return [wrongValue({ file, line: yaml.lineOf(key) }, key, found, issue.message)];
    return meant.has(key) ? [] : [problem('front-matter/missing-key', { file, line: 1 }, key, { label: labelOf(key) })];
  });
}

const labelOf = (key: string): string => LABELS[key] ?? key;

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], data);

const unknownKey = (file: string, key: string, yaml: FrontYaml): Problem =>
  problem('front-matter/unknown-key', { file, line: yaml.lineOf(key) }, key, { near: nearestWords(keysMeant(key)) });

/** The key whose Chinese name was written, else the most similar ones. */
function keysMeant(key: string): string[] {
  const named = Object.keys(LABELS).find((k) => LABELS[k] === key.trim());
  return named === undefined ? nearest(key, Object.keys(LABELS)) : [named];
}

function wrongValue(at: { file: string; line: number }, key: string, found: unknown, message: string): Problem {
  const [wrong = '', cure = ''] = message.split('｜');
  return problem('front-matter/value', at, written(found), { key, label: labelOf(key), problem: wrong, cure });
}

function written(found: unknown): string {
  if (found === null) return '';
  return typeof found === 'string' ? found : JSON.stringify(found);
}
