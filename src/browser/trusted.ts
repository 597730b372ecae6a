interface Rules {
  readonly createHTML?: (markup: string) => string;
  readonly createScriptURL?: (address: string) => string | null;
}

/** What of the browser's own interface is used; TypeScript's library does not know it yet. */
interface Factory {
  readonly createPolicy: <R extends Rules>(name: string, rules: R) => R;
}

/**
 * By what rules a page makes markup or a script's address of text (https://w3c.github.io/trusted-types/); its policy names them
 * (`exports/site/policy.ts`). Browsers without Trusted Types take the text itself.
 */
export const trusted = <R extends Rules>(name: string, rules: R): R =>
  (globalThis as { readonly trustedTypes?: Factory }).trustedTypes?.createPolicy(name, rules) ?? rules;
