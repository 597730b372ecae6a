'use strict';

// Every command starts here. Old JavaScript on purpose: whatever Node runs it must get as far as saying what is wrong.
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { refusal } = require('./node-version.cjs');

const answer = refusal(process.versions.node);

if (answer === null) {
  // What Node has compiled is kept, for processes that this one starts too: it is half of the time of a short command.
  process.env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || join(__dirname, '../../.cache/code');
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
  // A failure of the import itself is not caught: Node prints it and ends with 1.
  import('./commands.ts').then(function (commands) {
    return commands.main(process.argv[2], process.argv.slice(3));
  });
} else {
  process.stderr.write(answer + '\n');
  process.exitCode = 1;
}
