import { COMPONENT_TAG } from './component.ts';

/** A sign of plain text that MDX would take for code or a tag, or that shows as it is typed. */
export interface Sign {
  readonly code: 'mdx/component' | 'mdx/tag' | 'mdx/brace' | 'mdx/asterisks';
  readonly index: number;
  readonly found: string;
}

/** The signs in the source of a text, each quoted; a backslash before a sign takes its meaning away. */
export function signs(source: string): Sign[] {
  const found: Sign[] = [];
  for (let index = 0; index < source.length; index += 1) {
    if (source[index] === '\\') {
      index += 1;
      continue;
    }
    const sign = signAt(source, index);
    if (!sign) continue;
    found.push(sign);
    index += LENGTHS[sign.code](sign.found) - 1;
  }
  return found;
}

/** Letters that a sign takes up: what follows them may be another one. */
const LENGTHS: Readonly<Record<Sign['code'], (found: string) => number>> = {
  'mdx/component': (found) => found.length,
  'mdx/tag': () => 1,
  'mdx/brace': (found) => found.length,
  'mdx/asterisks': () => 2,
};

function signAt(source: string, index: number): Sign | undefined {
  const ahead = (most: number): string => source.slice(index, index + most);
  switch (source[index]) {
    case '＜':
    case '<':
      if (COMPONENT_TAG.test(ahead(20)))
        return { code: 'mdx/component', index, found: /^[^>＞\n]*[>＞]?/.exec(ahead(200))![0] };
      return source[index] === '<' ? { code: 'mdx/tag', index, found: /^<\S{0,8}/.exec(ahead(9))![0] } : undefined;
    case '{':
      return { code: 'mdx/brace', index, found: /^\{+[^}]*\}*/.exec(ahead(200))![0] };
    case '}':
      return { code: 'mdx/brace', index, found: '}' };
    case '*':
      // What bold text has not used up stands on the page as it is.
      return ahead(2) === '**' ? { code: 'mdx/asterisks', index, found: ahead(12) } : undefined;
    default:
      return undefined;
  }
}
