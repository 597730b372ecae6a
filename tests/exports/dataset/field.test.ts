import { describe, expect, test } from 'vitest';
import { ALL_FIELDS, explained } from '../../../src/exports/dataset/field.ts';
import { DATA_COLUMNS } from '../../../src/exports/dataset/csv.ts';

describe('the columns', () => {
  test('keep their names and order, which others rely on', () =>
    expect(DATA_COLUMNS.join()).toBe(
      'issue,version,group,indicator,name,role,setter,period,periodLabel,value,upper,comparator,unit,status,asOf,level,' +
        'area,text,missingReason,outcome,change,margin,source,note,printed,rank,rankLabel,cumulative',
    ));

  test('are all explained in Chinese', () => {
    for (const field of ALL_FIELDS) {
      expect(field.title).toMatch(/^\p{Script=Han}+$/u);
      expect(explained(field)).toMatch(/\p{Script=Han}/u);
    }
  });

  test('spell out their codes, but not the units, which speak for themselves', () => {
    const of = (name: string): string => explained(ALL_FIELDS.find((f) => f.name === name)!);
    expect(of('role')).toBe('baseline 基期、target 目标、achieved 达到、frontier 前沿、stated 正文数字');
    expect(of('status')).toBe('SDMX 观测状态（CL_OBS_STATUS）：A 正常、F 预计、O 空缺、M 不适用');
    expect(of('comparator')).toBe(
      'eq 等于、ge 以上、gt 超过、le 以下、lt 不足、about 约、over 余或多、under 近、range 区间',
    );
    expect(of('unit')).toBe('单位');
  });
});
