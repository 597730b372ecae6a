declare namespace App {
  interface Locals {
    /** What a page may see: of a bulletin's pages no more than that bulletin and what they say of others. */
    readonly library: import('../check/library.ts').CheckedLibrary;
  }
}
