const BUILT_IN =
  '国家级 省级 市级 市本级 县级 区级 县区级 乡级 镇级 乡镇级 街道级 村级 社区级 全国 全省 全市 全县 全区 全镇 全乡 全村';

/** Levels of government that a number may be of: a closed list. */
export interface Levels {
  readonly names: readonly string[];
  /** One at the beginning of a cell, with the words that join it to its number: 市级达到 80%. */
  readonly pattern: RegExp;
}

/** The known ones and an office's own. */
export function levelsOf(own: readonly string[] = []): Levels {
  const names = [...BUILT_IN.split(' '), ...own];
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(literal);
  return { names, pattern: new RegExp(`^(${longestFirst.join('|')})(?:已?经?达到?|为)?\\s*`) };
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const BUILT_IN_LEVELS: Levels = levelsOf();
