import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute and more, the longest first. */
const LONGEST = [
  'tests/tools.test.ts',
  'tests/browser/lighthouse.test.ts',
  'tests/browser/pages.test.ts',
  'tests/cli/units.test.ts',
  'tests/cli/build.test.ts',
  'tests/browser/search.test.ts',
];

/** Begins with what takes longest, of whatever project, so that no core waits at the end for the last file. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((file) => moduleId.endsWith(file));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
