import type { Bulletin } from './issue.ts';

/** Of each topic its newest bulletin. @param bulletins newest first */
export const latestOfTopics = (bulletins: readonly Bulletin[]): Bulletin[] =>
  [...Map.groupBy(bulletins, ({ issue }) => issue.topic).values()].map(([newest]) => newest!);

/** A side column has room for so many. */
const MOST = 8;

/** The newest bulletins of the topic of one. */
export const ofTopic = (bulletins: readonly Bulletin[], { issue }: Bulletin): Bulletin[] =>
  bulletins.filter((other) => other.issue.topic === issue.topic).slice(0, MOST);
