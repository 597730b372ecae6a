/** As drawings write it. */
export function numberOf(text: string): number {
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) throw new Error(`not a number: “${text}”`);
  return number;
}
