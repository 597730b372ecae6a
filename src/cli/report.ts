import { observationRecord } from '../exports/dataset/observation-record.ts';
import { comparisonRecord } from '../exports/dataset/comparison-record.ts';
import type { Assembled } from '../check/assemble.ts';
import { cureOf, format, type Problem } from '../ingest/problem/problem.ts';
import { printableJson, revealed } from '../ingest/text/unseen.ts';

export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** What a check found, for a person, a program or GitHub. */
export const reportIn = (format: Format, found: Found): string => REPORTS[format](found);

type Found = Pick<Assembled, 'problems' | 'bulletins'>;

const count = (problems: readonly Problem[], severity: Problem['severity']): number =>
  problems.filter((p) => p.severity === severity).length;

const summary = (problems: readonly Problem[]): { errors: number; warnings: number; notices: number } => ({
  errors: count(problems, 'error'),
  warnings: count(problems, 'warning'),
  notices: count(problems, 'notice'),
});

const LABEL = { error: '错误', warning: '提醒', notice: '说明' } as const;

const REPORTS: Readonly<Record<Format, (found: Found) => string>> = {
  text: ({ problems, bulletins }) =>
    [...problems.map((p) => `［${LABEL[p.severity]}］${format(p)}`), verdict(problems, bulletins)].join('\n\n'),
  json: ({ problems, bulletins }) =>
    printableJson(
      JSON.stringify(
        {
          problems,
          observations: bulletins.flatMap((b) => b.observations.map(observationRecord)),
          comparisons: bulletins.flatMap((b) =>
            b.groups.flatMap((g) =>
              g.rows.map((r) => ({ issue: b.issue.number, group: g.name, ...comparisonRecord(r.comparison) })),
            ),
          ),
          summary: summary(problems),
        },
        null,
        1,
      ),
    ),
  github: ({ problems }) => problems.map(annotation).join('\n'),
};

function verdict(problems: Found['problems'], bulletins: Found['bulletins']): string {
  const { errors, warnings, notices } = summary(problems);
  const end =
    errors > 0
      ? `共 ${errors} 处错误，没有发布任何内容。请逐条改正后再检查一次。`
      : `检查通过：${bulletins.length} 期通报，${bulletins.reduce((n, b) => n + b.observations.length, 0)} 个数据，可以发布。`;
  const others = [
    warnings > 0 ? `${warnings} 处提醒` : '',
    notices > 0 ? `${notices} 处说明（已替您规范，不必改）` : '',
  ].filter(Boolean);
  return end + (others.length > 0 ? `另有 ${others.join('、')}。` : '');
}

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
function annotation(p: Problem): string {
  const where = [p.cell, p.column && `“${revealed(p.column)}”`].filter(Boolean).join(' ');
  const properties = [
    `file=${property(revealed(p.file))}`,
    ...(p.line === null ? [] : [`line=${p.line}`]),
    `title=${property(where || p.code)}`,
  ];
  return `::${p.severity} ${properties.join(',')}::${escaped(`${p.message}\n→ ${cureOf(p)}`)}`;
}

const escaped = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
