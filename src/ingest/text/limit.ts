/** What no file of a bulletin exceeds, so that nothing a person can commit makes a reader slow. */
export const LIMIT = {
  fileBytes: 20 * 2 ** 20,
  /** Records of a table with content, its header aside. */
  rows: 20_000,
  columns: 200,
  cellLetters: 2_000,
  frontMatterKeys: 200,
  frontMatterLines: 2_000,
  /** Of one line of front matter. */
  frontMatterLetters: 2_000,
  textLines: 5_000,
  textLetters: 500_000,
  /** Letters between two blank lines. */
  paragraphLetters: 20_000,
  /** Signs of Markdown in a text: its parser is slow at many of them. */
  textSigns: 25_000,
} as const;
