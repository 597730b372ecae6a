import { Worker } from 'node:worker_threads';
import type { Picture } from '../publication/file.ts';
import { draw } from './draw.ts';
import { skia } from './skia.ts';

/** A thread takes about as long to start as this many pictures to draw. */
const FEW = 20;

/** Draws all, each as soon as a thread is free, and hands every PNG over with its place in the list. */
export async function drawAll(
  pictures: readonly Picture[],
  threads: number,
  done: (png: Buffer, place: number) => void,
): Promise<void> {
  if (threads < 2 || pictures.length < FEW) {
    const loaded = await skia();
    for (const [i, { svg, scale }] of pictures.entries()) done(draw(loaded, svg, scale), i);
    return;
  }
  let next = 0;
  const one = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
    try {
      while (next < pictures.length) {
        const place = next++;
        done(await answer(worker, pictures[place]!), place);
      }
    } catch (cause) {
      // The others stop too: their pictures would be published without this one.
      next = pictures.length;
      throw cause;
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, pictures.length) }, one));
}

function answer(worker: Worker, { svg, scale }: Picture): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const clear = (): void => {
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
    };
    worker.once('message', (png: Uint8Array) => {
      clear();
      resolve(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
    });
    worker.once('error', (cause: Error) => {
      clear();
      reject(cause);
    });
    worker.once('exit', (code) => {
      clear();
      reject(new Error(`画图的线程中断了（${code}）`));
    });
    worker.postMessage({ svg, scale });
  });
}
