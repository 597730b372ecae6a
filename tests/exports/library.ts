import type { Bulletin } from '../../src/domain/issue.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import type { Edition } from '../../src/domain/version.ts';
import type { Library } from '../../src/publication/library.ts';
import { editionsOf } from '../../src/ledger/editions.ts';
import { bulletinsOf, indicatorOf } from '../domain/bulletins.ts';
import { log, read, release, unreleased, type Root } from '../ledger/released.ts';

export const NAME = '政务服务事项不见面审批事项占比';
const [TABLE, FACTS, TEXT] = ['data/issues/48/comparison.csv', 'data/issues/48/facts.csv', 'content/issues/48.mdx'];

const edit = (root: Root, path: string, from: string | RegExp, to: string): Root => {
  const made = root[path]!.replace(from, to);
  if (made === root[path]) throw new Error(`${String(from)} is not in ${path}`);
  return { ...root, [path]: made };
};

function library(root: Root): Library {
  const { bulletins, histories, indicators, problems } = read(root);
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return {
    editions: new Map(
      bulletins.toReversed().map((b) => [b.issue.number, editionsOf(histories.get(b.issue.number)!, b)]),
    ),
    indicators,
  };
}

const first = release(unreleased(), '2026-11-24');
const second = release(
  log(
    edit(first, TABLE, '97.2%', '97.3%'),
    `2026-12-01,48,${NAME},2020年达到水平,97.2%,97.3%,更正,录入时看错行,办公室`,
  ),
  '2026-12-02',
);
const figure = edit(edit(second, FACTS, '84.0%', '84%'), TEXT, '84.0%', '84%');
const row = edit(
  { ...figure, [FACTS]: `${figure[FACTS]!.trimEnd()}\n新登记的事项,77,项,,,引言,,,\n` },
  TEXT,
  /(\n---\n\n?)/,
  '$1新登记的事项 77 项。\n\n',
);

/** Bulletin 48 before its release, released, and with three corrections in two later versions, the last not yet released. */
export const plain = library(unreleased());
export const released = library(first);
export const corrected = library(
  log(
    row,
    '2026-12-05,48,法定办结时限压缩比,数值,84.0%,84%,修订,末位不写0,办公室',
    '2026-12-05,48,,正文,84.0%,84%,修订,末位不写0,办公室',
    '2026-12-05,48,,正文,空白,新登记的事项 77 项。,更新,补登,办公室',
    '2026-12-05,48,新登记的事项,整行,无,新增,更新,补登,办公室',
  ),
);

/** Texts that markup would take for its own. */
export const MARKUP = '</script><!--<b>&amp;\'"]]>\u2028\u0001\ud800';

const indicator = indicatorOf({ definition: `口径${MARKUP}` });
const years = bulletinsOf(indicator, {
  48: { base: [2019, '≥70'], goal: [2020, '≥80'], reached: [2020, '85'], frontier: '上海市：99.5%' },
  49: { base: [2020, '85'], goal: [2021, '≥85'], reached: [2021, '预计90'], fact: '65' },
  50: { base: [2021, '暂缺'], goal: [2022, '90'], reached: [2022, '约96', '2022年9月底'] },
});
const single = ([newest, ...rest]: readonly Bulletin[]): (readonly [number, readonly Edition[]])[] =>
  newest ? [[newest.issue.number, [{ bulletin: newest, corrections: [] }]], ...single(rest)] : [];

/** Three bulletins of one indicator, the newest full of markup, and a registered indicator that none speaks of. */
export const several: Library = {
  editions: new Map(
    single(
      years.map((b, i) =>
        i === 0
          ? {
              ...b,
              issue: { ...b.issue, title: `标题${MARKUP}`, topic: `主题${MARKUP}`, docNumber: '示例〔2030〕1号' },
            }
          : b,
      ),
    ),
  ),
  indicators: new Map<string, Indicator>([
    [indicator.code, indicator],
    ['unused', indicatorOf({ code: 'unused', name: '未用指标' })],
  ]),
};

const empty: Library = { editions: new Map(), indicators: new Map() };

export const libraries = [
  ['one bulletin', plain],
  ['a released one', released],
  ['corrections', corrected],
  ['several', several],
  ['none', empty],
] as const;
