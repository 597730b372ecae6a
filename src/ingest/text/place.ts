import { halfWidth } from './letters.ts';

/** `二 (一)` and `二（一）` are one place. */
export const placeKey = (place: string): string => halfWidth(place).replace(/[\s“”"]/g, '');
