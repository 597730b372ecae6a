import { problem, type Problem } from '../problem/problem.ts';
import type { Cell } from './sheet.ts';

/** The column that names a row's area, in a comparison or an area table. */
export const AREA_FIELD = {
  name: '地区',
  aliases: ['县区', '区县', '县（市、区）', '县市区', '市县', '单位名称', '地区名称'],
} as const;

/** What the name of a place ends in; a city, a county and a park as people say them, and a whole. */
const PLACE =
  /(?:[省市县区旗州盟镇乡村]|街道|办事处|社区|地区|园区|开发区|示范区|新区|林场|农场|管委会|师|团|兵团)(?:[（(][^（）()]*[）)])?$/;
const WHOLE = /^(?:全[国省市县区镇乡]|合计|平均|城区|郊区|市直|省直|县直|区直|其他)/;

/** A place that is left out, or whose name is cut off or mistyped; a column of 单位名称 may hold any name. */
export function areaProblems(cell: Cell | undefined): Problem[] {
  if (!cell) return [];
  if (cell.text === '') return [problem('row/no-area', cell.at)];
  if (cell.at.column === '单位名称' || PLACE.test(cell.text) || WHOLE.test(cell.text)) return [];
  return [problem('row/area', cell.at, cell.text)];
}
