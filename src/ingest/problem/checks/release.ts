import type { Check } from '../check.ts';

/** What an editor looks at before publication. */
export const RELEASE = {
  'release/no-definition': {
    severity: 'warning',
    title: '没有口径',
    message: '“{found}”在指标名录里没有口径，页面会写“口径未公布”',
    hint: '在 data/indicators.csv 补上口径；确实没有公布的，在文件头 acknowledged 里写 {code}',
    example: ['口径一列空着', '口径写明怎样计算'],
  },
  'release/no-as-of': {
    severity: 'warning',
    title: '没有时期',
    message: '“{found}”的列名没有写时期，也没有写达到时点，页面会写“通报未注明”',
    hint: '写在列名里，如“2023年一季度综合得分（分）”；通报没有写的，在文件头 acknowledged 里写 {code}',
    example: ['综合得分（分）', '2023年一季度综合得分（分）'],
  },
  'release/indicator-gone': {
    severity: 'warning',
    title: '少了指标',
    message: '第{other}期有“{found}”，本期没有',
    hint: '核对是否漏填；通报确实不再列的，在文件头 acknowledged 里写 {code}',
    example: ['上期有、本期没有', '两期都有'],
  },
  'release/large-move': {
    severity: 'warning',
    title: '变动过大',
    message: '“{found}”由第{other}期的 {before} 变为 {after}，超过历次最大变动（{usual}）的两倍',
    hint: '照通报核对；没有错的，在文件头 acknowledged 里写 {code}',
    example: ['57.9% 变为 5.79%', '57.9%'],
  },
  'release/stated-otherwise': {
    severity: 'warning',
    title: '与前期不同',
    message: '“{found}”的“{column}”，第{other}期写的是 {before}，本期是 {after}',
    hint: '照通报核对，看是否填到了别的指标上；第{other}期错了的，更正那一期，记入 data/corrections.csv；两期都照通报的，在文件头 acknowledged 里写 {code}',
    example: ['上期2023年达到 57.9%，本期2023年评价水平 75.9%', '57.9%'],
  },
  'release/no-english-name': {
    severity: 'warning',
    title: '没有英文名',
    message: '“{found}”没有英文名',
    hint: '在 data/indicators.csv 补上；暂时不用的，在文件头 acknowledged 里写 {code}',
    example: ['英文名一列空着', 'Share of items …'],
  },
  'release/no-summary': {
    severity: 'warning',
    title: '没有结论',
    message: '本期没有可以自动写成结论的目标或得分',
    hint: '核对对照表是否有目标列；确实没有的，在文件头 acknowledged 里写 {code}',
    example: ['只有基期', '有目标和达到水平'],
  },
  'release/stale-acknowledgement': {
    severity: 'warning',
    title: '多余的确认',
    message: '文件头确认了“{found}”，本期并没有这个提醒',
    hint: '从 acknowledged 里删掉它',
    example: ['acknowledged: [release/no-as-of]', '（删去）'],
  },
} as const satisfies Record<string, Check>;
