import { createApp } from 'astro/app/entrypoint';
import type { CheckedLibrary } from '../check/library.ts';
import { publication } from './publication.ts';
import { contentsOf, type Contents, type Entries } from '../units/contents.ts';
import type { UnitKind } from '../units/unit.ts';
import { sha256 } from './sha256.ts';

/**
 * What Astro's bundle exports: it makes the pages and files of one unit after another, each out of what it is handed. It is made
 * of code alone and holds no data, so one bundle serves every library.
 */
export interface Renderer {
  /**
   * The bytes of a page, as Astro gives them.
   * @param path from the root of the site, with slashes at both ends, or `/404.html`
   * @throws where no page is
   */
  readonly render: (path: string, library: CheckedLibrary) => Promise<Uint8Array>;
  readonly contents: (kind: UnitKind, name: string, library: CheckedLibrary, entries: Entries) => Contents;
}

const app = createApp({ streaming: false });
const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');
/** Pages know their address by the site's settings, never by the request. */
const HOST = 'http://localhost';
const NOT_FOUND = '/404.html';

export const render: Renderer['render'] = async (path, library) => {
  const url = new URL(BASE + (path === NOT_FOUND ? '/404/' : path), HOST);
  const response = await app.render(new Request(url), { locals: { library } });
  if (response.status !== (path === NOT_FOUND ? 404 : 200))
    throw new Error(`${path}：页面没有生成（${response.status}）`);
  return new Uint8Array(await response.arrayBuffer());
};

export const contents: Renderer['contents'] = (kind, name, library, entries) =>
  contentsOf(kind, name, { library, publication, sha256 }, entries);
