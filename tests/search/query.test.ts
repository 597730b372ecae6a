import { describe, expect, test } from 'vitest';
import { byWords, phraseOf, queryOf } from '../../src/search/query.ts';

describe('a question', () => {
  test('has a part between any two spaces, and no part of signs alone', () => {
    expect(queryOf('  不见面　97.2% —— ')).toEqual({ text: '不见面　97.2% ——', parts: [['不', '见', '面'], ['97.2']] });
    expect(queryOf('%，').parts).toEqual([]);
  });

  test('is asked of Pagefind as a phrase, in which a number is one word', () => {
    expect(phraseOf(['达', '到', '97.2'])).toBe('"达 到 97x2"');
  });

  test('falls into the words of the language where nothing holds it as a whole', () => {
    expect(byWords(queryOf('审批服务'))).toEqual({
      text: '审批服务',
      parts: [
        ['审', '批'],
        ['服', '务'],
      ],
    });
    expect(byWords(queryOf('审批')), 'one word is no other question').toBeNull();
    expect(byWords(queryOf('97.2'))).toBeNull();
  });
});
