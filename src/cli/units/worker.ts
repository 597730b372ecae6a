import { constants, setPriority } from 'node:os';
import { isOfOne } from '../../units/unit.ts';
import { endWithParent } from '../child.ts';
import { messageOf } from '../failure.ts';
import { giveBack } from '../heap.ts';
import { aloneAt } from './alone.ts';
import type { Answer, Bench, Task } from './task.ts';

/** A process of a build: the first message says where it works, each further one is a task, which it answers. */
endWithParent();
// The index of search, which takes longest, is made by a program beside these: where cores are few it is not to wait for one.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
let alone: ReturnType<typeof aloneAt> | undefined;

async function answer(task: Task): Promise<Answer> {
  try {
    return { done: await alone!(() => task) };
  } catch (cause) {
    return { failure: messageOf(cause) };
  }
}

process.on('message', (message: Bench | Task) => {
  if ('renderer' in message) alone = aloneAt(message);
  else
    void answer(message).then((answered) => {
      process.send!(answered);
      // A library of all bulletins is not to be held beside what comes next.
      if (message.made && !isOfOne(message)) setImmediate(giveBack);
    });
});
