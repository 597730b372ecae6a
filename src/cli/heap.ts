import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What the processes of a build are told, the first by npm's script: megabytes of each half of what V8 keeps for the young.
 * With its own 32 each holds 100 MB more, and is no faster.
 */
export const YOUNG = '--max-semi-space-size=8';

/**
 * This process looks for what it holds no more when that may be 40 % of what it holds, where V8 by itself lets it be three
 * times as much: of a thousand bulletins 100 MB. Not for processes that make units: these hold little, and would be at it all
 * the time.
 */
export const beFrugal = (): void => {
  setFlagsFromString('--heap-growing-percent=40');
};

/**
 * Gives back what this process has held for a while and holds no more, which V8 would keep for what may come: of a library of
 * thousands of bulletins hundreds of megabytes. Node offers it to whoever asks V8 (https://nodejs.org/api/v8.html#v8setflagsfromstringflags).
 */
export function giveBack(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
