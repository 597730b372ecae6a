/** What a file's table is called where no column names it: 附件1.csv is 附件1, comparison.csv 附表. */
export function tableNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.csv$/, '');
  return name === 'comparison' ? '附表' : name;
}
