/** Does something for each, `most` at a time. The first failure ends it. */
export async function eachAtOnce<T>(
  items: Iterable<T>,
  most: number,
  act: (item: T) => Promise<unknown>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); !next.done; next = rest.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
