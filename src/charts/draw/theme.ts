/** Literal colours, for the page's CSS variables and for files that stand alone. Marks ≥ 3:1, text ≥ 4.5:1 on paper. */
export const palette = {
  light: {
    paper: '#fbfaf7',
    ink: '#1b1b1f',
    muted: '#5c5f66',
    hair: '#d9d6cf',
    baseline: '#6b7280',
    achieved: '#12436d',
    target: '#b4510b',
    frontier: '#0f766e',
  },
  dark: {
    paper: '#141416',
    ink: '#ecebe6',
    muted: '#a5a7ad',
    hair: '#34353a',
    baseline: '#a3a8b3',
    achieved: '#8cc3f2',
    target: '#f0a055',
    frontier: '#5fd0c0',
  },
} as const;

export type Ink = keyof typeof palette.light;

/** A colour as the page defines it, so that one drawing serves light, dark and print. */
export const ink = (name: Ink): string => `var(--${name})`;

/** How a number is drawn: its role, and for what is reached whether it is only expected or missed its target. */
export type Look = 'baseline' | 'target' | 'achieved' | 'expected' | 'missed' | 'frontier';

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly strokeDasharray?: string;
}

interface LookShape {
  readonly ink: Ink;
  readonly shape: 'circle' | 'hatched' | 'diamond' | 'tick';
  /** Radius, half diagonal or half height, without the outline. */
  readonly r: number;
  readonly paint: Paint;
}

const filled = (name: Ink): Paint => ({ fill: ink(name) });
const hollow = (name: Ink, strokeWidth: number): Paint => ({ fill: ink('paper'), stroke: ink(name), strokeWidth });

/** One look per role, everywhere: chart, key, table header. Shape says what colour says. */
export const LOOKS: Readonly<Record<Look, LookShape>> = {
  frontier: { ink: 'frontier', shape: 'diamond', r: 8, paint: filled('frontier') },
  baseline: { ink: 'baseline', shape: 'circle', r: 5.5, paint: hollow('baseline', 2.5) },
  target: { ink: 'target', shape: 'tick', r: 13, paint: { stroke: ink('target'), strokeWidth: 3 } },
  achieved: { ink: 'achieved', shape: 'circle', r: 7, paint: filled('achieved') },
  expected: { ink: 'achieved', shape: 'circle', r: 5.75, paint: hollow('achieved', 2.5) },
  missed: { ink: 'achieved', shape: 'hatched', r: 6.5, paint: hollow('achieved', 1.75) },
};

/** 概数 (约, 余, 近): the same mark in a dotted outline, for a place on the axis that is not exact. */
export const rough = (look: Look): Paint => ({ ...hollow(LOOKS[look].ink, 2), strokeDasharray: '2 2' });

export const STEM: Paint = { stroke: ink('achieved'), strokeWidth: 3 };
export const EXPECTED_STEM: Paint = { ...STEM, strokeDasharray: '4 3' };
export const HAIR: Paint = { stroke: ink('hair'), strokeWidth: 1 };

/** What lies over what: a mark that covers another would hide a number. */
export const LAYERS = [
  'grid',
  'stem',
  'frontier',
  'baseline',
  'target',
  'achieved',
  'expected',
  'missed',
  'arrow',
  'text',
] as const;
export type Layer = (typeof LAYERS)[number];

export type Size = 'wide' | 'narrow';

/** The two drawings; nothing under 13, since a narrow drawing may be shown at 0.95. */
export interface Page {
  readonly width: number;
  /** Letter sizes: names, reached values, other values, everything else. */
  readonly name: number;
  readonly strong: number;
  readonly value: number;
  readonly note: number;
  /** Remarks stand beside names, not below. */
  readonly beside: boolean;
}

export const PAGES: Readonly<Record<Size, Page>> = {
  wide: { width: 688, name: 16, strong: 16, value: 14.5, note: 13.5, beside: true },
  narrow: { width: 300, name: 15, strong: 15, value: 14, note: 13, beside: false },
};

/** Distance between the lines of small text. */
export const LEADING = 19;
