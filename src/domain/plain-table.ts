/** A printed table that the model does not read (原表): shown, downloaded and searched as it stands. */
export interface PlainTable {
  /** `table-1` … in order of its file's name. */
  readonly slug: string;
  /** Its file's, without `.csv`: `附件3`. */
  readonly name: string;
  readonly file: string;
  readonly head: readonly string[];
  /** Each as long as `head`. */
  readonly rows: readonly (readonly string[])[];
}
