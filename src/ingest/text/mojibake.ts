/** What replacement and filler bytes look like once they have been read as GBK, and UTF-8 read as Latin-1. */
const LOST = /\ufffd|锟斤|斤拷|烫烫|屯屯|ï»¿|â€/;

/**
 * A letter that the code page of a program did not have: 由?河镇 was 由沣河镇. A question mark of a Chinese text is full-width, or
 * ends its sentence.
 */
const LETTER_LOST =
  /\p{Script=Han}\?+\p{Script=Han}|(?:^|[\s，。、；：“（(])\?+\p{Script=Han}|\p{Script=Han}\?+[，、；]/u;

export const letterLost = (text: string): boolean => LETTER_LOST.test(text);

/** Letters of two bytes in GBK, with its Greek and Cyrillic, and €, which is 0x80 there. */
const RUN = /[\u00a4-\u0451\u20ac\u2010-\u2642\u3000-\u9fff\ue000-\uf8ff\uf92c-\uffe5]{2,}/g;

/**
 * Whether text was destroyed before it reached us: replaced by 锟斤拷, or UTF-8 that was read as GBK and saved (暂缺 as
 * 鏆傜己). The second is told by undoing it: a run of Chinese whose GBK bytes are UTF-8 for at least two Chinese letters.
 */
export function mojibake(text: string): boolean {
  if (LOST.test(text)) return true;
  for (const [run] of text.matchAll(RUN)) if (misread(run)) return true;
  return false;
}

/** Short words of UTF-8 letters that are Chinese in GBK (`Ŀ¼` is 目录): which of the two was meant cannot be told. */
export function ambiguous(text: string): boolean {
  if (!/[\u0080-\u07ff]/.test(text)) return false;
  for (const [letters] of text.matchAll(/(?<![A-Za-z\u0080-\u07ff])[\u0080-\u07ff]{1,}(?![A-Za-z])/g)) {
    if (SIGNS.test(letters)) continue;
    try {
      if (/^\p{Script=Han}+$/u.test(GB.decode(new TextEncoder().encode(letters)))) return true;
    } catch {
      // Not GBK: then it is what it says.
    }
  }
  return false;
}

/** Signs below U+0800 that Chinese tables do use, and Greek. */
const SIGNS =
  /^[\u00a0\u00a5\u00ad\u00b0\u00b1\u00b2\u00b3\u00b7\u00d7\u00f7\u00a7\u00b5\u00bd\u00bc\u00be\u02c9\u0391-\u03c9]+$/;
const GB = new TextDecoder('gb18030', { fatal: true });

let table: Uint16Array | undefined;

/** GBK bytes of a letter, 0 for none; made once from the decoder, since browsers only encode UTF-8. */
function bytesOf(letter: number): number {
  if (!table) {
    table = new Uint16Array(0x10000);
    const loose = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const made = loose.decode(Uint8Array.of(lead, trail));
        if (made.length === 1 && made !== '\ufffd') table[made.charCodeAt(0)] = lead * 256 + trail;
      }
    }
    table[0x20ac] = 0x80;
  }
  return table[letter]!;
}

/** Whether the GBK bytes of a run are UTF-8 for at least two Chinese letters. */
function misread(run: string): boolean {
  const bytes = gbkBytes(run);
  return bytes !== undefined && hanIn(bytes) >= 2;
}

/** Undefined where a letter is none of GBK, or the first could not begin a Chinese text in UTF-8. */
function gbkBytes(run: string): number[] | undefined {
  const bytes: number[] = [];
  for (let i = 0; i < run.length; i += 1) {
    const pair = bytesOf(run.charCodeAt(i));
    if (pair === 0) return undefined;
    if (pair > 0xff) bytes.push(pair >> 8);
    bytes.push(pair & 0xff);
    if (i === 0 && !beginsText(bytes[0]!)) return undefined;
  }
  return bytes;
}

/** Punctuation is E2 80 and E3 80, Chinese E4 to E9, full-width letters EF. */
const beginsText = (lead: number): boolean => lead === 0xef || (lead >= 0xe2 && lead <= 0xe9);

/** Chinese letters of three bytes each, the run's cut-off last one aside; none where the bytes are no UTF-8. */
function hanIn(bytes: readonly number[]): number {
  const follows = (at: number): boolean => at >= bytes.length || (bytes[at]! & 0xc0) === 0x80;
  let han = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const lead = bytes[at]!;
    // A letter lost in the middle spoils what follows it, yet three in a row are no accident.
    if ((lead & 0xf0) !== 0xe0 || !follows(at + 1) || !follows(at + 2)) return han >= 3 ? han : 0;
    if (lead >= 0xe4 && lead <= 0xe9 && at + 2 < bytes.length) han += 1;
  }
  return han;
}
