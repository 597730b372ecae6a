import type { Section } from '../domain/issue.ts';

interface Entry {
  readonly id: string;
  readonly label: string;
}

/** The sections of a text as its contents list them: chapters, each with its parts. */
export function contentsOf(sections: readonly Section[]): (Entry & { readonly parts: readonly Entry[] })[] {
  const chapters: (Entry & { parts: Entry[] })[] = [];
  for (const section of sections) {
    const entry = { id: section.id, label: labelOf(section) };
    if (section.depth === 1 || chapters.length === 0) chapters.push({ ...entry, parts: [] });
    else chapters.at(-1)!.parts.push(entry);
  }
  return chapters;
}

/** 一、整改提升目标及成效, （二）实行“周末不打烊”服务. */
function labelOf({ place, title }: Section): string {
  if (place === title) return title;
  return `${place.includes('(') ? place.replace(/^.*\(/, '（').replace(')', '）') : `${place}、`}${title}`;
}
