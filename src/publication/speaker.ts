import type { Issue } from '../domain/issue.ts';

/** Who says what a bulletin says. */
export interface Speaker {
  /** 发文单位, in full. */
  readonly office: string;
  /** 通报名称. */
  readonly series: string;
}

/** The site's office and series, or those that a bulletin names for itself. */
export const speakerOf = <S extends Speaker>(site: S, { issuer, series }: Pick<Issue, 'issuer' | 'series'>): S => ({
  ...site,
  office: issuer ?? site.office,
  series: series ?? site.series,
});
