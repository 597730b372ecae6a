import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import type { Section } from '../../domain/issue.ts';

/** A heading, paragraph or list item of the text with the section it stands in. */
export interface Block {
  readonly place: string;
  /** The titles of the chapter and section it stands in. */
  readonly heading: string;
  readonly line: number;
  readonly text: string;
  /** Offsets in `text` at which its text nodes begin. */
  readonly seams: readonly number[];
  readonly nodes: readonly { value: string }[];
  /** The section this block opens, if it is a heading or a paragraph that begins like one. */
  readonly opens: Section | undefined;
}

const CHAPTER = /^([一二三四五六七八九十]+)[、.．]\s*(\S.*)$/;
const SECTION = /^[（(]([一二三四五六七八九十]+)[)）]\s*([^\s。].*?)(?:。|$)/;

/** The blocks of a text in reading order. `引言` is what stands before the first heading. */
export function blocks(tree: Root): Block[] {
  const found: Block[] = [];
  const outline = new Outline();
  let place = '引言';
  const walk = (node: RootContent): void => {
    if (node.type !== 'heading' && node.type !== 'paragraph') {
      if ('children' in node) for (const child of node.children) walk(child);
      return;
    }
    const { text, seams, nodes } = textOf(node);
    const opens = outline.open(node, text.trim());
    place = opens?.place ?? place;
    found.push({ place, heading: outline.heading, line: node.position?.start.line ?? 1, text, seams, nodes, opens });
  };
  for (const node of tree.children) walk(node);
  return found;
}

function textOf(node: Heading | Paragraph): Pick<Block, 'text' | 'seams' | 'nodes'> {
  const nodes = leaves(node);
  const seams: number[] = [];
  let text = '';
  for (const leaf of nodes) {
    seams.push(text.length);
    text += leaf.value;
  }
  return { text, seams, nodes };
}

/** Where in the text's chapters and sections a reader of it has come. */
class Outline {
  private chapter = '';
  private unnumbered = 0;
  private titles: readonly [chapter: string, section: string] = ['', ''];

  get heading(): string {
    return this.titles.join('');
  }

  /** The section that a heading or a paragraph opens: chapters are numbered `一、`, sections `（一）`. */
  open(node: Heading | Paragraph, text: string): Section | undefined {
    const opened = this.opened(node, text);
    if (opened) this.titles = opened.depth === 1 ? [opened.title, ''] : [this.titles[0], opened.title];
    return opened;
  }

  private opened(node: Heading | Paragraph, text: string): Section | undefined {
    const [, chapter, chapterTitle] = (node.type === 'heading' && CHAPTER.exec(text)) || [];
    if (chapter && chapterTitle) {
      this.chapter = chapter;
      return section(chapter, chapterTitle, 1);
    }
    const [, number, title] = SECTION.exec(text) ?? [];
    if (number && title) return section(`${this.chapter}(${number})`, title, 2);
    return node.type === 'heading' ? this.openUnnumbered(node, text) : undefined;
  }

  private openUnnumbered({ depth }: Heading, text: string): Section {
    if (depth <= 2) this.chapter = '';
    this.unnumbered += 1;
    return { place: text, title: text, depth: depth <= 2 ? 1 : 2, id: `h${this.unnumbered}` };
  }
}

const section = (place: string, title: string, depth: 1 | 2): Section => ({ place, title, depth, id: anchor(place) });

const NUMERALS = '〇一二三四五六七八九';

/** `二(十一)` to `s2-11`: an address within the page that can be typed. */
function anchor(place: string): string {
  const value = (han: string): number => {
    const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
    return (han.includes('十') ? NUMERALS.indexOf(tens || '一') * 10 : 0) + (ones ? NUMERALS.indexOf(ones) : 0);
  };
  return `s${place
    .split('(')
    .map((part) => (part ? value(part.replace(')', '')) : 0))
    .join('-')}`;
}

function leaves(node: RootContent): { value: string }[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node];
  return 'children' in node ? node.children.flatMap((child) => leaves(child as RootContent)) : [];
}
