/** The column that names a row's area, in a comparison or an area table. */
export const AREA_FIELD = {
  name: '地区',
  aliases: ['县区', '区县', '县（市、区）', '县市区', '市县', '单位名称', '地区名称'],
} as const;
