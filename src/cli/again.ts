import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRoot, sha256 } from '../catalog.ts';
import type { Release } from '../domain/version.ts';
import { LEDGER, ledgerText, releasesIn } from '../ledger/ledger.ts';
import { isSealed, versionFolder, versionFolders } from '../ledger/version-folder.ts';
import type { Print } from './command.ts';
import { SEALING_DISK, writeWhole } from './sealing.ts';

/**
 * Chains the ledger anew after two branches released apart: first the lines of one side, then those of the other. Only the
 * chain is written; a line whose folder is not the one it names stays for a person to decide.
 * Returns the exit code: 0 written or nothing to do, 2 where that cannot be done.
 */
export function again(root: string, print: Print): number {
  const path = join(resolve(root), LEDGER);
  const text = readFileSync(path, 'utf8');
  const releases = distinct(releasesIn(text));
  const twice = releases.find((a) => releases.some((b) => b !== a && nameOf(a) === nameOf(b)));
  if (twice) {
    print(
      `${nameOf(twice)}在两边各公布了一次，内容不同，不能接在一起。留下先公开的一边的 ${LEDGER} 和 ${versionFolder(twice)}，再把另一边的改动作为下一版公布。`,
    );
    return 2;
  }
  const folders = versionFolders(readRoot(root).files);
  const broken = releases.find((one) => !isSealed(folders.get(versionFolder(one)), one, sha256));
  if (broken) {
    print(`${nameOf(broken)}的存档 ${versionFolder(broken)} 不见了，或与台账的 sha256 不符。请先恢复它，再运行一次。`);
    return 2;
  }
  const chained = ledgerText(releases, sha256);
  if (chained === text) {
    print(`${LEDGER} 前后相接，不用重接。`);
    return 0;
  }
  writeWhole(path, Buffer.from(chained), SEALING_DISK);
  print(`${LEDGER} 已重新接好，共 ${releases.length} 行。请提交它。`);
  return 0;
}

const nameOf = ({ issue, version }: Release): string => `第${issue}期第${version}版`;

/** A line that both sides have counts once. */
const distinct = (releases: readonly Release[]): Release[] => [
  ...new Map(releases.map((one) => [JSON.stringify(one), one])).values(),
];
