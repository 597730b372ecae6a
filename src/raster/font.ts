import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subset from 'subset-font';
import { covered } from './letters.ts';

/** The font that PNGs are drawn with, whatever the machine has: Noto Sans S Chinese (OFL), regular for 400 and bold for more. */
export interface Font {
  readonly digest: string;
  /** Code points that both weights can draw. */
  readonly letters: ReadonlySet<number>;
  readonly weights: readonly { readonly name: string; readonly bytes: Buffer }[];
}

const require = createRequire(import.meta.url);

/**
 * 16 and 17 hold the family that both weights share. The package's types know neither features nor tables to drop, so these
 * options are not written where it is called.
 */
const PLAIN = {
  targetFormat: 'sfnt' as const,
  preserveNameIds: [16, 17],
  keepFeatures: [],
  dropTables: ['GSUB', 'GPOS', 'BASE', 'DSIG', 'VORG', 'vhea', 'vmtx'],
};

let loaded: Font | undefined;

export function font(): Font {
  if (loaded) return loaded;
  const folder = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts');
  const weights = ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'].map((name) => ({
    name,
    bytes: readFileSync(join(folder, name)),
  }));
  const digest = weights.reduce((hash, { bytes }) => hash.update(bytes), createHash('sha256')).digest('hex');
  const [regular, bold] = weights.map(({ bytes }) => covered(bytes));
  return (loaded = { digest, letters: new Set([...regular!].filter((letter) => bold!.has(letter))), weights });
}

/**
 * Both weights with no more than these letters, as files in `folder`: a whole font takes ten times as long to open.
 * Kerning, substitutions and vertical metrics are left out, so that a letter looks the same whichever others are there.
 */
export async function subsetFiles(letters: string, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  return Promise.all(
    font().weights.map(async ({ name, bytes }) => {
      const file = join(folder, name);
      writeFileSync(file, await subset(bytes, letters, PLAIN));
      return file;
    }),
  );
}
