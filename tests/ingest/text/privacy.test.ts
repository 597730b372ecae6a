import { describe, expect, test } from 'vitest';
import { FACTS, TABLE, TEXT, replace, told, valid, write } from '../bulletin.ts';

// 110101199001011237 has a right check digit by arithmetic and belongs to no one we know; 13800138000 is an operator's own number.
const ID = '11010519491231002X';
const PHONE = '13800138000';

describe('a person is kept off the page', () => {
  test.each([
    [
      'a telephone number in a note',
      write(TABLE, 'K2', `详询 ${PHONE}`),
      [
        `data/issues/1/comparison.csv 第2行 K2 “备注”：“*******8000”像是电话号码，不能公开\n→ 删掉；公开的服务热线请写成专有名称，放进文件头的 names`,
      ],
    ],
    [
      'a number of a fixed line',
      write(TABLE, 'K2', '电话 010-12345678'),
      [
        'data/issues/1/comparison.csv 第2行 K2 “备注”：“********5678”像是电话号码，不能公开\n→ 删掉；公开的服务热线请写成专有名称，放进文件头的 names',
      ],
    ],
    [
      'an identity number in a note',
      write(TABLE, 'K2', `经办 ${ID}`),
      [
        'data/issues/1/comparison.csv 第2行 K2 “备注”：“**************002X”像是身份证号，不能公开\n→ 删掉；已经提交过的，请告诉维护人员从历史里清除',
      ],
    ],
    [
      'a column of names',
      replace(TABLE, '出处,备注', '出处,联系人'),
      ['data/issues/1/comparison.csv 第1行 K1 “联系人”：“联系人”列像是个人信息，不能公开\n→ 删掉这一列'],
    ],
  ] as const)('%s', (_, root, expected) => expect(told(root)).toEqual(expected));

  test('a telephone number in the text', () => {
    expect(told(replace(TEXT, '建设了', `咨询请拨${PHONE}。建设了`)).filter((t) => t.includes('电话'))).toEqual([
      'content/issues/1.mdx 第16行：“*******8000”像是电话号码，不能公开\n→ 删掉；公开的服务热线请写成专有名称，放进文件头的 names',
    ]);
  });
});

describe('a number is not taken for a person', () => {
  test('that has eighteen digits but no check digit', () =>
    expect(told(write(TABLE, 'K2', '编号 123456789012345678'))).toEqual([]));
  test('that is a sum of money', () => {
    const root = replace(TEXT, '建设了', '投资 13800138000 元。建设了', valid());
    expect(told(replace(FACTS, /$/, '投资额,13800138000,元,,,一(一),,,\n', root))).toEqual([]);
  });
  test('that is a public hotline declared as a name', () => {
    expect(
      told(
        replace(
          TEXT,
          '建设了',
          '热线0375-1234567已开通。建设了',
          replace(TEXT, 'names: [', 'names: [热线0375-1234567, '),
        ),
      ),
    ).toEqual([]);
  });
});
