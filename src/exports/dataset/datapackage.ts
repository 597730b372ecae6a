import { issueFinding } from '../../wording/finding.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Bulletin } from '../../domain/issue.ts';
import { issueAddress } from '../../publication/address.ts';
import type { DataFile, Sha256 } from './archive.ts';
import { ALL_FIELDS, explained, type Field } from './field.ts';
import { fullAddress, type Publication } from '../../publication/publication.ts';
import { dataRows, primaryKey } from './csv.ts';
import { citedTitle, datasetWork } from '../cite/work.ts';

const profile = (name: string): string => `https://datapackage.org/profiles/2.0/${name}.json`;

const TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'string',
  integer: 'integer',
  decimal: 'number',
};

/** Codes of the registry, which addresses are made of. */
export const INDICATOR_PATTERN = '[a-z][a-z0-9]*(-[a-z0-9]+)*';

/** `datapackage.json` by Data Package 2.0 (https://datapackage.org/standard/data-package/) about the table `observations`. */
export function dataPackage(
  bulletin: Bulletin,
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
  observations: DataFile,
  sha256: Sha256,
): string {
  const { issue, version, released } = bulletin;
  const { office, series, licence } = publication;
  const work = datasetWork(bulletin, publication);
  const source = fullAddress(publication, issueAddress(issue.number));
  const key = primaryKey(dataRows(bulletin));
  return `${JSON.stringify(
    {
      $schema: profile('datapackage'),
      // The same for all versions, as the standard asks; `version` tells them apart.
      name: `bulletin-${issue.number}`,
      ...(work.address === null ? {} : { id: work.address, homepage: work.address }),
      title: citedTitle(work),
      description: issueFinding(bulletin, indicators).join(''),
      version: `${version}.0.0`,
      // A release has a day, the standard wants a time: midnight UTC lies within that day in China.
      ...(released === null ? {} : { created: `${released}T00:00:00Z` }),
      keywords: [publication.city, issue.topic],
      ...(licence ? { licenses: [{ path: licence.url, title: licence.name }] } : {}),
      sources: [
        {
          title: `${office}《${series}》第${issue.number}期《${issue.title}》`,
          ...(source === null ? {} : { path: source }),
        },
      ],
      contributors: [{ title: office, roles: ['creator', 'publisher'] }],
      resources: [
        {
          name: 'observations',
          type: 'table',
          path: observations.name,
          title: observations.meaning,
          description: '可能被电子表格当作公式运行的文字前加了一个半角单引号，读取时去掉。',
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          bytes: observations.content.length,
          hash: `sha256:${sha256(observations.content)}`,
          dialect: {
            $schema: profile('tabledialect'),
            header: true,
            delimiter: ',',
            lineTerminator: '\r\n',
            quoteChar: '"',
            doubleQuote: true,
          },
          schema: {
            $schema: profile('tableschema'),
            fields: ALL_FIELDS.map(described),
            missingValues: [''],
            ...(key ? { primaryKey: key } : {}),
          },
        },
      ],
    },
    null,
    2,
  )}\n`;
}

function described(field: Field): object {
  const { name, title, type, required, codes = [] } = field;
  const constraints = {
    ...(required ? { required } : {}),
    ...(codes.length > 0 ? { enum: codes.map(({ code }) => code) } : {}),
    ...(type === 'integer' ? { minimum: 1 } : {}),
    ...(name === 'indicator' ? { pattern: INDICATOR_PATTERN } : {}),
  };
  const labelled = codes.filter(({ label }) => label !== '');
  return {
    name,
    type: TYPES[type],
    title,
    description: explained(field),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
    ...(labelled.length > 0 ? { categories: labelled.map(({ code, label }) => ({ value: code, label })) } : {}),
  };
}
