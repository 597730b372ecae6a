import { setFlagsFromString } from 'node:v8';

/**
 * What the processes of a build are told, the first by npm's script: megabytes of each half of what V8 keeps for the young. With its own 32 each
 * holds 100 MB more, and is no faster.
 */
export const YOUNG = '--max-semi-space-size=8';

/**
 * This process looks for what it holds no more when that may be 40 %, where V8 by itself lets it be three times as much as what it holds: of a thousand
 * bulletins 100 MB. Not for processes that make units: these hold little, and would be at it all the time.
 */
export const beFrugal = (): void => {
  setFlagsFromString('--heap-growing-percent=40');
};
