/** Spaces of the source between Chinese and digits (“2020 年”) are the typesetter's, not the text's: no page shows them. */
export const closed = (words: string): string =>
  words
    .replace(/(?<=[\p{Script=Han}，。；：、）”])\s+(?=[\d\p{Script=Han}])/gu, '')
    .replace(/(?<=[\d%])\s+(?=\p{Script=Han})/gu, '');
