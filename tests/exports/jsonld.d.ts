/** The one function of the package that is used here; it comes without types. */
declare module 'jsonld' {
  interface Options {
    readonly safe: boolean;
    readonly base: string;
    readonly documentLoader: (url: string) => Promise<{ document: object; documentUrl: string; contextUrl: undefined }>;
  }
  const jsonld: { expand: (document: unknown, options: Options) => Promise<unknown> };
  export default jsonld;
}
