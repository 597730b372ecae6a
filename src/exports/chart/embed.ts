import { embedAddress } from '../../publication/address.ts';
import type { Chart } from '../../wording/chart.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { FRAME_WIDTH, frameHeight } from './frame.ts';
import type { ExportFile } from '../../publication/file.ts';
import { addressIn, isPublic, type Publication } from '../../publication/publication.ts';

const attribute = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** What another page needs to show a chart; it may be narrower, down to 280 px. */
export const embedCode = (title: string, address: string, height: number): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" ` +
  `loading="lazy" style="border:0;max-width:${FRAME_WIDTH}px"></iframe>`;

/** Where a chart's oEmbed answer stands. */
export const oembedAddress = ({ bulletin, slug }: Chart): string =>
  `${embedAddress(bulletin.issue.number, slug)}oembed.json`;

export function oembed(
  chart: Chart,
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
): ExportFile[] {
  const page = embedAddress(chart.bulletin.issue.number, chart.slug);
  return oembedOf(page, chart.title, () => frameHeight(chart, indicators, publication), publication);
}

/** oEmbed 1.0 (https://oembed.com), type rich. Without a public address there is nothing to embed, so no file. */
export function oembedOf(page: string, title: string, heightOf: () => number, publication: Publication): ExportFile[] {
  if (!isPublic(publication)) return [];
  const address = addressIn(publication, page);
  const answer = (height: number) => ({
    version: '1.0',
    type: 'rich',
    title,
    author_name: publication.office,
    author_url: publication.root,
    provider_name: publication.name,
    provider_url: publication.root,
    width: FRAME_WIDTH,
    height,
    html: embedCode(title, address, height),
  });
  return [{ path: `${page}oembed.json`.slice(1), make: () => `${JSON.stringify(answer(heightOf()), null, 1)}\n` }];
}
