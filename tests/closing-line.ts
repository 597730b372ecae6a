import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with a plain `N passed, N failed`, which a machine can read; what could not even start counts as failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const skipped = count('skipped') + count('pending');
    const line = `${count('passed')} passed, ${count('failed') + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    // After the default reporter's own summary.
    process.on('exit', () => process.stdout.write(line));
  }
}
