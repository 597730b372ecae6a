declare module 'virtual:bulletin-press/library' {
  /** The library of this very build. */
  export const library: import('../check/library.ts').CheckedLibrary;
}

declare module 'virtual:bulletin-press/content' {
  /** The folder of the bulletins' texts, as a file's URL. */
  export const folder: string;
}
