import type { PhrasingContent, RootContent } from 'mdast';

/** A node that Markdown has no name for, with the element it becomes. */
export const element = (
  tag: string,
  properties: Readonly<Record<string, string | readonly string[]>>,
  children: readonly (RootContent | PhrasingContent)[],
): RootContent & PhrasingContent =>
  ({ type: `bulletin-${tag}`, data: { hName: tag, hProperties: properties }, children }) as unknown as RootContent &
    PhrasingContent;
