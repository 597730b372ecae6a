import { IGNORED_CLASS, SPACES_CLASS } from './letters.ts';

/** Controls of a terminal, of lines and of direction, and halves of letters. */
const CONTROLS = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}`;

const UNSEEN = new RegExp(`[${CONTROLS}${IGNORED_CLASS}${SPACES_CLASS}]`, 'gu');
const UNSAFE = new RegExp(`[${CONTROLS}${IGNORED_CLASS}]`, 'gu');
const UNSAFE_IN_LINES = new RegExp(`(?!\\n)[${CONTROLS}${IGNORED_CLASS}]`, 'gu');

/** Text of a file as it may be printed, every unseen letter made visible: `⏎`, `⇥`, `[U+200B]`. */
export const revealed = (text: string): string => text.replace(UNSEEN, mark);

/** The same with spaces of all kinds left as they are. */
export const printable = (text: string): string => text.replace(UNSAFE, mark);

/** Lines of our own with words of files in them: none is a command to the service that runs the check (`::error …`). */
export const printableLines = (text: string): string => text.replace(UNSAFE_IN_LINES, mark).replace(/^::/gm, '：：');

/** JSON of the same data, in which no letter acts on a terminal. */
export const printableJson = (json: string): string =>
  json.replace(UNSAFE_IN_LINES, (letter) =>
    [...Array(letter.length).keys()].map((i) => `\\u${letter.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );

function mark(letter: string): string {
  if (letter === '\n' || letter === '\r') return '⏎';
  if (letter === '\t') return '⇥';
  return `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}
