import { spans } from './span.ts';

/** Sections of the text are named as such: 正文二(一). */
export const placeWord = (place: string): string =>
  /^附[表件]|第\d+行$/.test(place) ? place : `正文${fullWidth(place)}`;

/** 二(一) of the files is 二（一） on a page. */
export const fullWidth = (place: string): string => place.replace(/\(/g, '（').replace(/\)/g, '）');

const ROW = /^(.*第)(\d+)行$/;

/**
 * Every place by its exact name, a table's rows together: `附表第1、4、7行`, `附件2第1至5行`, `正文一（一）、二`. Never a range with
 * a row in it that is not meant.
 */
export function placesWord(places: readonly string[]): string {
  const words = [...new Set(places)];
  const tables = [...Map.groupBy(words, (word) => ROW.exec(word)?.[1] ?? '')];
  return tables
    .flatMap(([table, named]) => (table === '' ? [sections(named)] : [`${table}${rows(named)}行`]))
    .join('、');
}

const rows = (places: readonly string[]): string =>
  spans(places.map((place) => Number(ROW.exec(place)![2])).sort((a, b) => a - b)).join('、');

/** The first bears 正文 for all. */
const sections = (words: readonly string[]): string =>
  words.map((word, i) => (i === 0 ? word : word.replace(/^正文/, ''))).join('、');
