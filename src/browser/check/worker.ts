import './no-code-from-text.ts';
import { comparisonChart } from '../../charts/comparison.ts';
import { groupFinding } from '../../wording/finding.ts';
import { groupTitle } from '../../wording/title.ts';
import { assemble, type Assembled } from '../../check/assemble.ts';
import { decode } from '../../ingest/text/decode.ts';
import { normalise } from '../../ingest/table/normalise.ts';
import { grid } from '../../ingest/table/csv.ts';
import type { Answer, Picture, Question, SheetView } from './message.ts';
import { placed, type Placed } from './placement.ts';

/** The build's own checks beside the page, so that a long table never freezes it. Nothing here can reach the network. */
self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  self.postMessage(answer(data));
});

export function answer({ id, dropped, registry }: Question): Answer {
  const files = placed(dropped);
  const own = files.some((f) => f.path === 'data/indicators.csv');
  const all = own
    ? files
    : [...files, { path: 'data/indicators.csv', name: 'indicators.csv', bytes: new TextEncoder().encode(registry) }];
  const read = assemble(all);
  const has = (pattern: RegExp): boolean => files.some((f) => pattern.test(f.path));
  const absent = [
    ...(has(/\.mdx$/) ? [] : ['没有放入正文（.mdx），没有核对正文里的数字。']),
    ...(has(/comparison\.csv$/) ? [] : ['没有放入对照表（comparison.csv）。']),
    ...(own ? [] : ['没有放入指标名录，用的是本站现有的名录。']),
  ];
  // A part that was not dropped is no mistake of the parts that were.
  const problems = read.problems.filter((p) => p.code !== 'issue/no-text' && p.code !== 'issue/no-table');
  return { id, problems, sheets: files.flatMap((file) => view(file, problems)), pictures: pictures(read), absent };
}

function view({ path, name, bytes }: Placed, problems: Answer['problems']): SheetView[] {
  if (!path.endsWith('.csv')) return [];
  const { text } = decode(path, bytes);
  if (text === undefined) return [];
  const { lines } = grid(path, text);
  return [
    {
      path,
      name,
      rows: lines.map((line) => line.cells),
      mended: normalise(
        path,
        text,
        problems.filter((p) => p.file === path),
      ),
    },
  ];
}

/** With an error left, the picture lacks what could not be read, so nothing is concluded from it. */
const pictures = ({ bulletins, indicators, problems }: Assembled): Picture[] =>
  bulletins.flatMap((b) =>
    b.groups
      .filter((g) => g.rows.length > 0)
      .map((group) => {
        const title = groupTitle(group);
        const says = problems.some((p) => p.severity === 'error')
          ? '有错误的格没有画出，改正后再看。'
          : groupFinding(group, indicators).join('');
        return {
          title,
          says,
          wide: comparisonChart(group, indicators, 'wide', title),
          narrow: comparisonChart(group, indicators, 'narrow', title),
        };
      }),
  );
