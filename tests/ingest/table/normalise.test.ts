import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/ingest/text/decode.ts';
import { normalise } from '../../../src/ingest/table/normalise.ts';
import { read, replace, TABLE, textOf, told, valid, write, type Root } from '../bulletin.ts';

/** The mended table of a root, and what is told of the root that has it. */
function mended(root: Root): { text: string | null; told: string[]; same: boolean } {
  const body = root.get(TABLE)!;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const before = read(root);
  const text = normalise(
    TABLE,
    decode(TABLE, bytes).text!,
    before.problems.filter((p) => p.file === TABLE),
  );
  if (text === null) return { text, told: [], same: false };
  const after = valid().set(TABLE, text);
  const bare = (r: Root): unknown => read(r).bulletins[0]?.observations.map((o) => ({ ...o, printed: '' }));
  return { text, told: told(after), same: JSON.stringify(bare(root)) === JSON.stringify(bare(after)) };
}

describe('a mended file needs no mending and states the same', () => {
  test.each<[string, Root]>([
    ['with full-width digits', write(TABLE, 'H2', '９７．２％')],
    ['with invisible letters', write(TABLE, 'K2', '暂缺国内前沿\u200b水平')],
    ['with thousands separators', write(TABLE, 'F4', '1,003')],
    ['with semicolons', valid().set(TABLE, textOf(TABLE).replace(/,/g, ';'))],
    [
      'with a title and a blank row',
      valid().set(TABLE, `标题,,,,,,,,,,\n${textOf(TABLE).replace('\n2,', '\n,,,,,,,,,,\n2,')}`),
    ],
  ])('%s', (_, root) => {
    const { text, told: left, same } = mended(root);
    expect(text).not.toBeNull();
    expect(left).toEqual([]);
    expect(same).toBe(true);
  });

  test('and is not made of a file with an error', () => expect(mended(write(TABLE, 'H2', '0.972')).text).toBeNull());
  test('and is not made where there is nothing to mend', () =>
    expect(mended(replace(TABLE, '97.2%', '97.3%')).text).toBeNull());
});
