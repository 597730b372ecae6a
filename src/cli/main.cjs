'use strict';

// Every command starts here. Old JavaScript on purpose: whatever Node runs it must get as far as saying what is wrong.
const { refusal } = require('./node-version.cjs');

const answer = refusal(process.versions.node);

if (answer === null) {
  // A failure of the import itself is not caught: Node prints it and ends with 1.
  import('./commands.ts').then(function (commands) {
    return commands.main(process.argv[2], process.argv.slice(3));
  });
} else {
  process.stderr.write(answer + '\n');
  process.exitCode = 1;
}
