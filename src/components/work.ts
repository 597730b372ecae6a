import type { Bulletin } from '../domain/issue.ts';
import type { Work } from '../exports/work.ts';
import { site } from '../site.ts';
import { href } from './href.ts';

/** A page of this site as something to cite. `origin` is Astro.site: absent where the site has no public address. */
export const workOf = ({ issue, version, released }: Bulletin, kind: Work['kind'], title: string, path: string, origin: URL | undefined): Work => ({
  kind,
  slug: path.split('/').at(-2)!,
  office: site.office,
  site: site.name,
  series: site.series,
  number: issue.number,
  title,
  version,
  published: issue.date,
  versionDate: released,
  address: origin ? new URL(href(path), origin).href : null,
  language: 'zh-CN',
});
