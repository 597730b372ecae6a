import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathsBelow } from '../../src/cli/manifest.ts';
import { makerAt, type Maker } from '../../src/cli/units/making.ts';
import { unitStoreIn } from '../../src/cli/units/store.ts';
import type { Task } from '../../src/cli/units/task.ts';
import { keyOf, pngOf } from '../../src/raster/raster.ts';
import { temporary } from '../temporary.ts';

const work = temporary('making');

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4" fill="#fbfaf7"/></svg>';
const PICTURE = { svg: SVG, scale: 2 };
const PNG = await pngOf(PICTURE);

/** A unit of one page, a file, and a picture at two addresses. */
const RENDERER = `
export const render = async (path) => '<p>' + path + '</p>';
export const contents = (kind, name) => ({
  pages: ['/' + name + '/'],
  files: () => [
    { path: name + '/x.txt', make: () => name },
    ...['/x.png', '/v1/x.png'].map((path) => ({ path: name + path, make: () => (${JSON.stringify(PICTURE)}) })),
  ],
  entries: () => [],
});
`;
const renderer = join(work, 'renderer.mjs');
writeFileSync(renderer, RENDERER);

let count = 0;
const empty = (): string => join(work, String(count++));
const made = { library: {} as never, entries: new Map() };
const task = (key: string, name = 'issue/1'): Task => ({ kind: 'issue', name, key: key.repeat(64), made });
const makerWith = (store: string, site: string, isScratch = false): Maker =>
  makerAt({ renderer, assets: '', store, site, isScratch, form: { portable: false, compress: false } });
const inSite = (site: string, path: string): Buffer => readFileSync(join(site, path));

describe('a unit', () => {
  test('is made once, then taken', async () => {
    const [store, first, second] = [empty(), empty(), empty()];
    const done = await makerWith(store, first).make(task('a'));
    const later = makerWith(store, second);
    expect(later.take(task('b'))).toBeNull();
    expect(later.take(task('a'))).toEqual(done);
    expect(done.lines.match(/(?<= {2}).+/g)).toEqual([
      'issue/1/index.html',
      'issue/1/x.txt',
      'issue/1/x.png',
      'issue/1/v1/x.png',
    ]);
    for (const site of [first, second]) {
      expect(inSite(site, 'issue/1/index.html').toString()).toBe('<p>/issue/1/</p>');
      expect(inSite(site, 'issue/1/v1/x.png')).toEqual(PNG);
      expect(statSync(join(site, 'issue/1/x.txt')).mode & 0o777).toBe(0o444);
    }
    // Kept, and in two sites at two addresses.
    expect(statSync(join(first, 'issue/1/x.png')).nlink).toBe(5);
  });

  test('leaves no file beside its store where no site is wanted', async () => {
    const [store, scratch, site] = [empty(), empty(), empty()];
    const filling = makerWith(store, scratch, true);
    const done = await filling.make(task('a'));
    expect(filling.take(task('a'))).toEqual(done);
    expect(pathsBelow(scratch)).toEqual([]);
    expect(makerWith(store, site).take(task('a'))).toEqual(done);
  });

  test('is made and kept all the same if the store was cleared meanwhile', async () => {
    const [store, first, second] = [empty(), empty(), empty()];
    const maker = makerWith(store, first);
    await maker.make(task('a'));
    rmSync(store, { recursive: true });
    const done = await maker.make(task('b', 'issue/2'));
    expect(makerWith(store, second).take(task('b', 'issue/2'))).toEqual(done);
  });
});

describe('a picture', () => {
  /** Keeps another content as the PNG that was drawn for the unit before, so that it shows whether that is taken. */
  const before = (store: string): { digest: string; file: string } => {
    const kept = unitStoreIn(store);
    const digest = kept.keep(Buffer.from('drawn before'), empty());
    kept.keepRecord('0'.repeat(64), 'issue/1', {
      files: [],
      packed: [],
      pictures: [[keyOf(PICTURE), digest]],
      entries: [],
    });
    return { digest, file: join(store, 'files', digest.slice(0, 2), digest) };
  };

  test('that its unit had before is not drawn again', async () => {
    const [store, site] = [empty(), empty()];
    before(store);
    await makerWith(store, site).make(task('a'));
    for (const path of ['issue/1/x.png', 'issue/1/v1/x.png'])
      expect(inSite(site, path).toString()).toBe('drawn before');
  });

  test('that another unit had is drawn', async () => {
    const [store, site] = [empty(), empty()];
    before(store);
    await makerWith(store, site).make(task('a', 'issue/2'));
    expect(inSite(site, 'issue/2/x.png')).toEqual(PNG);
  });

  const spoil: Record<string, (file: string) => void> = {
    gone: (file) => rmSync(file),
    empty: (file) => writeFileSync(file, ''),
    'spoilt within': (file) => writeFileSync(file, 'drawn befor3'),
    'a folder': (file) => {
      rmSync(file);
      mkdirSync(join(file, 'within'), { recursive: true });
    },
    'a link to the same': (file) => {
      renameSync(file, `${file}.moved`);
      symlinkSync(`${file}.moved`, file);
    },
    'a link to nothing': (file) => {
      rmSync(file);
      symlinkSync('nothing', file);
    },
  };

  test.each(Object.keys(spoil))('is drawn again if what was kept of it is %s', async (how) => {
    const [store, site] = [empty(), empty()];
    const { file } = before(store);
    chmodSync(file, 0o644);
    spoil[how]!(file);
    await makerWith(store, site).make(task('a'));
    expect(inSite(site, 'issue/1/x.png')).toEqual(PNG);
  });
});
