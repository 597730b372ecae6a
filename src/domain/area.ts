/** The area of a number: null for the whole of the bulletin's own place, which is also where no area is named. */
export const areaOf = (written: string | null): string | null =>
  written !== null && /^全[省市县区]$/.test(written) ? null : written;
