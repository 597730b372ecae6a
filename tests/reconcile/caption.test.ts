import { describe, expect, test } from 'vitest';
import { replace, TEXT, told } from '../ingest/bulletin.ts';

describe('a number of the title, a chart’s title or a picture’s words', () => {
  const title = (words: string): string[] => told(replace(TEXT, /title: .*/, `title: ${words}`));
  const picture = (words: string): string[] => told(replace(TEXT, '\n## 附表', `\n![${words}](/icon.svg)\n\n## 附表`));
  const lead = (words: string): string[] => told(replace(TEXT, /lead: .*/, `lead: ${words}`));

  test('that the bulletin states is sound', () => {
    expect(title('关于审批事项受理65826项的通报')).toEqual([]);
    expect(picture('审批事项办结率99.8%')).toEqual([]);
    expect(title('关于2023年一季度情况的通报（国办发〔2020〕43号）')).toEqual([]);
  });

  test.each<[string[], string]>([
    [
      title('关于审批事项受理65827项的通报'),
      'content/issues/1.mdx 第2行：标题（“关于审批事项受理65827项的通报”）里的“65827项”在本期的数据里找不到，或者不是标题所说的事项\n→ 照通报核对；是名称里的数字的，把整个名称写进文件头的 names',
    ],
    [
      title('关于网上投诉65826项的通报'),
      'content/issues/1.mdx 第2行：标题（“关于网上投诉65826项的通报”）里的“65826项”在本期的数据里找不到，或者不是标题所说的事项\n→ 照通报核对；是名称里的数字的，把整个名称写进文件头的 names',
    ],
    [
      picture('审批事项办结率99.9%'),
      'content/issues/1.mdx 第18行：图片的说明（“审批事项办结率99.9%”）里的“99.9%”在本期的数据里找不到，或者不是图片的说明所说的事项\n→ 照通报核对；是名称里的数字的，把整个名称写进文件头的 names',
    ],
    [
      lead('市政务服务局等3家'),
      'content/issues/1.mdx 第5行：牵头单位（“市政务服务局等3家”）里的“3家”在本期的数据里找不到，或者不是牵头单位所说的事项\n→ 照通报核对；是名称里的数字的，把整个名称写进文件头的 names',
    ],
  ])('that it does not is told: %#', (lines, line) => expect(lines).toEqual([line]));
});

describe('a declared name', () => {
  const declared = (name: string): string[] => told(replace(TEXT, 'names: [', `names: ['${name}', `));

  test.each(['12345热线', '师生比1:15', '365天24小时不打烊', 'GB/T 7714'])('may hold digits: %s', (name) =>
    expect(declared(name)).toEqual([]),
  );

  test.each(['97.2%', '8个', '12345', '占比98.9%的', '受理65826项', '办结率98%以上', '受理5项，办结3项的事项'])(
    'is none that is a number: %s',
    (name) =>
      expect(declared(name)).toContain(
        `content/issues/1.mdx 第9行：names 里的“${name}”是一个数，不是名称；写在这里，正文里的这个数就不核对了\n→ 从 names 里删掉它，在 facts.csv 登记这个数；是名称里的数字的，写整个名称，如“24小时自助服务区”`,
      ),
  );
});
