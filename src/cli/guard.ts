import { readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { UsageError } from './command.ts';
import { placeOf } from './place.ts';
import { CACHE, PROJECT } from './workshop.ts';

/** What is replaced is a site made earlier, never a folder of sources. @param target its place, as that of the root (`placeOf`) */
export function guard(target: string, root: string): void {
  if (holds(target, root) || holds(target, PROJECT))
    throw new UsageError(`--out 不能是“${target}”：数据或程序在这个文件夹里`);
  const source = sourcesOf(root).find((folder) => holds(folder, target));
  if (source !== undefined) throw new UsageError(`--out 不能是“${target}”：“${source}”里是数据或程序，请换一个文件夹`);
  const there = statSync(target, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) throw new UsageError(`--out 的“${target}”是一个文件，不是文件夹，请换一个名称`);
  const names = there ? readdirSync(target).sort() : [];
  const precious = names.find((name) => ['.git', 'content', 'package.json'].includes(name));
  // Every site has a front page: what has none is something else's folder.
  const foreign = precious ?? (names.includes('index.html') ? undefined : names[0]);
  if (foreign !== undefined)
    throw new UsageError(`--out 的文件夹“${target}”里有“${foreign}”，不像是生成的网站，请换一个文件夹`);
}

/** A site takes the place of all that was in its folder; and units are no data. */
export function guardStore(store: string, target: string, root: string): void {
  if (holds(target, store) || holds(store, target))
    throw new UsageError(`--store 的“${store}”和 --out 的“${target}”不能一个在另一个里面`);
  if (holds(store, root) || holds(store, PROJECT))
    throw new UsageError(`--store 不能是“${store}”：数据或程序在这个文件夹里`);
  const cache = placeOf(CACHE);
  const source = sourcesOf(root).find((folder) => folder !== cache && holds(folder, store));
  if (source !== undefined) throw new UsageError(`--store 不能是“${store}”：“${source}”里是数据或程序，请换一个文件夹`);
}

const sourcesOf = (root: string): string[] =>
  [...SOURCES.map((name) => join(PROJECT, name)), ...DATA.map((name) => join(root, name))].map(placeOf);

/** What of this project, and of a root, is never a site. */
const SOURCES = ['.cache', '.ci', '.git', '.github', 'node_modules', 'src', 'tests'];
const DATA = ['content', 'data', 'public'];

/** Whether an inner folder is the outer one or below it. On Windows it may be on another disk. */
function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
