import { CORRECTION } from './checks/correction.ts';
import { CSV } from './checks/csv.ts';
import { FILE } from './checks/file.ts';
import { FRONT_MATTER } from './checks/front-matter.ts';
import { HEADER } from './checks/header.ts';
import { INTERNAL } from './checks/internal.ts';
import { ISSUE } from './checks/issue.ts';
import { LEDGER } from './checks/ledger.ts';
import { MDX } from './checks/mdx.ts';
import { PRIVACY } from './checks/privacy.ts';
import { PROSE } from './checks/prose.ts';
import { READING } from './checks/reading.ts';
import { REGISTRY } from './checks/registry.ts';
import { RELEASE } from './checks/release.ts';
import { ROW } from './checks/row.ts';
import { UNIT } from './checks/unit.ts';
import { VALUE } from './checks/value.ts';
import { VERSION } from './checks/version.ts';

/** The catalogue of checks. A code, once published, keeps its meaning. */
export const CHECKS = {
  ...FILE,
  ...CSV,
  ...HEADER,
  ...VALUE,
  ...READING,
  ...ROW,
  ...UNIT,
  ...REGISTRY,
  ...ISSUE,
  ...FRONT_MATTER,
  ...MDX,
  ...PROSE,
  ...INTERNAL,
  ...PRIVACY,
  ...CORRECTION,
  ...VERSION,
  ...LEDGER,
  ...RELEASE,
};

export type Code = keyof typeof CHECKS;

/** The `{words}` of a template. */
type WordsIn<T extends string> = T extends `${string}{${infer Word}}${infer Rest}` ? Word | WordsIn<Rest> : never;

/** What the caller of a check must say, besides what was found. */
export type WordOf<C extends Code> = Exclude<
  WordsIn<(typeof CHECKS)[C]['message']> | WordsIn<(typeof CHECKS)[C]['hint']>,
  'found'
>;
