/** A few lines that fetch the data, ready to be copied. */
export interface Sample {
  readonly name: string;
  readonly code: string;
}

/** Addresses in full, where the site has a public one. */
interface Addresses {
  /** The data of all bulletins. */
  readonly csv: string;
  readonly workbook: string;
  /** Of the interface, with a slash at the end. */
  readonly api: string;
}

/** Each reads the file of all bulletins as it is: UTF-8 with a mark at its beginning, blank where there is nothing. */
export const samples = ({ csv, workbook, api }: Addresses): Sample[] => [
  {
    name: 'Python（不用安装别的包）',
    code: lines(
      'import csv, io, urllib.request',
      '',
      `with urllib.request.urlopen("${csv}") as f:`,
      '    rows = list(csv.DictReader(io.TextIOWrapper(f, encoding="utf-8-sig", newline="")))',
      '',
      '# 每期达到的水平和结果；数值照通报的位数，没有的为空',
      'for r in rows:',
      '    if r["role"] == "achieved" and r["value"]:',
      '        print(r["issue"], r["periodLabel"], r["name"], r["value"], r["unit"], r["outcome"])',
    ),
  },
  {
    name: 'Python（pandas）',
    code: lines(
      'import pandas as pd',
      '',
      `d = pd.read_csv("${csv}", encoding="utf-8-sig", dtype=str, keep_default_na=False)`,
      'd["value"] = pd.to_numeric(d["value"])',
      'print(d[d["role"] == "achieved"][["issue", "periodLabel", "name", "value", "unit", "outcome"]])',
    ),
  },
  {
    name: 'R',
    code: lines(
      `d <- read.csv("${csv}", fileEncoding = "UTF-8-BOM", colClasses = "character")`,
      'd$value <- as.numeric(d$value)',
      'subset(d, role == "achieved", c(issue, periodLabel, name, value, unit, outcome))',
    ),
  },
  {
    name: 'Excel、WPS',
    code: lines(
      `下载后直接打开：${workbook}`,
      '',
      '要能刷新的，用“数据 → 获取数据 → 自其他源 → 空白查询”，在高级编辑器里填入：',
      'let',
      `    文件 = Csv.Document(Web.Contents("${csv}"), [Delimiter=",", Encoding=65001, QuoteStyle=QuoteStyle.Csv]),`,
      '    数据 = Table.PromoteHeaders(文件, [PromoteAllScalars=true])',
      'in',
      '    数据',
    ),
  },
  { name: 'curl', code: lines(`curl -O ${csv}`, `curl ${api}issues.json`) },
];

const lines = (...all: readonly string[]): string => all.join('\n');
