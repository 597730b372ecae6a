/**
 * One check of the catalogue: the one source for messages, the JSON's codes and the list on `/staff/checks/`.
 * `message` and `hint` may hold `{found}`, which every problem has, and `{words}` that its caller must give.
 */
export interface Check {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** What is wrong, quoting what was found. */
  readonly message: string;
  /** What to type. */
  readonly hint: string;
  /** A wrong and a right way to write it. */
  readonly example: readonly [wrong: string, right: string];
}
