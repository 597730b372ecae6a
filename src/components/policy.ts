import { contentPolicy, type Scripts } from '../exports/site/policy.ts';

/** The policy of a page. None in development, where Vite injects scripts and styles that it would forbid. */
export const policy = (scripts: Scripts): string | undefined =>
  import.meta.env.MODE === 'production' ? contentPolicy(scripts) : undefined;
