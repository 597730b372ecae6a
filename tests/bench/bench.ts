import { availableParallelism } from 'node:os';
import { measured, type Measurement, type Size } from './measurement.ts';
import type { Taken } from './project.ts';
import { megabytes, oneIn, seconds, table, times, type Figure } from './table.ts';
import { inWork } from './work.ts';

/**
 * `npm run bench -- N …`: builds a root of N synthetic bulletins, for each N given, from a copy of this project, and prints what
 * that takes beside what it should take. Judges by no exit code, since a machine's mood is no test. On ext4 without a journal to
 * make a file takes ten times as long while many were removed within five minutes (`recently_deleted` in fs/ext4/ialloc.c).
 */
const counts = process.argv.slice(2).map(Number);
if (counts.length === 0) counts.push(200);
if (!counts.every((count) => Number.isInteger(count) && count > 0)) throw new Error('usage: npm run bench -- N …');

const memory = ({ memory: peak }: Taken): string =>
  peak ? `${peak.largest.toFixed(0)} MB, all ${peak.sum.toFixed(0)} MB` : 'not measured';
const both = (taken: Taken): string => `${seconds(taken.seconds)}, ${memory(taken)}`;
const sizeOf = ({ files, bytes }: Size): string => `${files} files, ${megabytes(bytes)}`;
const perPage = ({ full, pages }: Measurement): number => (full.seconds * 1000) / pages;

/** MB. */
const MOST_MEMORY = 1536;
/** Of a thousand bulletins on two cores. */
const MOST_SECONDS = 240;

function figuresOf(one: Measurement): Figure[] {
  const { check, full, bare, again, elsewhere, number, title, code, sharded } = one;
  const whole = full.seconds;
  const isThousand = one.count === 1000 && availableParallelism() === 2;
  return [
    { what: 'check alone', is: both(check) },
    {
      what: 'full build, nothing kept',
      is: seconds(whole),
      ...(isThousand ? { goal: [`≤ ${MOST_SECONDS} s`, whole <= MOST_SECONDS] as const } : {}),
    },
    {
      what: '  memory, largest process and all',
      is: memory(full),
      ...(full.memory ? { goal: [`all ≤ ${MOST_MEMORY} MB`, full.memory.sum <= MOST_MEMORY] as const } : {}),
    },
    { what: '  a page', is: `${perPage(one).toFixed(2)} ms of ${one.pages}` },
    { what: '  the site', is: sizeOf(one.site) },
    { what: '  the store of units', is: sizeOf(one.store) },
    { what: 'bare loop', is: `${seconds(bare.seconds)} (processor ${seconds(bare.processor)}), ${bare.count} drawn` },
    times('full build : bare loop', whole, bare.seconds, 1.5),
    oneIn('no change', again.seconds, whole, 30),
    oneIn('  into another folder', elsewhere.seconds, whole),
    oneIn('a number of one bulletin', number.seconds, whole, 10),
    oneIn('its title', title.seconds, whole, 10),
    // All is made anew but the pictures.
    oneIn('a file of the code', code.seconds, whole),
    ...sharded.shards.map((shard, i) => ({ what: `shard ${i + 1}/2, nothing kept`, is: both(shard) })),
    { what: 'assembling the shards', is: both(sharded.assembled) },
    {
      what: '  against a single build',
      is: sharded.same ? 'same bytes' : 'other bytes',
      goal: ['same bytes', sharded.same],
    },
  ];
}

const all: Measurement[] = [];
for (const count of counts) {
  const one = await inWork((work) => measured(count, work));
  table(`${count} bulletins, ${availableParallelism()} cores`, figuresOf(one));
  all.push(one);
}
const [first, ...others] = all;
if (others.length > 0)
  table(
    `Time a page, to that of ${first!.count} bulletins`,
    others.map((one) => {
      const ratio = perPage(one) / perPage(first!);
      return { what: String(one.count), is: ratio.toFixed(2), goal: ['0.85 to 1.15', ratio >= 0.85 && ratio <= 1.15] };
    }),
  );
