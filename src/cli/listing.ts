import { parentPort, workerData } from 'node:worker_threads';
import { isAsListed, type Listing } from './listed.ts';

/** A thread that looks whether files are as they are listed. What cannot be read is not. */
function answer(listing: Listing): boolean {
  try {
    return isAsListed(listing);
  } catch {
    return false;
  }
}

parentPort!.postMessage(answer(workerData as Listing));
