import type { Row } from '../domain/issue.ts';

/** `网上可办率、即办件占比`. */
export const namesOf = (rows: readonly Row[]): string => rows.map((r) => r.name).join('、');
