import { addressIn, basePath, isPublic, type Publication } from '../../publication/publication.ts';

/**
 * `robots.txt` (RFC 9309): everything may be read. It is obeyed only at the root of a host; under a sub-path it is written all
 * the same, so that whoever keeps the host has the line about the sitemap to copy.
 */
export function robots(publication: Publication): string {
  const below = basePath(publication) !== '/';
  const sitemap = isPublic(publication) ? ['', `Sitemap: ${addressIn(publication, '/sitemap-index.xml')}`] : [];
  const note =
    below && sitemap.length > 0
      ? ['# 只有域名根目录下的 robots.txt 才起作用；本站在子目录下，请把 Sitemap 一行抄到那里。']
      : [];
  return [...note, 'User-agent: *', 'Allow: /', ...sitemap].map((line) => `${line}\n`).join('');
}
