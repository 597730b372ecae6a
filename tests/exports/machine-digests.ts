/** Run as a process of its own, in a time zone and on a day of its own: the digest of every file for programs. */
import { inside, outside, sha256 } from './fixture.ts';
import { libraries } from './library.ts';
import { made } from './made.ts';

const day = Date.parse(process.argv[2]!);
Date.now = () => day;
globalThis.Date = new Proxy(Date, {
  construct: (target, args: []) => (args.length === 0 ? new target(day) : new target(...args)),
});

for (const [name, library] of libraries)
  for (const publication of [inside, outside]) {
    for (const [path, text] of await made(library, publication))
      console.log(sha256(text), name, publication.root, path);
  }
