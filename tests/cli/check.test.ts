import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../src/cli/check.ts';
import { run } from './run.ts';
import { temporary } from '../temporary.ts';

const cases = join(import.meta.dirname, '../cases');
const work = temporary('check');

describe('npm run check', () => {
  test('ends with 0 on what may be published, 2 on problems, 1 on a wrong call', async () => {
    expect((await run(checkCommand, '--root', join(cases, 'valid'))).status).toBe(0);
    expect((await run(checkCommand, '--root', join(cases, 'mojibake'))).status).toBe(2);
    expect((await run(checkCommand, '--format', 'xml')).status).toBe(1);
  });

  test('says each problem in one block: where, what, and what to type', async () => {
    expect((await run(checkCommand, '--root', join(cases, 'value-percent-as-fraction'))).stdout).toBe(
      '［错误］data/issues/1/comparison.csv 第2行 H2 “2020年达到水平”：“0.972”在单位为 % 的列里，可能是 Excel 把百分数存成了小数\n' +
        '→ 照通报写百分数，如 97.2%；确实不到百分之一的，写上百分号，如 0.972%\n\n' +
        '共 1 处错误，没有发布任何内容。请逐条改正后再检查一次。\n',
    );
  });

  test('writes GitHub annotations at file and line', async () => {
    expect(
      (await run(checkCommand, '--root', join(cases, 'value-percent-as-fraction'), '--format', 'github')).stdout,
    ).toBe(
      '::error file=data/issues/1/comparison.csv,line=2,title=H2 “2020年达到水平”::“0.972”在单位为 %25 的列里，可能是 Excel 把百分数存成了小数%0A→ 照通报写百分数，如 97.2%25；确实不到百分之一的，写上百分号，如 0.972%25\n',
    );
  });

  test('prints problems, observations and a summary as JSON', async () => {
    const { problems, observations, summary } = JSON.parse(
      (await run(checkCommand, '--root', join(cases, 'value-blank-value'), '--format', 'json')).stdout,
    ) as Record<string, unknown[]>;
    expect(summary).toEqual({ errors: 1, warnings: 0, notices: 0 });
    expect(problems?.[0]).toEqual({
      code: 'value/blank',
      readAs: null,
      severity: 'error',
      file: 'data/issues/1/comparison.csv',
      line: 2,
      row: 2,
      cell: 'H2',
      column: '2020年达到水平',
      found: '',
      message: '这一格是空的，看不出是没有数、不适用还是漏填',
      hint: '照通报填数；通报没有数的，写“暂缺”“未公布”“不适用”或“未列”，原因写在备注',
    });
    expect(observations?.length).toBeGreaterThan(5);
  });

  test('tells a file it cannot read at its name, once', async () => {
    const root = join(work, 'linked');
    cpSync(join(cases, 'valid'), root, { recursive: true });
    rmSync(join(root, 'data/issues/1/facts.csv'));
    symlinkSync('nowhere', join(root, 'data/issues/1/facts.csv'));
    const { status, stdout } = await run(checkCommand, '--root', root);
    expect([status, stdout]).toEqual([
      2,
      '［错误］data/issues/1/facts.csv：这个文件读不到：它可能是链接或快捷方式，指向的文件不在，或者没有读取的权限\n→ 把文件本身放在这里，不要放链接\n\n' +
        '共 1 处错误，没有发布任何内容。请逐条改正后再检查一次。\n',
    ]);
  });

  test('ends with 1 on a folder that is not there', async () => {
    const { status, stderr } = await run(checkCommand, '--root', join(work, 'nowhere'));
    expect([status, stderr.split('\n')[0]]).toEqual([1, `没有找到文件夹“${join(work, 'nowhere')}”`]);
  });

  test('answers for an empty folder too', async () => {
    const empty = mkdtempSync(join(work, 'empty-'));
    const { status, stdout } = await run(checkCommand, '--root', empty);
    expect(status).toBe(2);
    expect(stdout).toContain('没有找到 data/indicators.csv');
  });
});
