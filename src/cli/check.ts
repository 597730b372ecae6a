import { parseArgs } from 'node:util';
import { load } from '../catalog.ts';
import type { Assembled } from '../check/assemble.ts';
import { CHECKS } from '../ingest/problem/checks.ts';
import { format, type Problem } from '../ingest/problem/problem.ts';
import { release, type Release } from '../check/review.ts';

const FORMATS = ['text', 'json', 'github'] as const;
type Format = (typeof FORMATS)[number];

const USAGE = '用法：npm run check -- [--root 文件夹] [--format text|json|github] [--release]';

/** Checks a root and prints what it found. Returns the exit code: 0 publishable, 2 problems found. */
export function check(root: string, as: Format, print: (text: string) => void): number {
  const read = load(root);
  print(REPORTS[as](read));
  return read.problems.some((p) => p.severity === 'error') ? 2 : 0;
}

const count = (problems: readonly Problem[], severity: Problem['severity']): number =>
  problems.filter((p) => p.severity === severity).length;

const summary = (problems: readonly Problem[]): { errors: number; warnings: number; notices: number } => ({
  errors: count(problems, 'error'),
  warnings: count(problems, 'warning'),
  notices: count(problems, 'notice'),
});

const LABEL = { error: '错误', warning: '提醒', notice: '说明' } as const;

const REPORTS: Readonly<Record<Format, (read: Assembled) => string>> = {
  text: ({ problems, bulletins }) => {
    const s = summary(problems);
    const blocks = problems.map((p) => `［${LABEL[p.severity]}］${format(p)}`);
    const end =
      s.errors > 0
        ? `共 ${s.errors} 处错误，没有发布任何内容。请逐条改正后再检查一次。`
        : `检查通过：${bulletins.length} 期通报，${bulletins.reduce((n, b) => n + b.observations.length, 0)} 个数据，可以发布。`;
    const other = [
      s.warnings > 0 ? `${s.warnings} 处提醒` : '',
      s.notices > 0 ? `${s.notices} 处说明（已替您规范，不必改）` : '',
    ].filter(Boolean);
    return [...blocks, end + (other.length > 0 ? `另有 ${other.join('、')}。` : '')].join('\n\n');
  },
  json: ({ problems, bulletins }) =>
    JSON.stringify(
      { problems, observations: bulletins.flatMap((b) => b.observations), summary: summary(problems) },
      null,
      1,
    ),
  // https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
  github: ({ problems }) =>
    problems
      .map((p) => {
        const escape = (s: string): string => s.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
        const property = (s: string): string => escape(s).replace(/:/g, '%3A').replace(/,/g, '%2C');
        const where = [p.cell, p.column && `“${p.column}”`].filter(Boolean).join(' ');
        return `::${p.severity} file=${property(p.file)}${p.line === null ? '' : `,line=${p.line}`},title=${property(where || p.code)}::${escape(`${p.message}\n→ ${p.hint}`)}`;
      })
      .join('\n'),
};

/**
 * The check before publication: errors block, and so do warnings that no one has acknowledged in the front matter.
 * Prints the checklist. Returns 0 if the newest bulletin may be released, else 2.
 */
export function checkRelease(root: string, as: Format, print: (text: string) => void): number {
  const read = load(root);
  const made = release(read);
  const open = [...read.problems, ...(made?.open ?? [])];
  const errors = read.problems.filter((p) => p.severity === 'error').length;
  print(REPORTS[as]({ ...read, problems: open }));
  if (as === 'text' && made) print(`\n${checklist(made, errors)}`);
  return errors > 0 || (made?.open.length ?? 0) > 0 ? 2 : 0;
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
    '［　］ 请另一位同事对着纸质通报，把每个数字再核对一遍',
  ].join('\n');
}

if (import.meta.main) {
  // A reader that stops early (`| head`) is no fault of the check.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
  });
  try {
    const { values } = parseArgs({
      options: {
        root: { type: 'string', default: '.' },
        format: { type: 'string', default: 'text' },
        release: { type: 'boolean', default: false },
      },
    });
    const as = FORMATS.find((f) => f === values.format);
    if (!as) throw new Error(USAGE);
    process.exitCode = (values.release ? checkRelease : check)(values.root, as, (text) => {
      if (text) process.stdout.write(`${text}\n`);
    });
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}\n`);
    process.exitCode = 1;
  }
}
