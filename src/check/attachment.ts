/** Why a file below `public/` is not published: it leads out of the root or cannot be read, or it is no scan or picture. */
export type AttachmentFault = 'link' | 'kind';

/** First bytes of what may be published, by the extension that browsers show it by (https://mimesniff.spec.whatwg.org/). */
const SIGNATURES = new Map<string | undefined, readonly number[]>([
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['jpeg', [0xff, 0xd8, 0xff]],
]);

/** Bytes that `isAttachment` wants to see. */
export const HEAD_LENGTH = 8;

/** Whether a file is what its name says, and of a kind that can carry no script: PDF, PNG or JPEG. */
export function isAttachment(name: string, head: Uint8Array): boolean {
  const signature = SIGNATURES.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase());
  return signature !== undefined && signature.every((byte, i) => head[i] === byte);
}
