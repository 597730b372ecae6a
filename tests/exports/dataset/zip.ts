/** An entry of a ZIP's central directory (APPNOTE 6.3.10 §4.3.12): what it says beside name and content. */
export interface ZipEntry {
  readonly name: string;
  readonly date: string;
  readonly time: number;
  readonly system: number;
  readonly attributes: number;
  readonly extra: number;
}

export function directory(zip: Uint8Array): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('no end of a central directory');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const day = view.getUint16(at + 14, true);
    const two = (n: number): string => String(n).padStart(2, '0');
    entries.push({
      name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + name!)),
      date: `${1980 + (day >> 9)}-${two((day >> 5) & 15)}-${two(day & 31)}`,
      time: view.getUint16(at + 12, true),
      system: zip[at + 5]!,
      attributes: view.getUint32(at + 38, true),
      extra: extra! + comment!,
    });
    at += 46 + name! + extra! + comment!;
  }
  return entries;
}
