import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsBelow } from '../../src/cli/manifest.ts';
import { sha256 } from '../../src/integrations/sha256.ts';

/** Every file below a folder with the digest of its bytes. */
export const digestsBelow = (folder: string): string[] =>
  pathsBelow(folder).map((path) => `${path} ${sha256(readFileSync(join(folder, path)))}`);
