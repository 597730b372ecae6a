import { hash } from 'node:crypto';

/** Hexadecimal, of UTF-8 text or of bytes. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content);
