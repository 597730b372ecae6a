/** Signs that look like those of the documented ways of writing, and what they mean. */
const MEANT: readonly (readonly [sign: RegExp, meant: string])[] = [
  [/[〜∼˜]/g, '~'],
  [/[―─━⸺]/g, '—'],
  [/[‐‑‒﹣⁃]/g, '-'],
  [/[≧⩾]/g, '≥'],
  [/[≦⩽]/g, '≤'],
  [/[≈≒≅]/g, '约'],
  [/∶/g, ':'],
];

/** A cell with the signs that it means. */
export const meant = (text: string): string => MEANT.reduce((rest, [sign, plain]) => rest.replace(sign, plain), text);
