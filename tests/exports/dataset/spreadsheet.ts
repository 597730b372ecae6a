import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';

/** A cell as a person sees it, and whether the file holds it as a number. */
export interface Seen {
  readonly shown: string | null;
  readonly number: boolean;
}

/** A sheet's cells by what an independent reader takes out of the file; numbers with the digits that their format shows. */
export async function seen(xlsx: Uint8Array, name: string, index: number): Promise<Seen[][]> {
  const rows = await readSheet(Buffer.from(xlsx), name, {
    trim: false,
    parseNumber: (digits: string) => ({ digits }) as unknown as number,
  });
  const formats = formatsOf(xlsx, index);
  return rows.map((row, r) =>
    row.map((cell: unknown, c): Seen => {
      if (cell === null || cell === undefined) return { shown: null, number: false };
      if (typeof cell === 'string') return { shown: cell, number: false };
      if (typeof cell !== 'object' || !('digits' in cell)) throw new Error(`neither text nor number: ${typeof cell}`);
      const format = formats.get(`${r}.${c}`);
      if (!/^0(\.0+)?$/.test(format ?? '')) throw new Error(`number without digits in its format: ${format}`);
      return { shown: Number(cell.digits).toFixed(format!.split('.')[1]?.length ?? 0), number: true };
    }),
  );
}

/** Number formats of a sheet's cells by row and column, from 0. */
export function formatsOf(xlsx: Uint8Array, index: number): Map<string, string> {
  const files = unzipSync(xlsx);
  const styles = strFromU8(files['xl/styles.xml']!);
  const codes = new Map([...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]));
  const used = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf ([^>]*)>/g)].map((m) =>
    codes.get(/numFmtId="(\d+)"/.exec(m[1]!)?.[1] ?? ''),
  );
  const found = new Map<string, string>();
  for (const [, letters, row, style] of strFromU8(files[`xl/worksheets/sheet${index}.xml`]!).matchAll(
    /<c r="([A-Z]+)(\d+)" s="(\d+)"/g,
  )) {
    const column = [...letters!].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1;
    const code = used[Number(style)];
    if (code !== undefined) found.set(`${Number(row) - 1}.${column}`, code);
  }
  return found;
}
