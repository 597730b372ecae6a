import type { ExportFile } from '../../publication/file.ts';

/** A file that holds data, as catalogues list it; size and digest where the caller knows them. */
export interface Distribution {
  /** From the root of the site: `issues/48/data/observations.csv`. */
  readonly path: ExportFile['path'];
  /** What it is, for readers. */
  readonly meaning?: string;
  readonly bytes?: number;
  readonly sha256?: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
  svg: 'image/svg+xml',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** As IANA registers it and web servers send it by the name's ending. */
export const mediaType = ({ path }: Distribution): string =>
  MEDIA_TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

export const fileName = ({ path }: Distribution): string => path.split('/').at(-1)!;

/** Descriptions and checksums of data are no form of the data. */
const ABOUT = /(^|\/)(datapackage\.json|[^/]+\.csv-metadata\.json|SHA256SUMS)$/;

export const dataOnly = <D extends Distribution>(files: readonly D[]): D[] =>
  files.filter(({ path }) => !ABOUT.test(path));
