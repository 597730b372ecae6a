import { endWithParent } from '../child.ts';
import { messageOf } from '../failure.ts';
import { makerAt, type Maker } from './making.ts';
import type { Answer, Bench, Task } from './task.ts';

/** A process of a build: the first message says where it works, each further one is a task, which it answers. */
endWithParent();
let maker: Maker | undefined;
let previous: Promise<unknown> = Promise.resolve();

async function answer(task: Task): Promise<Answer> {
  try {
    return { done: task.made ? await maker!.make(task) : maker!.take(task) };
  } catch (cause) {
    return { failure: messageOf(cause) };
  }
}

process.on('message', (message: Bench | Task) => {
  if ('renderer' in message) maker = makerAt(message);
  else previous = previous.then(async () => process.send!(await answer(message)));
});
