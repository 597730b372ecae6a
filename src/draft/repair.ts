import type { Decision } from './decision.ts';
import type { Word } from './word/html.ts';
import type { Outline } from './word/outline.ts';

/** What was mended in the text, or left out of it, so that a person may look. */
export function repairs(outline: Outline, word: Word): (readonly [Decision['kind'], string])[] {
  const list = (kind: Decision['kind'], texts: readonly string[]): (readonly [Decision['kind'], string])[] =>
    texts.map((text) => [kind, text]);
  const { images, footnotes, struck = [], raised = [], unseen = [], counted = [] } = word;
  const uneven = outline.uneven.map((text) => `“${text}”`).join('');
  return [
    ...list(
      'join',
      outline.joined.map((text) => `“${text}”`),
    ),
    ...list(
      'alone',
      outline.alone.map((text) => `“${text}”，照原件分成两段`),
    ),
    ...list('heading', uneven === '' ? [] : [`${uneven}在原件里的标题级别不同，都写成章（##）`]),
    ...list(
      'heading',
      outline.headings.map((text) => `“${text}”像是小标题，写作一段正文`),
    ),
    ...list(
      'numbering',
      outline.numbered.map((text) => `“${text.slice(0, 30)}”前的编号是 Word 自动加的，没有录入`),
    ),
    ...list('numbering', counted.length === 0 ? [] : [countedRemark(counted)]),
    ...list('raised', raised.length === 0 ? [] : [raised.map((text) => `“${text}”`).join('、')]),
    ...list(
      'left-out',
      struck.map((text) => `划掉的“${text}”`),
    ),
    ...list('left-out', unseen),
    ...list('left-out', images > 0 ? [`${images} 张图片`] : []),
    ...list(
      'left-out',
      footnotes.map((text) => `脚注“${text}”`),
    ),
  ];
}

/** The first words tell which paragraph it is. */
const countedRemark = (counted: readonly string[]): string =>
  `${counted.length} 段的编号是 Word 自动加的，已照 Word 的数法写成文字：${counted.map((text) => `“${text.slice(0, 12)}${text.length > 12 ? '…' : ''}”`).join('')}`;
