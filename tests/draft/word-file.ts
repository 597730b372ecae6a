import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { readWord, type Word } from '../../src/draft/word/html.ts';
import { prepare } from '../../src/draft/word/package.ts';

/** A file of `tests/draft/word` as the command reads it. */
export async function wordFile(name: string): Promise<Word> {
  const { bytes, counted, unseen } = prepare(readFileSync(new URL(`word/${name}.docx`, import.meta.url)));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return { ...readWord(value), counted, unseen };
}
