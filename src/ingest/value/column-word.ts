import type { Role } from '../../domain/observation.ts';

const COLUMN_WORDS: Readonly<Record<Role, string>> = {
  baseline: '基期',
  target: '目标',
  achieved: '达到水平',
  frontier: '前沿水平',
  stated: '数值',
};

/** What a column of a role is called to who fills it in. */
export const columnWord = (role: Role): string => COLUMN_WORDS[role];
