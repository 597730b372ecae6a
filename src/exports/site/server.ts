/** Where a site is served, for those who write a web server's configuration. */
export interface Server {
  /** The host's name, or null while there is none. */
  readonly host: string | null;
  /** `/` or a sub-path with slashes at both ends. */
  readonly base: string;
  /** The site's files, absolute, without a slash at the end. */
  readonly folder: string;
}

/** Text in which nothing is a sign of the configuration's own. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;

/** A sub-path as a regular expression. */
export const escaped = (base: string): string => base.replaceAll('.', String.raw`\.`);
