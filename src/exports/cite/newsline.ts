import { chineseDate, quoted } from '../../wording/phrase.ts';
import type { Work } from './work.ts';

/** 新闻一行: the source as a newspaper prints it. */
export function newsline({
  office,
  series,
  number,
  published,
  kind,
  title,
  version,
  versionDate,
  site,
  address,
}: Work): string {
  const what = { chart: `图${quoted(title)}`, dataset: `${quoted(title)}数据集`, bulletin: quoted(title) }[kind];
  const data = `数据版本${version}${versionDate === null ? '' : `（${chineseDate(versionDate)}）`}`;
  const where = `见“${site}”${address === null ? '' : `：${address}`}`;
  return `${office}《${series}》第${number}期（${chineseDate(published)}），${what}，${data}，${where}`;
}
