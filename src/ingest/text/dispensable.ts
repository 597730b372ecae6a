/** When a table without anything in it may go altogether, in words that follow a cure; none where it may not. */
export function withoutOf(file: string): string {
  if (file.endsWith('/facts.csv')) return '；正文没有要登记的数字的，删除这个文件';
  if (file.endsWith('/units.csv')) return '；没有要加的单位的，删除这个文件';
  const isOneOfSeveral = file.startsWith('data/issues/') && !file.endsWith('/comparison.csv');
  return isOneOfSeveral ? '；这期没有这张表的，删除这个文件' : '';
}
