import type { Readable } from 'node:stream';

/** One entry of an upload. */
export interface ArchiveEntry {
  readonly path: string;
  /** Permission bits, such as 0o600. */
  readonly mode: number;
  readonly content:
    /** Read when it is needed: a project may be larger than the memory of its runner. */
    | { readonly kind: 'file'; readonly read: () => Buffer }
    | { readonly kind: 'link'; readonly target: string };
}

/** Packs entries as one tar stream. */
export interface Archiver {
  pack(entries: readonly ArchiveEntry[]): Readable;
}
