/**
 * A paragraph as Markdown that reads back as the same text: signs that Markdown or MDX would take for marks get a
 * backslash, and nothing else is touched.
 */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<{}]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^([#>+-])(?=\s|$|>)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
    .replace(/^(import|export)(?=\s)/, '\\$1');
}
