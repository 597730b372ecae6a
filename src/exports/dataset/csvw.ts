import { issueAddress } from '../../publication/address.ts';
import type { Bulletin } from '../../domain/issue.ts';
import { INDICATOR_PATTERN } from './datapackage.ts';
import { ALL_FIELDS, explained, type Field } from './field.ts';
import { fullAddress, type Publication } from '../../publication/publication.ts';
import { dataRows, primaryKey } from './csv.ts';
import { citedTitle, datasetWork } from '../cite/work.ts';

/**
 * `observations.csv-metadata.json`: a table description of CSV on the Web (https://www.w3.org/TR/tabular-metadata/), found by
 * its name beside the file. A BOM needs no word of it: whoever decodes UTF-8 by the Encoding Standard drops it.
 */
export function csvw(bulletin: Bulletin, publication: Publication, name: string): string {
  const { issue, version, released } = bulletin;
  const { office, licence, language } = publication;
  const work = datasetWork(bulletin, publication);
  const source = fullAddress(publication, issueAddress(issue.number));
  const key = primaryKey(dataRows(bulletin));
  return `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
      '@type': 'Table',
      url: name,
      'dc:title': citedTitle(work),
      'dc:publisher': { 'schema:name': office },
      'dc:created': { '@value': issue.date, '@type': 'xsd:date' },
      ...(released === null ? {} : { 'dc:issued': { '@value': released, '@type': 'xsd:date' } }),
      'schema:version': String(version),
      ...(licence ? { 'dc:license': { '@id': licence.url } } : {}),
      ...(source === null ? {} : { 'dc:source': { '@id': source } }),
      dialect: {
        '@type': 'Dialect',
        encoding: 'utf-8',
        lineTerminators: ['\r\n'],
        delimiter: ',',
        quoteChar: '"',
        doubleQuote: true,
        header: true,
        headerRowCount: 1,
        trim: false,
      },
      tableSchema: {
        '@type': 'Schema',
        columns: ALL_FIELDS.map((field) => column(field, language)),
        ...(key ? { primaryKey: key } : {}),
      },
    },
    null,
    2,
  )}\n`;
}

/** The heading of the file is the English title: without it among the titles, description and file would not match. */
function column(field: Field, language: string): object {
  return {
    '@type': 'Column',
    name: field.name,
    titles: { en: field.name, [language]: field.title },
    'dc:description': explained(field),
    datatype: datatype(field),
    required: field.required,
    null: '',
  };
}

/** A `format` of a text is a regular expression, here for the whole of it. */
function datatype({ name, type, codes }: Field): string | object {
  if (type === 'integer') return { base: 'integer', minimum: 1 };
  if (type === 'decimal') return 'decimal';
  if (codes) return { base: 'string', format: `^(${codes.map(({ code }) => code).join('|')})$` };
  return name === 'indicator' ? { base: 'string', format: `^${INDICATOR_PATTERN}$` } : 'string';
}
