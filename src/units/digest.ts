import { createHash } from 'node:crypto';

/**
 * SHA-256 of a value of plain data, hexadecimal: of what it holds and of which of its objects are one and the same, whoever made
 * it and however a string lies in memory (which is why it is not the digest of `v8.serialize`).
 * @throws what is no plain data: a function, an instance of a class.
 */
export function digestOf(value: unknown): string {
  const hash = createHash('sha256');
  let pending = '';
  const write = (piece: string): void => {
    pending += piece;
    if (pending.length < CHUNK) return;
    hash.update(pending);
    pending = '';
  };
  const seen = new Map<object, number>();
  const walk = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) {
      write(atom(one));
      return;
    }
    const before = seen.get(one);
    if (before !== undefined) {
      write(`#${before} `);
      return;
    }
    seen.set(one, seen.size);
    container(one, walk, write);
  };
  walk(value);
  return hash.update(pending).digest('hex');
}

/** Characters handed over at a time: a string that grows without end is slow, and so is a call for each. */
const CHUNK = 65_536;

function atom(one: unknown): string {
  if (typeof one === 'string') return JSON.stringify(one);
  if (typeof one === 'number' || typeof one === 'boolean' || one === null || one === undefined)
    return `${String(one)} `;
  throw new TypeError(`no plain data: ${typeof one}`);
}

function container(one: object, walk: (value: unknown) => void, write: (piece: string) => void): void {
  if (Array.isArray(one)) {
    write(`[${one.length} `);
    for (const item of one) walk(item);
  } else if (one instanceof Map) {
    write(`M${one.size} `);
    for (const [key, item] of one) {
      walk(key);
      walk(item);
    }
  } else if (one instanceof Set) {
    write(`S${one.size} `);
    for (const item of one) walk(item);
  } else if (one instanceof Uint8Array) {
    write(`B${createHash('sha256').update(one).digest('hex')} `);
  } else if (isPlain(one)) {
    const entries = Object.entries(one);
    write(`{${entries.length} `);
    for (const [key, item] of entries) {
      write(JSON.stringify(key));
      walk(item);
    }
  } else throw new TypeError(`no plain data: ${one.constructor.name}`);
}

const isPlain = (one: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(one);
  return prototype === Object.prototype || prototype === null;
};
