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
  const where = `见“${site}”${address === null ? '' : `：${address}`}`;
  if (number === null)
    return `${office}《${series}》历期，图${quoted(title)}，数据更新至${chineseDate(published)}，${where}`;
  const what = kind === 'dataset' ? `${quoted(title)}数据集` : `${kind === 'chart' ? '图' : ''}${quoted(title)}`;
  const data = `数据版本${version}${versionDate === null ? '' : `（${chineseDate(versionDate)}）`}`;
  return `${office}《${series}》第${number}期（${chineseDate(published)}），${what}，${data}，${where}`;
}
