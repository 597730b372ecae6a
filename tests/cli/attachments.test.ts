import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRoot, load, publishable, readAttachment, readRoot, sha256 } from '../../src/catalog.ts';
import { isAttachment } from '../../src/check/attachment.ts';
import { writeAttachments } from '../../src/cli/attachments.ts';
import { writerBelow } from '../../src/cli/units/folders.ts';
import { format } from '../../src/ingest/problem/problem.ts';
import { temporary } from '../temporary.ts';

const work = temporary('attachments');

const PDF = Buffer.from('%PDF-1.7\n扫描');
const PNG = Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1');
const HTML = Buffer.from('<script>alert(1)</script>');

let count = 0;
/** A root whose bulletin names `original: 1.pdf`, with files below `public/`. */
function rootWith(files: Readonly<Record<string, Buffer>>): string {
  count += 1;
  const root = join(work, `root-${count}`);
  cpSync(join(import.meta.dirname, '../cases/original-missing'), root, { recursive: true });
  mkdirSync(join(root, 'public/originals'), { recursive: true });
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(root, 'public', path), bytes);
  return root;
}

function written(root: string, made = new Set<string>()): string[] {
  const read = readRoot(root);
  const out = `${root}-out`;
  mkdirSync(out);
  writeAttachments(read, publishable(read, checkRoot(read)), made, writerBelow(out));
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
}

const told = (root: string): string[] => load(root).problems.map(format);

describe('what is published of public/', () => {
  test('is the scan that a bulletin names and pictures, and nothing else', () => {
    const root = rootWith({
      'originals/1.pdf': PDF,
      'originals/2.pdf': PDF,
      'originals/1.html': HTML,
      'originals/1.svg': Buffer.from('<svg onload="alert(1)"/>'),
      'originals/.env': Buffer.from('KEY=1'),
      'map.png': PNG,
      'page.html': HTML,
      'disguised.png': HTML,
      'icon.svg': Buffer.from('<svg onload="alert(1)"/>'),
      '.env': Buffer.from('KEY=1'),
    });
    expect(written(root)).toEqual(['map.png', 'originals', join('originals', '1.pdf')]);
    const read = readRoot(root);
    expect(publishable(read, checkRoot(read)).originals).toEqual(new Map([['originals/1.pdf', sha256(PDF)]]));
  });

  test.each(['map.png', 'map.png/b.png', 'manifest.sha256/a.png', 'manifest.sha256.sig/a.png', 'a/map.png.gz/a.png'])(
    'is no “%s”, which would take the place of what a build makes, or may make',
    (path) => {
      const root = rootWith({ 'originals/1.pdf': PDF });
      mkdirSync(dirname(join(root, 'public', path)), { recursive: true });
      writeFileSync(join(root, 'public', path), PNG);
      expect(() => written(root, new Set(['map.png', 'a/map.png', 'b/index.html']))).toThrow(
        `“public/${path}”与网站生成的文件同名，没有发布任何内容\n→ 把 public/ 里的这个文件改名，再试一次`,
      );
    },
  );

  test('is no file that would take the place of a folder', () => {
    const root = rootWith({ 'originals/1.pdf': PDF, b: PNG, 'b.png': PNG });
    expect(() => written(root, new Set(['b.png/index.html']))).toThrow('“public/b.png”与网站生成的文件同名');
  });

  test('is not what changed between the check and the writing', () => {
    const root = rootWith({ 'originals/1.pdf': PDF });
    const read = readRoot(root);
    const library = publishable(read, checkRoot(read));
    writeFileSync(join(root, 'public/originals/1.pdf'), '%PDF-1.7\n另一份');
    const message = '“public/originals/1.pdf”刚刚被改动，没有发布任何内容。请再运行一次';
    expect(() => {
      writeAttachments(read, library, new Set(), writerBelow(work));
    }).toThrow(message);
    writeFileSync(join(root, 'public/originals/1.pdf'), HTML);
    expect(() => readAttachment(read, 'originals/1.pdf')).toThrow(message);
  });
});

describe('a scan', () => {
  test('that is not there is told at its line', () => {
    expect(told(rootWith({}))).toEqual([
      'content/issues/1.mdx 第4行：找不到原件扫描“1.pdf”\n→ 把文件放进 public/originals/，或删掉 original 这一行',
    ]);
  });

  test('that is another kind of file than its name says is told at its line', () => {
    expect(told(rootWith({ 'originals/1.pdf': HTML }))).toEqual([
      'content/issues/1.mdx 第4行：public/originals/ 里的“1.pdf”不是它的扩展名所说的 PDF、PNG 或 JPEG 文件\n' +
        '→ 用扫描或看图软件打开原件，另存为 PDF，再放进 public/originals/；不要直接改扩展名',
    ]);
  });

  test('that leads out of the root, or nowhere, is told at its line', () => {
    const outside = join(work, 'secret.pdf');
    writeFileSync(outside, PDF);
    for (const target of [outside, 'nowhere.pdf']) {
      const root = rootWith({});
      symlinkSync(target, join(root, 'public/originals/1.pdf'));
      expect(told(root)).toEqual([
        'content/issues/1.mdx 第4行：public/originals/ 里的“1.pdf”是链接或快捷方式，指向这个文件夹以外的地方，或者读不到\n' +
          '→ 把文件本身放进 public/originals/，不要放链接',
      ]);
    }
  });

  test.each([
    ['48.pdf', PDF, true],
    ['48.PDF', PDF, true],
    ['48.png', PNG, true],
    ['48.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), true],
    ['48.png', PDF, false],
    ['48.pdf', Buffer.alloc(0), false],
    ['48.html', PDF, false],
    ['pdf', PDF, false],
    ['48.constructor', PDF, false],
  ])('%s is taken for what its first bytes are', (name, bytes, taken) => {
    expect(isAttachment(name, bytes)).toBe(taken);
  });
});

describe('a table or a text', () => {
  test.each(['data/issues/1/facts.csv', 'content/issues/1.mdx'])('%s that leads out of the root is refused', (path) => {
    const root = rootWith({ 'originals/1.pdf': PDF });
    const outside = join(work, `outside-${count}`);
    cpSync(join(root, path), outside);
    rmSync(join(root, path));
    symlinkSync(outside, join(root, path));
    expect(told(root)).toContain(
      `${path}：这个文件是链接或快捷方式，指向这个文件夹以外的地方，不能公开\n→ 把文件本身放在这里，不要放链接`,
    );
  });

  test('of a folder that leads out of the root is refused too', () => {
    const root = rootWith({ 'originals/1.pdf': PDF });
    const outside = join(work, `folder-${count}`);
    cpSync(join(root, 'data'), outside, { recursive: true });
    rmSync(join(root, 'data'), { recursive: true });
    symlinkSync(outside, join(root, 'data'), 'junction');
    expect(load(root).problems.map((p) => `${p.file} ${p.code}`)).toContain('data/indicators.csv file/outside');
  });

  test('that leads to a file of the same root is read', () => {
    const root = rootWith({ 'originals/1.pdf': PDF });
    cpSync(join(root, 'data/issues/1/facts.csv'), join(root, 'facts'));
    rmSync(join(root, 'data/issues/1/facts.csv'));
    symlinkSync(join(root, 'facts'), join(root, 'data/issues/1/facts.csv'));
    expect(told(root)).toEqual([]);
  });

  test('of a root that is reached by a link is read', () => {
    const link = join(work, 'link');
    symlinkSync(rootWith({ 'originals/1.pdf': PDF }), link, 'junction');
    expect(told(link)).toEqual([]);
  });
});
