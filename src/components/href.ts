/** An address of this site under the base it is built for. */
export const href = (path: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;
