/** A file that the site offers beside its pages, made only when it is written or asked for. */
export interface ExportFile {
  /** From the root of the site: `issues/48/data/observations.csv`. */
  readonly path: string;
  readonly make: () => Content | Promise<Content>;
}

/** Text is UTF-8. A picture is given as the SVG that it is drawn from, and made into a PNG by whoever writes it. */
export type Content = string | Uint8Array | Picture;

export interface Picture {
  readonly svg: string;
  /** Pixels of the PNG for one of the drawing: 2 for charts, 1 for social images. */
  readonly scale: number;
}

export const isPicture = (content: Content): content is Picture => typeof content === 'object' && 'svg' in content;
