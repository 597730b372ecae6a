/**
 * What a page may load: its style, its pictures and, with `scripts`, scripts of this site. None in development, where Vite
 * injects scripts and styles that this would forbid.
 */
export const policy = (scripts: boolean): string | undefined =>
  import.meta.env.PROD
    ? [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        ...(scripts ? ["script-src 'self'", "worker-src 'self'"] : []),
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ')
    : undefined;
