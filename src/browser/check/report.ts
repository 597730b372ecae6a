import { format, type Problem } from '../../ingest/problem/problem.ts';

/** The list as the command line prints it, for a mail to a colleague. */
export const report = (problems: readonly Problem[]): string => problems.map(format).join('\n\n');
