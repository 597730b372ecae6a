import { parentPort, workerData } from 'node:worker_threads';
import { areAsListed, type Listing } from './listed.ts';

/** A thread that looks whether files are as they are listed. */
parentPort!.postMessage(areAsListed(workerData as Listing));
