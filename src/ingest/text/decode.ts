import { problem, type Problem } from '../problem/problem.ts';
import { conflictMark } from './conflict-mark.ts';
import { withoutOf } from './dispensable.ts';
import { LIMIT } from './limit.ts';

/** What files begin with that are no text, and hold where others begin alike, a letter a byte. */
const SIGNATURES: readonly [kind: string, bytes: readonly number[], holds?: string][] = [
  ['Word 文件（.docx）', [0x50, 0x4b, 0x03, 0x04], 'word/'],
  ['演示文稿（.pptx）', [0x50, 0x4b, 0x03, 0x04], 'ppt/'],
  ['版式文件（.ofd）', [0x50, 0x4b, 0x03, 0x04], 'OFD.xml'],
  ['Excel 工作簿（.xlsx 或 .et）', [0x50, 0x4b, 0x03, 0x04]],
  ['压缩文件', [0x50, 0x4b]],
  ['旧版 Word 文件（.doc 或 .wps）', [0xd0, 0xcf, 0x11, 0xe0], 'W\0o\0r\0d\0D\0o\0c\0'],
  ['旧版 Excel 工作簿（.xls 或 .et）', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF 文件', [0x25, 0x50, 0x44, 0x46]],
  ['压缩文件', [0x1f, 0x8b]],
  ['压缩文件', [0x52, 0x61, 0x72, 0x21]],
  ['压缩文件', [0x37, 0x7a, 0xbc, 0xaf]],
  ['图片', [0x89, 0x50, 0x4e, 0x47]],
  ['图片', [0xff, 0xd8, 0xff]],
  ['图片', [0x47, 0x49, 0x46, 0x38]],
  ['图片', [0x49, 0x49, 0x2a, 0x00]],
  ['图片', [0x4d, 0x4d, 0x00, 0x2a]],
];

export interface Decoded {
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Bytes of a CSV to text: UTF-8 with or without BOM, else UTF-16, else GB18030; never a guess between them.
 * The WHATWG label `gbk` maps € and others differently, so `gb18030` is asked for (https://encoding.spec.whatwg.org/#gb18030).
 */
export function decode(file: string, bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refused(empty(file));
  if (bytes.length > LIMIT.fileBytes) return refused(tooLarge('file/too-large', file, bytes));
  const kind = kindOf(bytes);
  if (kind) return refused(problem('file/not-text', { file }, null, { kind }));
  const wide = utf16(bytes);
  if (wide) return read(wide, file, bytes);
  const utf8 = strict('utf-8', bytes);
  if (utf8 === undefined) {
    if (isBrokenUtf8(bytes)) return broken('utf-8', file, bytes);
    return read('gb18030', file, bytes);
  }
  if (/^\s*<(!doctype|html|\?xml|table|meta)/i.test(utf8))
    return refused(problem('file/not-text', { file }, null, { kind: '网页（HTML 或 XML）' }));
  return isBlank(utf8) ? refused(empty(file)) : sound(file, utf8);
}

/** What a file is that is no text. */
const kindOf = (bytes: Uint8Array): string | undefined =>
  SIGNATURES.find(
    ([, signature, holds]) =>
      signature.every((byte, i) => bytes[i] === byte) &&
      (holds === undefined || new TextDecoder('latin1').decode(bytes).includes(holds)),
  )?.[0];

const refused = (wrong: Problem): Decoded => ({ text: undefined, problems: [wrong] });

/** Encodings as a decoder is asked for them, and what bytes are not that cannot be read so. */
const LACKING = {
  'utf-8': '不是完整的 UTF-8',
  gb18030: '既不是完整的 UTF-8，也不是 GB18030',
  'utf-16le': '不是完整的 UTF-16',
  'utf-16be': '不是完整的 UTF-16',
} as const;
type Encoding = keyof typeof LACKING;

function read(encoding: Encoding, file: string, bytes: Uint8Array): Decoded {
  const text = strict(encoding, bytes);
  if (text === undefined) return broken(encoding, file, bytes);
  const how = problem(encoding === 'gb18030' ? 'file/gb18030' : 'file/utf16', { file });
  return isBlank(text) ? refused(empty(file)) : sound(file, text, how);
}

function broken(encoding: Encoding, file: string, bytes: Uint8Array): Decoded {
  const { line, where } = firstLost(new TextDecoder(encoding).decode(bytes));
  // Of UTF-16 that has lost a byte what stands before makes no sense either.
  const words = { where: encoding.startsWith('utf-16') ? '这一行' : where, lack: LACKING[encoding] };
  return refused(problem('file/encoding', { file, line }, null, words));
}

/** The place of the first letter that bytes do not make. @param text with U+FFFD in its place, or NUL as bytes of no text have */
function firstLost(text: string): { line: number; where: string } {
  const lines = text.split(/[\ufffd\0]/, 1)[0]!.split(/\r\n?|\n/);
  const before = [...lines.at(-1)!];
  const quoted = `${before.length > QUOTED ? '…' : ''}${before.slice(-QUOTED).join('')}`;
  return { line: lines.length, where: quoted === '' ? '这一行开头' : `这一行“${quoted}”附近` };
}

/** Letters that find a place in a line. */
const QUOTED = 12;

/** A file that two people have changed at once is read by neither's mind. */
function sound(file: string, text: string, ...how: readonly Problem[]): Decoded {
  const mark = conflictMark(file, text);
  return mark ? refused(mark) : { text, problems: how };
}

/** Nothing but space, or the mark that UTF-16 begins with. */
const isBlank = (text: string): boolean => text.replace(/^\ufeff/, '').trim() === '';

/** What a program writes, or nobody may take back, is not made anew. */
const empty = (file: string): Problem =>
  /^data\/(?:corrections|published)\.csv$/.test(file)
    ? problem('file/emptied', { file })
    : problem('file/empty', { file }, null, { without: withoutOf(file) });

const tooLarge = (code: 'file/too-large' | 'file/text-too-large', file: string, bytes: Uint8Array): Problem =>
  problem(code, { file }, null, {
    size: Math.ceil(bytes.length / 2 ** 20),
    limit: LIMIT.fileBytes / 2 ** 20,
  });

/** The text of an MDX file, which must be UTF-8. */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  if (bytes.length > LIMIT.fileBytes) return refused(tooLarge('file/text-too-large', file, bytes));
  const kind = kindOf(bytes);
  if (kind) return refused(problem('file/text-not-text', { file }, null, { kind }));
  const text = strict('utf-8', bytes);
  if (text !== undefined && !text.includes('\0')) return sound(file, text);
  // Of another encoding no place is wrong, but all.
  if (text === undefined && !isBrokenUtf8(bytes)) return refused(problem('file/not-utf8', { file }));
  const { line, where } = firstLost(new TextDecoder().decode(bytes));
  return refused(problem('file/broken-utf8', { file, line }, null, { where }));
}

function strict(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: the commas and digits of a table are half NUL in UTF-16, always the same half; 一 (4E 00) is a rare other one.
  const head = bytes.subarray(0, 512);
  const nuls = (parity: number): number => head.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  const [even, odd] = [nuls(0), nuls(1)];
  if (Math.max(even, odd) < Math.max(4, head.length / 20) || Math.max(even, odd) < 4 * Math.min(even, odd))
    return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** A file that is mostly well-formed UTF-8 was cut or patched; reading it as GB18030 would make up letters. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const loose = new TextDecoder('utf-8').decode(bytes);
  const han = loose.match(/\p{Script=Han}/gu)?.length ?? 0;
  const bad = loose.match(/\ufffd/g)?.length ?? 0;
  return han > bad;
}
