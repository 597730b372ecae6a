/**
 * The catalogue of checks: the one source for messages, the JSON's codes and the list on `/methods/`.
 * `message` and `hint` may use `{found}` and the words their caller gives. A code, once published, keeps its meaning.
 */
export interface Check {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** What is wrong, quoting what was found. */
  readonly message: string;
  /** What to type. */
  readonly hint: string;
  /** A wrong and a right way to write it. */
  readonly example: readonly [wrong: string, right: string];
}

const error = (title: string, message: string, hint: string, wrong: string, right: string): Check =>
  ({ severity: 'error', title, message, hint, example: [wrong, right] });

const notice = (title: string, message: string, hint: string, wrong: string, right: string): Check =>
  ({ severity: 'notice', title, message, hint, example: [wrong, right] });

const FILE_CHECKS = {
  'file/not-text': error('不是 CSV 文本', '这个文件其实是{kind}，只是改了扩展名，不能当作 CSV 读取', '用 Excel 或 WPS 打开它，“另存为”选择“CSV UTF-8（逗号分隔）(*.csv)”，不要直接改扩展名', '对照表.xlsx 改名为 comparison.csv', '另存为 CSV UTF-8'),
  'file/empty': error('空文件', '文件是空的，没有任何内容', '重新从 Excel 导出，或删除这个文件', '0 字节的 facts.csv', '至少有一行表头'),
  'file/unreadable': error('读不到文件', '这个文件读不到：它可能是链接或快捷方式，指向的文件不在，或者没有读取的权限', '把文件本身放在这里，不要放链接', '指向桌面的 facts.csv', '文件本身'),
  'file/encoding': error('编码损坏', '文件的文字编码读不通（既不是完整的 UTF-8，也不是 GB18030），可能在传输时截断或被改坏', '重新从 Excel“另存为”“CSV UTF-8（逗号分隔）”，再提交一次', '半个汉字的字节', 'UTF-8'),
  'file/not-utf8': error('正文不是 UTF-8', '正文文件必须是 UTF-8 编码，这个文件不是', '用记事本打开，“另存为”时编码选 UTF-8', 'ANSI 编码的 48.mdx', 'UTF-8 编码的 48.mdx'),
  'file/ambiguous-encoding': error('编码无法判断', '“{found}”含有中文表格里少见的字母，可能是 GBK 文件被当成了 UTF-8', '重新从 Excel“另存为”“CSV UTF-8（逗号分隔）”；确实是外文的，写在“英文名”或“备注”里', 'Ŀ¼', '目录'),
  'file/mojibake': error('已经存成乱码', '“{found}”是乱码，原来的文字已经丢失', '照原文重新输入这一格', '锟斤拷锟斤拷', '暂缺'),
  'file/control-character': error('控制字符', '“{found}”里有看不见的控制字符，会让显示与实际不同', '删掉这一格，手工重新输入', '带有 U+202E 的文字', '不带控制字符的文字'),
  'file/gb18030': notice('GB18030 编码', '文件是 GB18030（ANSI）编码，已按它读取', '不必改；以后“另存为”选“CSV UTF-8”更稳妥', 'CSV（逗号分隔）', 'CSV UTF-8（逗号分隔）'),
  'file/utf16': notice('UTF-16 编码', '文件是 UTF-16（“Unicode 文本”），已按它读取', '不必改；以后“另存为”选“CSV UTF-8”更稳妥', 'Unicode 文本', 'CSV UTF-8（逗号分隔）'),
  'file/too-large': error('文件过大', '文件有 {size} MB，超过了 {limit} MB，不像是通报的表格', '检查是否导出了整张工作表，只留有内容的行和列', '50 MB 的 facts.csv', '几十 KB 的 facts.csv'),
  'file/name': error('文件名', '文件名“{found}”不认识', '正文用“期号.mdx”（如 48.mdx），数据文件夹用期号，表格只用 comparison.csv 和 facts.csv；副本和临时文件请删除', 'comparison (1).csv', 'comparison.csv'),
  'file/no-registry': error('缺指标名录', '没有找到 data/indicators.csv', '建立指标名录 data/indicators.csv，写法见 data/README.md', '没有 data/indicators.csv', 'data/indicators.csv'),
} as const satisfies Record<string, Check>;

const CSV_CHECKS = {
  'csv/unclosed-quote': error('引号没有配对', '“{found}”以英文双引号开头，却没有结尾的引号，后面的行会被它吞掉', '删掉这个引号，或在这一格末尾补上一个英文双引号', '"暂缺国内前沿水平', '暂缺国内前沿水平'),
  'csv/text-after-quote': error('引号后有多余文字', '“{found}”在结束的英文双引号之后还有文字', '词语的引号用中文引号“”；或删掉英文双引号', '"一窗"分类受理率', '“一窗”分类受理率'),
  'csv/space-before-quote': error('引号前有空格', '“{found}”在英文双引号前有空格，这一格会被拆错', '删掉引号前的空格', ' "暂缺，无法对比"', '"暂缺，无法对比"'),
  'csv/too-many-cells': error('多出单元格', '这一行有 {count} 格，表头只有 {expected} 格，数字可能被逗号拆成了两格', '在 Excel 里打开核对这一行；一格里要有英文逗号时，请用 Excel 另存，它会自动加引号', '97,2%', '97.2%'),
  'csv/too-few-cells': error('缺少单元格', '这一行只有 {count} 格，表头有 {expected} 格', '在 Excel 里打开补齐这一行，空格也要占一格，再另存为 CSV', '1,附表,网上可办率', '每行的逗号与表头一样多'),
  'csv/fullwidth-commas': error('分隔符不是英文逗号', '各格之间用的是“{mark}”，不是英文逗号，几格成了一格', '用 Excel 另存为 CSV，不要手工输入逗号；或把分隔用的“{mark}”改为英文逗号“,”', '序号，组，指标', '序号,组,指标'),
  'csv/delimiter': notice('分隔符', '各格之间用的是{kind}，已按它读取', '不必改；以后“另存为”选“CSV UTF-8（逗号分隔）”', '序号;组;指标', '序号,组,指标'),
  'csv/sep-line': notice('sep= 行', '第一行“{found}”是给 Excel 看的分隔符说明，已跳过', '不必改', 'sep=,', '（删去这一行）'),
  'csv/title-row': notice('表头上方有标题', '表头上方的“{found}”不是数据，已跳过', '不必改；表格第一行最好就是表头', '优化营商环境工作通报附表', '序号,组,指标'),
  'csv/blank-row': notice('空行', '这一行是空的，已跳过', '不必改；可以删去', ',,,,', '（删去这一行）'),
  'csv/invisible': notice('看不见的字符', '“{found}”里有看不见的字符或全角空格，已去掉', '不必改；可以重新输入这一格', '97.2[U+200B]%', '97.2%'),
  'csv/no-header': error('找不到表头', '前几行里没有找到表头（应有“{expected}”等列）', '第一行写表头，各列的名称见 data/README.md', '直接从数据写起', '{expected}'),
  'csv/no-rows': error('没有数据', '表头下面没有一行数据', '补上数据，或删除这个文件', '只有表头', '表头下至少一行'),
  'csv/too-many-rows': error('行数过多', '表里有 {count} 行，超过了 {limit} 行，不像是通报的表格', '检查是否导出了整张工作表，只留通报里的行', '10 万行的 facts.csv', '几十行的 facts.csv'),
  'header/empty': error('表头为空', '这一列有数据，却没有表头', '写上列名，或删掉这一列', '（空）', '备注'),
  'header/duplicate': error('表头重复', '列名“{found}”出现了两次，不知道用哪一列', '改正其中一个列名，或删掉多余的一列', '2019年评价水平,2019年评价水平', '2019年评价水平,2020年省定目标'),
  'header/unknown': error('不认识的列', '不认识列名“{found}”{near}', '改为 data/README.md 里的列名；不需要的列请删掉', '2020年木标', '2020年省定目标'),
  'header/missing': error('缺少列', '表里没有“{found}”列', '补上“{found}”列，写法见 data/README.md', '没有“指标”列', '指标'),
  'header/no-year': error('列名没有年份', '列名“{found}”没有写是哪一年', '在列名里写上四位年份，如 2020年省定目标', '省定目标', '2020年省定目标'),
  'header/role-twice': error('同一种列出现两次', '“{found}”与“{other}”都是{role}列，一张表只能有一列', '两年的数据请分成两个组，或删掉多余的一列', '2018年评价水平,2019年评价水平', '2019年评价水平'),
  'header/years': error('年份先后不合', '基期“{base}”的年份晚于“{other}”', '核对两个列名里的年份', '2020年评价水平,2019年达到水平', '2019年评价水平,2020年达到水平'),
  'header/after-issue': error('年份晚于通报', '“{found}”的年份晚于通报日期 {date}，这一列的数不可能已经知道', '核对列名里的年份和通报日期；是预计数的写“预计85分”', '2022年达到水平', '2020年达到水平'),
  'header/two-rows': error('表头有两行', '这一行还是表头（“{found}”），表头只能有一行', '把两行表头合成一行，如“2020年省定目标”', '2020年 ／ 目标', '2020年省定目标'),
  'header/repeated': error('表头重复出现', '这一行又是表头（“{found}”），不是数据', '删掉这一行', '每页一行表头', '只有第一行是表头'),
  'header/unit': error('列名里的单位', '列名“{found}”写的单位是“{unit}”，“{name}”这一行的单位是“{expected}”', '改正列名，或改正那一行的单位；列名里可以不写单位', '2020年达到水平（分）', '2020年达到水平'),
  'header/alias': notice('列名写法', '列名“{found}”按“{used}”读取', '不必改', '指标名称', '指标'),
} as const satisfies Record<string, Check>;

const VALUE_CHECKS = {
  'value/blank': error('空白', '这一格是空的，看不出是没有数、不适用还是漏填', '照通报填数；通报没有数的，写“暂缺”“未公布”“不适用”或“未列”，原因写在备注', '（空）', '暂缺'),
  'value/to-fill': error('还没有填', '这一格还没有填', '照通报填数；通报没有数的，写“暂缺”“未公布”“不适用”或“未列”，原因写在备注', '待填', '97.2%'),
  'value/bare-missing': error('没有说明的空缺', '“{found}”看不出是没有数、不适用还是漏填', '写“暂缺”“未公布”“不适用”或“未列”，原因写在备注', '—', '暂缺'),
  'value/formula-error': error('Excel 错误值', '“{found}”是 Excel 的出错标记，不是数', '在 Excel 里改正公式或列宽，填上通报里的数', '#DIV/0!', '97.2%'),
  'value/formula': error('公式', '“{found}”是公式，不是数', '在 Excel 里“复制”“选择性粘贴—数值”，再另存', '=B2/C2', '97.2%'),
  'value/percent-as-fraction': error('百分数成了小数', '“{found}”在单位为 % 的列里，可能是 Excel 把百分数存成了小数', '照通报写百分数，如 97.2%；确实不到百分之一的，写上百分号，如 0.972%', '0.972', '97.2%'),
  'value/scientific': error('科学记数法', '“{found}”是科学记数法，原来的位数已经丢失', '把单元格格式改为“文本”或“数值”，照通报重新输入全部数字', '1.25E+06', '1255420'),
  'value/date': error('数成了日期', '“{found}”是日期，可能是 Excel 把 1-2 变成了 1月2日', '把单元格格式改为“文本”，照通报重新输入，区间写“1—2”', '1月2日', '1—2'),
  'value/serial-date': error('日期序号', '“{found}”像是 Excel 的日期序号', '把单元格格式改为“文本”，照通报重新输入', '44221', '97.2%'),
  'value/float-dust': error('计算尾数', '“{found}”有 {places} 位小数，像是计算留下的尾数，不是通报里的数', '照通报写，如 26.79', '26.790000000000003', '26.79'),
  'value/chinese-numeral': error('汉字数字', '“{found}”是汉字写的数', '改用阿拉伯数字，如 98.9%', '百分之九十八点九', '98.9%'),
  'value/magnitude': error('万、亿作数', '“{found}”把“万”“亿”写进了数里，单位列是“{unit}”', '单位列写“{magnitude}{unit}”并照通报写数，或写出全部数字', '125.5万', '1255420'),
  'value/per-mille': error('千分号', '“{found}”用了千分号，单位列是“{unit}”', '照通报核对；是百分数的写 %', '972‰', '97.2%'),
  'value/fraction': error('分数', '“{found}”是分数', '写成小数或百分数，照通报的写法', '3/4', '75%'),
  'value/letter-for-digit': error('字母当数字', '“{found}”里有字母，可能是把字母 O、l 当成了数字 0、1', '用数字重新输入', '9O.2%', '90.2%'),
  'value/decimal-point': error('小数点', '“{found}”的小数点不是英文句点', '小数点用英文句点，如 97.2%', '97。2%', '97.2%'),
  'value/too-long': error('位数太多', '“{found}”有二十多位数字，不像是通报里的数', '照通报重新输入，只写一个数', '972972972972972972972972972', '97.2'),
  'value/thousands': error('千分位', '“{found}”的逗号不在千分位上，看不出是小数点还是千分位', '去掉逗号，照通报写数', '97,2%', '97.2%'),
  'value/malformed': error('数的写法', '“{found}”不是完整的数', '照通报重新输入，如 97.2%、88、70%以上', '97..2', '97.2'),
  'value/unreadable': error('读不懂的数值', '“{found}”不是数，也不是这一列允许的写法', '只写一个数，如 97.2%、70%以上、约90、1—2、预计85分；没有数的写“暂缺”，说明写在备注', '基本达到', '97.2%'),
  'value/missing-fact': error('没有数的正文数字', '“{found}”不是数：正文数字只登记通报正文里写出的数', '照正文写数；正文没有这个数的，整行删掉', '暂缺', '65826'),
  'value/text': error('文字不是数', '“{found}”是文字，{role}列只能写数', '写数；通报没有数的，写“暂缺”或“未列”，原话写在备注', '全面完成', '100%'),
  'value/unit-differs': error('单位不一致', '“{found}”的单位是“{unit}”，单位列（或指标名录）写的是“{expected}”', '照通报核对，改正这一格或单位列', '97.2分（单位列是 %）', '97.2%'),
  'value/two-qualifiers': error('两个限定词', '“{found}”对一个数用了两个限定（“{first}”和“{second}”）', '照通报只留一个，如 70%以上', '约90余', '90余'),
  'value/reversed-range': error('区间颠倒', '“{found}”的前一个数不小于后一个数', '从小到大写，如 1—2', '2—1', '1—2'),
  'value/out-of-bounds': error('超出范围', '“{found}”超出指标名录规定的范围（{bounds}）', '照通报核对；范围写错的，改 data/indicators.csv', '972%', '97.2%'),
  'value/expected-role': error('预计的目标', '“{found}”是预计数，{role}列不能写预计数', '照通报核对；预计数写在达到水平一列', '预计80%（目标列）', '80%'),
  'value/after-issue': error('时点晚于通报', '时点“{found}”晚于通报日期 {date}，不可能已经达到', '照通报核对时点；是预计数的写“预计85分”', '2022-12-31', '2020-12-31'),
  'value/level-differs': error('层级不一致', '“{found}”写的层级是“{level}”，层级列写的是“{expected}”', '照通报核对，两处只留一处', '省级 70%（层级列是市级）', '70%'),
  'value/area': error('写了地区', '“{found}”写了地区“{area}”，只有前沿水平列可以写别处的数', '照通报核对；别处的数写在前沿水平列', '上海市：99.5%（达到水平列）', '97.2%'),
  'value/no-area': error('没有写地区', '“{found}”没有写是哪里的水平', '写成“地区：内容”，如 上海市：实现综合窗口全覆盖', '实现综合窗口全覆盖', '上海市：实现综合窗口全覆盖'),
  'value/not-split': error('一格两个值', '“{found}”要同时写出目标和达到两个值', '写成“省定目标：80%。我市已达到97.2%”；或把这一列分成“2020年省定目标”“2020年达到水平”两列', '80%', '省定目标：80%。我市已达到97.2%'),
  'value/moment': error('时点', '“{found}”不是日期', '写成 2020-12-31、2020年12月 或 2020年底', '44196', '2020-12-31'),
  'value/normalised': notice('写法已规范', '“{found}”按“{used}”读取', '不必改', '９７．２％', '97.2%'),
} as const satisfies Record<string, Check>;

const ROW_CHECKS = {
  'row/no-group': error('没有写组', '这一行的“组”是空的，别的行写了组', '填上组名；Excel 里合并的单元格请先取消合并，每行都填', '（空）', '附表'),
  'row/no-name': error('没有指标名', '这一行没有写指标名', '补上指标名；不要的行请整行删掉', '（空）', '政务服务便利度'),
  'row/duplicate': error('重复的行', '“{found}”与第{other}行是同一个指标，重复了', '删掉多余的一行；不是同一个指标的，改正指标名', '两行“网上可办率”', '一行“网上可办率”'),
  'row/unknown-indicator': error('名录里没有的指标', '指标名录里没有“{found}”{near}', '改成名录里的名称；确实是新指标的，先加进 data/indicators.csv', '网上可半率', '网上可办率'),
  'row/unit': error('单位不认识', '不认识单位“{found}”', '用这些单位之一：{units}', 'pct', '%'),
  'row/unit-differs': error('单位与名录不同', '单位列写“{found}”，指标名录里“{name}”的单位是“{expected}”', '照通报核对，改正这一格或 data/indicators.csv', '分', '%'),
  'row/no-unit': error('没有单位', '“{found}”没有写单位', '在单位列写上单位，如 %、分、项', '（空）', '%'),
  'row/mixed-units': error('一组两种单位', '“{found}”组里有两种单位（“{first}”和“{second}”），不能画在一张图里', '把单位不同的指标分到另一组', '% 与 工作日 同在“附表”组', '各在一组'),
  'row/place': error('出处找不到', '出处“{found}”不是正文里的标题', '写正文的标题号，如 二(一)；第一个标题之前写“引言”；附表写“附表第3行”{near}', '三(二)', '二(二)'),
  'row/relation': error('关系', '关系“{found}”不认识', '写“同名异口径”“重述”或“其中”', '相同', '重述'),
  'row/relation-target': error('关联指标', '“{found}”不是本期的指标或正文数字{near}', '写本期对照表或正文数字里的名称；没有关系的，“关联指标”和“关系”都空着', '不见面审批', '政务服务事项不见面审批事项占比'),
  'row/relation-note': error('没有说明差别', '写了“同名异口径”，备注却是空的', '在备注写明两个数有什么不同；通报没有说明的，写“通报未说明两处口径的差别”', '（空）', '通报未说明两处口径的差别'),
  'row/conflict': error('两个数对不上', '“{found}”是 {value}，{other}是 {otherValue}，读者会当成同一个数', '核对是否写错；都没有错的，在“关联指标”写“{otherName}”，“关系”写“同名异口径”，备注写明差别', '98.9% 与 97.2%', '同名异口径'),
  'row/restated-differs': error('重述的数不同', '“{found}”写明是重述，但 {value} 与 {otherValue} 不相等', '核对是否写错；口径不同的，“关系”写“同名异口径”', '98.9%（重述 97.2%）', '97.2%'),
  'row/code': error('编码', '编码“{found}”不合规则', '用小写英文字母、数字和连字符，不超过 60 个，如 online-share；不要用 group- 加数字', '网上可办率', 'online-share'),
  'row/code-clash': error('编码重复', '编码“{found}”与第{other}行重复', '换一个编码；已经公开的编码不能改', '两行 online-share', '每行一个编码'),
  'row/name-clash': error('名称重复', '“{found}”与第{other}行的名称或别名相同', '改名，或从别名里删掉它', '两行“网上可办率”', '每个名称只归一个指标'),
  'row/direction': error('方向', '方向“{found}”不认识', '写“越高越好”“越低越好”或“中性”', '越小越好', '越低越好'),
  'row/bound': error('上下限', '“{found}”不是数', '写数字，如 0、100；没有的空着', '一百', '100'),
  'row/bounds-reversed': error('上下限颠倒', '下限 {lower} 不小于上限 {upper}', '核对两个数', '下限 100，上限 0', '下限 0，上限 100'),
  'row/definition-break': error('口径变更', '口径变更“{found}”读不懂', '写成“第50期起：改按新口径统计”，写明从哪一期起、怎样变；有几次变更的，用；隔开', '2020年起改口径', '第50期起：改按新口径统计'),
  'row/definition-break-twice': error('口径变更重复', '“{found}”：第{issue}期的口径变更写了两次', '同一期的变更合成一条；期号写错的，改正期号', '第50期起：甲；第50期起：乙', '第50期起：甲，并且乙'),
  'row/moved-twins': error('关系自指', '“{found}”的关联指标是它自己', '写另一个指标的名称', '甲 关联 甲', '甲 关联 乙'),
} as const satisfies Record<string, Check>;

const PRIVACY_CHECKS = {
  'privacy/column': error('个人信息列', '“{found}”列像是个人信息，不能公开', '删掉这一列', '联系人', '（删去这一列）'),
  'privacy/phone': error('电话号码', '“{found}”像是电话号码，不能公开', '删掉；公开的服务热线请写成专有名称，放进文件头的 names', '138********', '（删去）'),
  'privacy/id-number': error('身份证号', '“{found}”像是身份证号，不能公开', '删掉；已经提交过的，请告诉维护人员从历史里清除', '18 位号码', '（删去）'),
} as const satisfies Record<string, Check>;

const warning = (title: string, message: string, hint: string, wrong: string, right: string): Check =>
  ({ severity: 'warning', title, message, hint, example: [wrong, right] });

const RELEASE_CHECKS = {
  'release/no-definition': warning('没有口径', '“{found}”在指标名录里没有口径，页面会写“口径未公布”', '在 data/indicators.csv 补上口径；确实没有公布的，在文件头 acknowledged 里写 {code}', '口径一列空着', '口径写明怎样计算'),
  'release/no-as-of': warning('没有达到时点', '“{found}”没有写达到水平截至哪一天，页面会写“通报未注明”', '通报写了的，填在“达到时点”；通报没有写的，在文件头 acknowledged 里写 {code}', '达到时点空着', '2020-12-31'),
  'release/indicator-gone': warning('少了指标', '第{other}期有“{found}”，本期没有', '核对是否漏填；通报确实不再列的，在文件头 acknowledged 里写 {code}', '上期有、本期没有', '两期都有'),
  'release/large-move': warning('变动过大', '“{found}”由第{other}期的 {before} 变为 {after}，超过历次最大变动（{usual}）的两倍', '照通报核对；没有错的，在文件头 acknowledged 里写 {code}', '57.9% 变为 5.79%', '57.9%'),
  'release/no-english-name': warning('没有英文名', '“{found}”没有英文名', '在 data/indicators.csv 补上；暂时不用的，在文件头 acknowledged 里写 {code}', '英文名一列空着', 'Share of items …'),
  'release/no-summary': warning('没有结论', '本期没有可以自动写成结论的目标或得分', '核对对照表是否有目标列；确实没有的，在文件头 acknowledged 里写 {code}', '只有基期', '有目标和达到水平'),
  'release/stale-acknowledgement': warning('多余的确认', '文件头确认了“{found}”，本期并没有这个提醒', '从 acknowledged 里删掉它', 'acknowledged: [release/no-as-of]', '（删去）'),
} as const satisfies Record<string, Check>;

const VERSION_CHECKS = {
  'correction/blank': error('更正记录缺项', '这一格是空的', '更正记录的“{found}”必须写明', '原因一列空着', '录入时看错行'),
  'correction/date': error('更正日期', '日期“{found}”不是某一天', '写成 2026-12-01', '12月初', '2026-12-01'),
  'correction/issue': error('更正的期号', '“{found}”不是已有的一期', '写被更正的通报的期号，如 48', '四十八', '48'),
  'correction/kind': error('更正类别', '类别“{found}”不认识', '写“更正”（原来错了）、“修订”（按计划改）或“更新”（有了新情况）', '修改', '更正'),
  'correction/same': error('前后相同', '原值与新值都是“{found}”，没有更正什么', '原值写公布时的写法，新值写现在的写法；没有改动的，删掉这一行', '97.2%,97.2%', '97.2%,97.3%'),
  'correction/no-cell': error('找不到更正的格', '第{issue}期的表里没有“{found}”的“{column}”', '指标照表里的名称写，列照表头写，如 2020年达到水平；正文数字的列是“数值”', '指标写“可办率”', '网上政务服务事项可办率'),
  'correction/which': error('更正的格不止一处', '第{issue}期“{found}”的“{column}”有 {count} 处', '在更正记录里加“出处”一列，写明是哪一处', '出处空着', '二(一)'),
  'correction/after': error('新值对不上', '更正记录的新值是“{found}”，{where}是“{now}”', '把两处改成一样的写法；{then}', '新值 97.3%，表里 97.4%', '新值 97.3%，表里 97.3%'),
  'correction/before': error('原值对不上', '更正记录的原值是“{found}”，第{version}版公布的是“{was}”', '原值照公布时的写法写：{was}', '原值 97%，公布的是 97.2%', '原值 97.2%'),
  'correction/logged': error('更正记录被改动', '第{version}版公布时已经有的更正记录被改动、调换或删掉了', '已经公布的更正记录不能再改；恢复原样，有新的情况另记一行', '改写旧的原因', '在末尾另加一行'),
  'correction/unreadable': error('原值读不通', '照更正记录恢复第{version}版时，“{found}”读不通：{problem}', '原值照公布时的写法写', '原值 97..2%', '97.2%'),
  'version/changed': error('已公布的内容被改动', '第{issue}期第{version}版公布的是“{was}”，现在是“{found}”', '不该改的，{back}；该改的，在 data/corrections.csv 末尾加一行{first}：{line}', '97.2% 改成 97.3%，没有记录', '在更正记录里登记'),
  'version/row-gone': error('已公布的行不见了', '第{issue}期第{version}版有“{found}”的“{column}”（{was}），现在没有了', '恢复这一行；公布过的数不能删，确实作废的，改成“未列”并在更正记录里登记', '删掉一行', '恢复这一行'),
  'version/row-new': error('公布以后加的行', '“{found}”这一行在第{issue}期第{version}版里没有', '不该加的，删掉；该加的，在 data/corrections.csv 末尾加一行{first}：{line}', '加了一行，没有记录', '列写“整行”'),
  'version/column': error('已公布的列不见了', '第{issue}期第{version}版有“{found}”这一列，现在没有了{near}', '表头照公布时的写法写“{found}”；公布过的列不能删，也不能改名', '“2020年达到水平”改成“2021年达到水平”', '2020年达到水平'),
  'version/name': error('已公布的名称被改动', '第{issue}期第{version}版公布的名称是“{was}”，照现在的指标名录会变成“{found}”', '“{was}”是名录里原来的名称的，改回来，新的叫法写进别名；是后来写进别名的，从别名里去掉', '改了名录里的名称', '新的叫法写进别名'),
  'version/code': error('已公布的编码被改动', '第{issue}期第{version}版公布的“{name}”编码是“{found}”，现在不是了', '恢复原来的编码；网址里有编码，公开以后不能改', '改了名录里的编码', '原来的编码'),
  'version/direction': error('已公布的方向被改动', '第{issue}期第{version}版公布时，“{name}”的{column}是“{was}”，现在是“{found}”，已经公布的结果会跟着变', '改回“{was}”；确实要改{column}的，用新的编码另外登记一个指标', '越高越好 改成 越低越好', '越高越好'),
  'version/order': error('行的次序变了', '从“{found}”起，第{issue}期各行各列的次序与第{version}版公布的不同', '照公布时的次序排列，新加的行放在最后', '两行调换', '照原来的次序'),
  'version/withdrawn': error('已公布的通报不见了', '第{found}期已经公布，现在没有了，或者改成了草稿', '恢复 content/issues/{found}.mdx 和 data/issues/{found}/；公布过的网址不能失效', '删掉 48.mdx', '恢复 48.mdx'),
  'ledger/broken': error('公布台账被改动', '公布台账这一行与程序写下的不符，或者前后断开了', '台账只由程序写，不能手工改；请恢复原来的文件', '手工改了发布日期', '恢复原文件'),
  'ledger/record': error('公布存档不符', '第{issue}期第{version}版的存档不见了，或与台账的 sha256 不符', '存档只由程序写，不能手工改；请恢复原来的文件', '删掉 data/published/48-v1.csv', '恢复原文件'),
  'ledger/stray': error('台账缺行', '有这一版的存档，公布台账里却没有它', '台账只由程序写，不能删行；请恢复原来的 data/published.csv。公布时中断了的，再公布一次', '删掉台账的一行', '恢复原文件'),
} as const satisfies Record<string, Check>;

const TEXT_CHECKS = {
  'issue/no-text': error('缺正文', '第{number}期有数据，没有正文', '建立 content/issues/{number}.mdx', '只有 data/issues/48/', 'content/issues/48.mdx'),
  'issue/no-table': error('缺对照表', '第{number}期没有对照表', '建立 data/issues/{number}/comparison.csv', '只有 48.mdx', 'data/issues/48/comparison.csv'),
  'front-matter/missing': error('缺文件头', '正文开头没有文件头（两行 --- 之间的部分）', '在第一行写 ---，写上 title、date 等，再写一行 ---', '直接从正文写起', '---'),
  'front-matter/syntax': error('文件头写法', '文件头这一行读不通', '每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符', 'title：通报', 'title: 通报'),
  'front-matter/duplicate-key': error('文件头重复', '文件头里“{found}”写了两次', '只留一行', '两行 topic', '一行 topic'),
  'front-matter/missing-key': error('文件头缺项', '文件头缺“{found}”（{label}）', '补上一行“{found}: …”', '没有 date', 'date: 2021-01-25'),
  'front-matter/unknown-key': error('文件头多项', '文件头里的“{found}”不认识{near}', '删掉或改正这一行；可用的项见 data/README.md', 'titel: 通报', 'title: 通报'),
  'front-matter/value': error('文件头内容', '“{key}”（{label}）写的是“{found}”，{problem}', '{cure}', 'date: 2021-02-30', 'date: 2021-01-25'),
  'front-matter/no-original': error('没有原件扫描', '找不到原件扫描“{found}”', '把文件放进 public/originals/，或删掉 original 这一行', 'original: 48.pdf（没有这个文件）', 'public/originals/48.pdf'),
  'mdx/empty': error('没有正文', '文件头下面没有正文', '把通报的正文放进来', '只有文件头', '通报全文'),
  'mdx/nesting': error('层层嵌套', '这里的引用、列表或加粗一层套一层，超过了 {limit} 层', '照通报写成普通段落', '> > > > 引用', '段落'),
  'mdx/code-block': error('代码块', '正文里不能用代码块（“{found}”），里面的数无法核对', '删掉三个反引号的行', '```', '（删去）'),
  'mdx/heading': error('标题级别', '正文里不能用一级标题（#），通报的标题已在文件头', '章用 ##，节用 ###', '# 一、目标', '## 一、目标'),
  'mdx/heading-twice': error('标题重复', '“{found}”与第{other}行的标题编号相同，出处分不清', '改正其中一个标题的编号', '两个“（一）”', '（一）（二）'),
  'mdx/tag': error('标签', '正文里不能用“{found}”', '删掉它；小于号写全角“＜”，注释请删掉', '<70%', '＜70%'),
  'mdx/brace': error('花括号', '正文里不能用花括号“{found}”', '删掉，或改成全角括号“（）”', '{浓度}', '（浓度）'),
  'mdx/asterisks': error('星号没有成对', '“{found}”里的 ** 没有成为加粗，会照样显示在页面上', '加粗的两个 ** 要成对，紧贴要加粗的文字，如 **“一窗”**分类；不加粗的请删掉', '**“一窗”分类', '**“一窗”**分类'),
  'mdx/code': error('程序语句', '正文里不能写“{found}”这样的程序语句', '删掉这一行', 'import x from "y"', '（删去）'),
  'mdx/component': error('图表标签', '“{found}”写法不对', '单独成行，前后各空一行，如 <Comparison group="附表" />；可用的图表标签见 data/README.md', '<Comparision />', '<Comparison group="附表" />'),
  'mdx/unknown-group': error('没有这个组', '对照表里没有“{found}”组{near}', '写对照表“组”一列里的名称', '<Comparison group="附件" />', '<Comparison group="附表" />'),
  'mdx/unknown-figure': error('没有这个数字', '正文数字里没有“{found}”{near}', '写 facts.csv“指标”一列里的名称，几个名称用；隔开', '<Figures of="办件" />', '<Figures of="审批事项受理量" />'),
  'mdx/figures': error('图里的数', '“{found}”不能画在一张图里：{problem}', '只放单位相同、有数值的数字；beside 的个数要与 of 相同', '<Figures of="受理量；办结率" />', '<Figures of="受理量；用户数" />'),
  'mdx/link': error('链接', '链接“{found}”不安全或在别的网站取图', '链接用 https:// 或本站地址；图片放进 public/，不用别的网站的', 'javascript:…', 'https://…'),
  'prose/unregistered-number': error('正文的数没有登记', '“{found}”在数据里找不到（{place}，“{context}”）{near}', '在 data/issues/{number}/facts.csv 加一行，出处写“{place}”；是专有名称的，写进文件头的 names', '新增 77 项', 'facts.csv 加一行：新增事项,77,项'),
  'prose/differs': error('正文与数据不一致', '正文写“{found}”，数据写“{other}”（{where}），{what}不同', '照通报原文改正其中一处', '正文 70余项，数据 70项', '两处都写 70余'),
  'prose/other-section': error('出处不对', '“{found}”在正文“{place}”里找不到，在“{actual}”里', '出处改为“{actual}”；或照正文核对数值', '出处 一，数在 一(一)', '一(一)'),
  'prose/row-not-in-text': error('整行不在出处', '这一行的数（{found}）在正文“{place}”里一个也找不到', '照通报核对出处；在附表里的，写“附表第N行”', '出处 一(一)，数在附表', '附表第1行'),
  'prose/not-in-text': error('数据不在正文里', '“{found}”在正文“{place}”里找不到', '照正文核对这一行的数值和出处；不是正文里的数，请删掉这一行', 'facts.csv 有 8 个，正文没有', '与正文一致'),
  'prose/split-number': error('数被标记拆开', '“{found}”这个数有一部分在加粗或链接里', '把加粗的 ** 放在整个数的两边', '**97**.2%', '**97.2%**'),
  'internal/unexpected': error('检查程序出错', '检查到这里时程序出了意外（{found}）', '这是程序的缺陷，请把这个文件交给维护人员', '—', '—'),
} as const satisfies Record<string, Check>;

export const CHECKS = { ...FILE_CHECKS, ...CSV_CHECKS, ...VALUE_CHECKS, ...ROW_CHECKS, ...TEXT_CHECKS, ...PRIVACY_CHECKS, ...VERSION_CHECKS, ...RELEASE_CHECKS };

export type Code = keyof typeof CHECKS;
