import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './command.ts';

/**
 * Where a path is on the disk, without any link: what may not be written into is so by whatever name, and a link stays one while
 * the folder that it leads to, which a server may serve, is written into. What does not exist yet is named as it will be.
 */
export function placeOf(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    if (isLink(whole))
      throw new UsageError(`“${whole}”是一个断了的链接，它指向的文件夹不存在：请先建好那个文件夹，或者换一个名称`);
    const parent = dirname(whole);
    return parent === whole ? whole : join(placeOf(parent), basename(whole));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
