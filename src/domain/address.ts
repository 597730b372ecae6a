import type { Observation } from './observation.ts';

/** Addresses are promises: once published they never go away. All from the root of the site, with a slash at the end. */
export const issueAddress = (number: number): string => `/issues/${number}/`;
export const chartAddress = (number: number, slug: string): string => `/issues/${number}/charts/${slug}/`;
export const dataAddress = (number: number): string => `/issues/${number}/data/`;
export const indicatorAddress = (code: string): string => `/indicators/${code}/`;

/** Anchor of the n-th figure of the text in its table on the issue page. */
export const figureAnchor = (facts: readonly Observation[], fact: Observation): string => `figure-${facts.indexOf(fact) + 1}`;
