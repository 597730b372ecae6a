/** What a process needs to run at all, on Linux, macOS and Windows. */
const NEEDED =
  /^(PATH|PATHEXT|HOME|USERPROFILE|LOCALAPPDATA|APPDATA|SYSTEMROOT|WINDIR|COMSPEC|TMPDIR|TEMP|TMP|NODE_OPTIONS|NODE_COMPILE_CACHE)$/i;

/**
 * The environment without all that no process of a build needs. Astro puts a variable of the name of one of its own constants
 * (`BASE_URL`, `SITE`, `MODE`) in the constant's place, and test runners set such: a site would stand for another address, or
 * without its content policy.
 */
export const bareEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => NEEDED.test(name)));
