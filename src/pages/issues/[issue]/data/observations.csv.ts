import type { APIRoute, GetStaticPaths } from 'astro';
import { catalog } from '../../../../catalog.ts';
import type { Bulletin } from '../../../../domain/issue.ts';
import { tidy } from '../../../../exports/tidy.ts';

export const getStaticPaths = (() =>
  catalog().bulletins.map((bulletin) => ({ params: { issue: String(bulletin.issue.number) }, props: { bulletin } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ bulletin: Bulletin }> = ({ props }) => new Response(tidy(props.bulletin));
