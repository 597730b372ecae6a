import { compressed } from '../compress.ts';
import { portable } from '../portable.ts';

/** In what form a site is written. */
export interface Form {
  /** Whether its pages lead to each other without a server. */
  readonly portable: boolean;
  /** Whether `.gz` and `.br` stand beside every text file. */
  readonly compress: boolean;
}

/** A file as a site of a form has it. */
interface Written {
  readonly bytes: Uint8Array;
  /** What stands compressed beside it. */
  readonly packed: readonly (readonly [path: string, bytes: Uint8Array])[];
}

export function written(path: string, content: string | Uint8Array, form: Form): Written {
  const formed = form.portable ? portable(path, content) : content;
  const bytes = typeof formed === 'string' ? Buffer.from(formed) : formed;
  return { bytes, packed: form.compress ? compressed(path, bytes) : [] };
}
