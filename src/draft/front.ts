import type { Decision } from './decision.ts';
import type { Front } from './files.ts';
import type { Asked } from './template.ts';
import type { Outline } from './word/outline.ts';

/** 市政务服务和大数据局承担“政务服务”指标的牵头任务. */
const LEAD =
  /(?:^|[，。；：])(\p{Script=Han}{2,30}?(?:局|委员会|委|办公室|办|中心|厅|部|院|行))(?:承担[^，。]{0,20}牵头|牵头)/u;

/** `“政务服务”“用水用气”指标` in a title. */
const TOPIC = /((?:[“"][^”"]{2,20}[”"][、和及与]?)+)等?(?:\d+项)?指标/;

type Remark = readonly [kind: Decision['kind'], message: string];

/** What stands in the front matter, and what of it a person must look at. `given` overrides what the file says. */
export function frontOf(
  outline: Outline,
  given: Partial<Asked>,
  date: string,
  names: readonly string[],
): { front: Front; decisions: Remark[] } {
  const { masthead, imprint } = outline;
  const [topic, lead] = [given.topic ?? topicIn(masthead.title), given.lead ?? leadIn(outline)];
  const title = given.title ?? masthead.title ?? '';
  return {
    front: {
      title,
      date,
      topic: topic ?? '',
      lead: lead ?? '',
      reportTo: imprint.reportTo,
      copyTo: imprint.copyTo,
      printed: imprint.printed ?? date,
      docNumber: masthead.docNumber,
      signer: masthead.signer,
      names,
    },
    decisions: [
      ...(given.topic === undefined ? [recognised('topic（主题）', topic, '标题')] : []),
      ...(given.lead === undefined ? [recognised('lead（牵头单位）', lead, '正文')] : []),
      ...titled(outline, given, title),
      ...dated(outline, given, date),
      ...addressed(outline),
      ...headed(outline),
      ...[...masthead.left, ...imprint.left].map((text): Remark => ['left-out', `“${text}”`]),
    ],
  };
}

const topicIn = (title: string | null): string | undefined =>
  TOPIC.exec(title ?? '')?.[1]
    ?.replace(/^[“"]|[”"]$/g, '')
    .replace(/[”"][、和及与]?[“"]/g, '、');

const leadIn = ({ items }: Outline): string | undefined =>
  items
    .flatMap((item) => (item.kind === 'table' ? [] : [LEAD.exec(item.text)?.[1]]))
    .find((found) => found !== undefined);

const recognised = (key: string, value: string | undefined, from: string): Remark => [
  'front',
  value === undefined ? `${key}没有认出，请填` : `${key}写作“${value}”，取自${from}`,
];

function titled({ masthead }: Outline, given: Partial<Asked>, title: string): Remark[] {
  if (title === '') return [['front', 'title（标题）没有认出，请填']];
  const changed = given.title === undefined && masthead.titlePrinted !== null;
  return changed ? [['title', `原件是“${masthead.titlePrinted}”，写作“${title}”`]] : [];
}

const dated = ({ masthead, imprint }: Outline, given: Partial<Asked>, date: string): Remark[] => [
  ...(given.date === undefined && masthead.date === null
    ? [['front', `date（通报日期）没有在刊头认出，写作印发日期 ${date}`] as const]
    : []),
  ...(imprint.printed === null ? [['front', `printed（印发日期）没有认出，写作通报日期 ${date}`] as const] : []),
];

const addressed = ({ imprint }: Outline): Remark[] => [
  ...(imprint.reportTo.length === 0 ? [['front', 'reportTo（报送）没有认出，写作 []'] as const] : []),
  ...(imprint.copyTo.length === 0 ? [['front', 'copyTo（抄送）没有认出，写作 []'] as const] : []),
  ...imprint.doubtful.map((text): Remark => ['front', `“${text}”只用“、”隔开，按每个“、”分成一项`]),
  ...imprint.joined.map((text): Remark => ['join', `“${text}”`]),
];

function headed({ masthead: { number, series, office } }: Outline): Remark[] {
  const heads = [series, office].filter((text) => text !== null);
  const message = `刊头的“${heads.join('”“')}”不写进文件，网页上用 src/site.ts 里的刊名和单位`;
  return [
    ...(number === null ? [['front', '原件里没有认出期号'] as const] : []),
    ...(heads.length > 0 ? [['front', message] as const] : []),
  ];
}
