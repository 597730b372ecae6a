import { checkRoot, readRoot } from '../catalog.ts';
import type { Assembled } from '../check/assemble.ts';
import { release, type Release } from '../check/review.ts';
import { CHECKS } from '../ingest/problem/checks.ts';
import { brokenPromises, promisesOf } from './against.ts';
import { numbered } from '../reconcile/declared.ts';
import { readFlags, refusePositionals, UsageError, type Command, type Print } from './command.ts';
import { FORMATS, reportIn, type Format } from './report.ts';

/** Checks a root and prints what it found. Returns the exit code: 0 publishable, 2 problems found. */
export const check = (root: string, format: Format, print: Print): number =>
  report(checkRoot(readRoot(root)), format, print);

/** The same, and whether all that a published site has promised is still there. @param site its folder or its address. */
export async function checkAgainst(root: string, site: string, format: Format, print: Print): Promise<number> {
  const checked = checkRoot(readRoot(root));
  const broken = brokenPromises(await promisesOf(site), checked);
  return report({ ...checked, problems: [...checked.problems, ...broken] }, format, print);
}

/** The same of a root that has been read and checked. */
export function report(checked: Assembled, format: Format, print: Print): number {
  print(reportIn(format, checked));
  return hasErrors(checked) ? 2 : 0;
}

export const hasErrors = ({ problems }: Assembled): boolean => problems.some((p) => p.severity === 'error');

/**
 * The check before publication: errors block, and so do warnings that no one has acknowledged in the front matter.
 * Prints the checklist. Returns 0 if the newest bulletin may be released, else 2.
 */
export function checkRelease(root: string, format: Format, print: Print): number {
  const checked = checkRoot(readRoot(root));
  const review = release(checked);
  const open = review?.open ?? [];
  print(reportIn(format, { ...checked, problems: [...checked.problems, ...open] }));
  const errors = checked.problems.filter((p) => p.severity === 'error').length;
  if (format === 'text' && review) print(`\n${checklist(review, errors)}`);
  return errors > 0 || open.length > 0 ? 2 : 0;
}

function checklist({ bulletin, open, acknowledged }: Release, errors: number): string {
  const box = (done: boolean): string => (done ? '［√］' : '［　］');
  const codes = [...new Set(open.map((p) => p.code))];
  return [
    `第${bulletin.issue.number}期发布前清单`,
    `${box(errors === 0)} 没有错误${errors > 0 ? `（还有 ${errors} 处）` : ''}`,
    ...codes.map((code) => `${box(false)} ${CHECKS[code].title}：${open.filter((p) => p.code === code).length} 处待看`),
    ...[...new Set(acknowledged.map((p) => p.code))].map(
      (code) => `${box(true)} ${CHECKS[code].title}：已确认，照原样发布`,
    ),
    `${box(!bulletin.issue.draft)} 不是草稿`,
    ...namesIn(bulletin.issue.names),
    '［　］ 请另一位同事对着纸质通报，把每个数字再核对一遍',
  ].join('\n');
}

/** Numbers that no one checks, because they are declared to be names. */
function namesIn(names: readonly string[]): string[] {
  const found = numbered(names);
  return found.length === 0
    ? []
    : [`［　］ names 里的数字不核对，请看它们确实是名称：${found.map((name) => `“${name}”`).join('、')}`];
}

export const checkCommand: Command = {
  usage:
    '用法：npm run check -- [--root 文件夹] [--format text|json|github] [--release] [--against 网站的文件夹或网址]',
  run: (args, print) => {
    const { values, positionals } = readFlags(args, {
      root: { type: 'string', default: '.' },
      format: { type: 'string', default: 'text' },
      release: { type: 'boolean' },
      against: { type: 'string' },
    });
    refusePositionals(positionals);
    const format = FORMATS.find((f) => f === values.format);
    if (!format) throw new UsageError(`--format 可以写 ${FORMATS.join('、')}，现在是“${values.format}”`);
    if (values.against !== undefined) return checkAgainst(values.root, values.against, format, print);
    return (values.release ? checkRelease : check)(values.root, format, print);
  },
};
