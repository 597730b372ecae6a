import { parentPort } from 'node:worker_threads';
import { draw } from './draw.ts';
import { skia } from './skia.ts';

/** Draws what it is sent, one picture at a time. */
const loaded = await skia();
parentPort?.on('message', ({ svg, scale }: { svg: string; scale: number }) => {
  parentPort?.postMessage(draw(loaded, svg, scale));
});
