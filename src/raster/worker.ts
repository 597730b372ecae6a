import { parentPort, workerData } from 'node:worker_threads';
import { draw } from './draw.ts';

/** Draws what it is sent, one picture at a time. */
const fonts = workerData as readonly string[];
parentPort?.on('message', ({ svg, scale }: { svg: string; scale: number }) => {
  parentPort?.postMessage(draw(svg, scale, fonts));
});
