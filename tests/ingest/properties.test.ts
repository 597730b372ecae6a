import fc from 'fast-check';
import { csvFormatRows } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_UNITS } from '../../src/domain/unit.ts';
import { COMPARATORS, lowerOf, upperOf, type Quantity } from '../../src/domain/quantity.ts';
import { phrase } from '../../src/wording/phrase.ts';
import { halfWidth, visible } from '../../src/ingest/text/letters.ts';
import { decode } from '../../src/ingest/text/decode.ts';
import { mojibake } from '../../src/ingest/text/mojibake.ts';
import { grid } from '../../src/ingest/table/csv.ts';
import { isRefusal } from '../../src/ingest/value/refusal.ts';
import { readValue, type Value } from '../../src/ingest/value/value.ts';
import { FACTS, read, REGISTRY, TABLE, TEXT, textOf, valid } from './bulletin.ts';

/** Bounded and seeded: the same run on every machine. `FUZZ_SEED` and `FUZZ_TIMES` make another, longer one. */
const [seed, times] = [Number(process.env['FUZZ_SEED'] ?? 48), Number(process.env['FUZZ_TIMES'] ?? 1)];
const runs = (numRuns: number): fc.Parameters<unknown> => ({ seed, numRuns: numRuns * times });

const digits = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.option(fc.stringMatching(/^\d{1,4}$/)))
  .map(([whole, part]) => (part === null ? String(whole) : `${whole}.${part}`));

/** A number in the units of counting, where no figure looks like a share or a date. */
const unit = fc.constantFrom('项', '件', '个', '家', '人', '人次', '万人次', '元', '亿元');

const quantity = fc.tuple(digits, digits, fc.constantFrom(...COMPARATORS)).map(([a, b, comparator]): Quantity => {
  const [low, high] = Number(a) <= Number(b) ? [a, b] : [b, a];
  return comparator === 'range' && Number(low) < Number(high)
    ? { kind: 'range', lower: low, upper: high }
    : { kind: 'point', value: a, comparator: comparator === 'range' ? 'eq' : comparator };
});

/** All digits that a value holds. */
function contentOf(read: Value): string {
  if (read.kind === 'statement') return read.text;
  if (read.kind === 'gap') return read.reason ?? '';
  return read.quantity.kind === 'range' ? read.quantity.lower + read.quantity.upper : read.quantity.value;
}

/** Pieces a clerk's cell is made of, so that many of the made cells are nearly values. */
const piece = fc.oneof(
  { weight: 3, arbitrary: digits },
  fc.constantFrom(
    '%',
    '％',
    '.',
    '．',
    ',',
    '，',
    '—',
    '-',
    '～',
    '约',
    '近',
    '余',
    '多',
    '以上',
    '以下',
    '左右',
    '预计',
    '（预计）',
    '市级',
    '省级',
    '上海市：',
    '≥',
    '≤',
    '不足',
    '超过',
    ' ',
    '\u00a0',
    '\u200b',
    '\u3000',
    '暂缺',
    '：',
    '万',
    '项',
    '分',
    '工作日',
    'O',
    'e',
    '／',
    '１',
    '９',
    '+',
    '−',
  ),
  fc.string({ maxLength: 3, unit: 'binary' }),
);
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

describe('a value', () => {
  test('that was formatted is read back as it was', () => {
    fc.assert(
      fc.property(quantity, unit, (q, u) => {
        const read = readValue(phrase(q, u), { unit: u, role: 'stated' });
        expect(read).toMatchObject({ kind: 'number', quantity: q });
      }),
      runs(3000),
    );
  });

  test('of a share is read back with its sign', () => {
    fc.assert(
      fc.property(quantity, (q) => {
        const read = readValue(phrase(q, '%'), { unit: '%', role: 'achieved' });
        expect(read).toMatchObject({ kind: 'number', quantity: q });
      }),
      runs(2000),
    );
  });

  test('never has other digits than those written', () => {
    fc.assert(
      fc.property(
        cell,
        fc.constantFrom(...BUILT_IN_UNITS.names, '万件', '亿元', '万平方米'),
        fc.constantFrom('baseline', 'target', 'achieved', 'frontier', 'stated'),
        (text, u, role) => {
          const read = readValue(text, { unit: u, role });
          if (isRefusal(read)) return;
          const written = halfWidth(visible(text)).replace(/[^\d.]/g, '');
          expect(halfWidth(contentOf(read)).replace(/[^\d.]/g, '')).toBe(written);
        },
      ),
      runs(20_000),
    );
  });

  test('is silent only where what is read is what stands there', () => {
    fc.assert(
      fc.property(cell, fc.constantFrom('%', '项', '分'), (text, u) => {
        const read = readValue(text, { unit: u, role: 'achieved' });
        if (read.kind !== 'number' || read.normalised !== null) return;
        for (const number of [lowerOf(read.quantity), upperOf(read.quantity)]) expect(text).toContain(number);
      }),
      runs(10_000),
    );
  });
});

describe('a table', () => {
  const field = fc
    .oneof(fc.string({ maxLength: 8 }), fc.stringMatching(/^[一-十“”，,"\n; ]{0,6}$/))
    .map((s) => s.replace(/\r/g, ''));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );

  test('that was written by a program has the same records when it is read', () => {
    fc.assert(
      fc.property(table, (rows) => {
        // Commas must be what divides it: a table of semicolons and no comma is another table.
        const head = ['序号', '组', '指标', '单位', '备注'].concat(Array.from({ length: 9 }, (_, i) => `列${i}`));
        const all = [head, ...rows];
        const { lines, problems } = grid('t.csv', csvFormatRows(all));
        expect(lines.map((l) => l.cells)).toEqual(all);
        expect(problems.filter((p) => p.code.startsWith('csv/'))).toEqual([]);
      }),
      runs(1000),
    );
  });
});

describe('nothing a person can commit', () => {
  /** Cuts, repeats and strange letters at random places of a sound file. */
  const spoil = (text: string): fc.Arbitrary<string> =>
    fc
      .array(
        fc.tuple(
          fc.nat(text.length),
          fc.nat(12),
          fc.oneof(
            cell,
            fc.constantFrom(
              '"',
              '""',
              '\n',
              '\r',
              ',',
              '---',
              '#',
              '<',
              '>',
              '{',
              '}',
              '*',
              '`',
              '[',
              '](',
              '&',
              '|',
              '\t',
              ': ',
              '- ',
              '\0',
              '\ud800',
              '\u202e',
              '锟斤拷',
              '<Comparison group="附表" />',
            ),
          ),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((edits) => edits.reduce((t, [at, cut, put]) => t.slice(0, at) + put + t.slice(at + cut), text));

  test.each([TABLE, FACTS, REGISTRY, TEXT])('makes the reader fail: %s', (path) => {
    fc.assert(
      fc.property(spoil(textOf(path)), (text) => {
        const { problems } = read(valid().set(path, text));
        // A word that was not filled in; braces around a digit are the text's own.
        expect(
          problems.filter((p) => p.message.includes('undefined') || /\{[a-zA-Z]{3,}\}/.test(p.message + p.hint)),
        ).toEqual([]);
      }),
      runs(250),
    );
  });

  test.each([TABLE, FACTS, REGISTRY, TEXT])('makes the reader fail, of any bytes: %s', (path) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, inside) => {
        const sound = new TextEncoder().encode(textOf(path));
        const body = inside ? Uint8Array.of(...sound.subarray(0, 150), ...bytes, ...sound.subarray(150)) : bytes;
        read(valid().set(path, body));
      }),
      runs(250),
    );
  });

  test('makes the reader fail, in any file of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'binary' }), (name, text) => {
        read(valid().set(`data/issues/1/${name}`, text).set(`content/issues/${name}.mdx`, text));
      }),
      runs(200),
    );
  });
});

describe('encodings', () => {
  const words = [...new Set([...textOf(TABLE), ...textOf(TEXT)].filter((c) => /\p{Script=Han}/u.test(c)))];
  const phraseOf = fc
    .array(fc.constantFrom(...words), { minLength: 2, maxLength: 12 })
    .map((letters) => letters.join(''));

  test('Chinese saved as UTF-8 and read as GBK is known as spoiled, the words themselves are not', () => {
    fc.assert(
      fc.property(phraseOf, (text) => {
        expect(mojibake(text)).toBe(false);
        expect(mojibake(new TextDecoder('gb18030').decode(new TextEncoder().encode(text)))).toBe(true);
      }),
      runs(2000),
    );
  });

  test('UTF-16 is read as UTF-8 is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.boolean(), (tail, bigEndian) => {
        const text = `序号,组,指标\n1,附表,${tail}`;
        const bytes = new Uint8Array(text.length * 2 + 2);
        const view = new DataView(bytes.buffer);
        [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((code, i) =>
          view.setUint16(i * 2, code, !bigEndian),
        );
        expect(decode('t.csv', bytes).text).toBe(text);
      }),
      runs(300),
    );
  });
});
