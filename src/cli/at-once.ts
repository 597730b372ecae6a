/** Does something for each, `most` at a time. The first failure ends it, once what was begun has ended too. */
export async function eachAtOnce<T>(
  items: Iterable<T>,
  most: number,
  act: (item: T) => Promise<unknown>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); !next.done && failures.length === 0; next = rest.next())
      await act(next.value).catch((cause: unknown) => failures.push(cause));
  };
  await Promise.all(Array.from({ length: most }, worker));
  if (failures.length > 0) throw failures[0];
}
