import type { Check } from '../check.ts';

/** The front matter of a text. */
export const FRONT_MATTER = {
  'front-matter/missing': {
    severity: 'error',
    title: '缺文件头',
    message: '正文开头没有文件头（两行 --- 之间的部分）',
    hint: '在第一行写 ---，写上 title、date 等，再写一行 ---',
    example: ['直接从正文写起', '---'],
  },
  'front-matter/syntax': {
    severity: 'error',
    title: '文件头写法',
    message: '文件头这一行读不通',
    hint: '每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
    example: ['title：通报', 'title: 通报'],
  },
  'front-matter/too-many-keys': {
    severity: 'error',
    title: '文件头过长',
    message: '文件头有 {count} {unit}，超过了 {limit} {unit}',
    hint: '只留 data/README.md 里列出的项',
    example: ['几百行的文件头', '十几行的文件头'],
  },
  'front-matter/long-line': {
    severity: 'error',
    title: '文件头一行过长',
    message: '文件头这一行有 {count} 字，超过了 {limit} 字（“{found}”）',
    hint: '只写这一项的内容；列表可以每行写一个“- 甲”',
    example: ['title: 整篇正文', 'title: 通报'],
  },
  'front-matter/duplicate-key': {
    severity: 'error',
    title: '文件头重复',
    message: '文件头里“{found}”写了两次',
    hint: '只留一行',
    example: ['两行 topic', '一行 topic'],
  },
  'front-matter/missing-key': {
    severity: 'error',
    title: '文件头缺项',
    message: '文件头缺“{found}”（{label}）',
    hint: '补上一行“{found}: …”',
    example: ['没有 date', 'date: 2021-01-25'],
  },
  'front-matter/unknown-key': {
    severity: 'error',
    title: '文件头多项',
    message: '文件头里的“{found}”不认识{near}',
    hint: '删掉或改正这一行；可用的项见 data/README.md',
    example: ['titel: 通报', 'title: 通报'],
  },
  'front-matter/value': {
    severity: 'error',
    title: '文件头内容',
    message: '“{key}”（{label}）写的是“{found}”，{problem}',
    hint: '{cure}',
    example: ['date: 2021-02-30', 'date: 2021-01-25'],
  },
  'front-matter/name-is-figure': {
    severity: 'error',
    title: '把数写成了名称',
    message: 'names 里的“{found}”是一个数，不是名称；写在这里，正文里的这个数就不核对了',
    hint: '从 names 里删掉它，在 facts.csv 登记这个数；是名称里的数字的，写整个名称，如“24小时自助服务区”',
    example: ['names: [97.2%]', 'names: [24小时自助服务区]'],
  },
  'front-matter/no-original': {
    severity: 'error',
    title: '没有原件扫描',
    message: '找不到原件扫描“{found}”',
    hint: '把文件放进 public/originals/，或删掉 original 这一行',
    example: ['original: 48.pdf（没有这个文件）', 'public/originals/48.pdf'],
  },
  'front-matter/original-link': {
    severity: 'error',
    title: '原件扫描是链接',
    message: 'public/originals/ 里的“{found}”是链接或快捷方式，指向这个文件夹以外的地方，或者读不到',
    hint: '把文件本身放进 public/originals/，不要放链接',
    example: ['指向 D:\\底稿 的 48.pdf', '文件本身'],
  },
  'front-matter/original-kind': {
    severity: 'error',
    title: '原件扫描的类型',
    message: 'public/originals/ 里的“{found}”不是它的扩展名所说的 PDF、PNG 或 JPEG 文件',
    hint: '用扫描或看图软件打开原件，另存为 PDF，再放进 public/originals/；不要直接改扩展名',
    example: ['网页改名为 48.pdf', '另存为 48.pdf'],
  },
} as const satisfies Record<string, Check>;
