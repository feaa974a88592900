import type { ArchiveEntry } from './archiver.js';

/** One file of the checkout; its path is relative to the folder that was walked from, with `/`. */
export type WorkspaceFile = ArchiveEntry;

/** The checkout on the runner. */
export interface Workspace {
  /** The text of a file, or `undefined` when there is none. */
  readText(path: string): string | undefined;
  exists(path: string): boolean;
  /** The files that a glob pattern means, in a stable order; hidden ones too, `.git` left aside. */
  glob(pattern: string): readonly string[];
  /**
   * The file, or every file below the folder (`.git` left aside), in a stable order.
   * @throws {DeployKitError} `file-name-unsupported`
   */
  walk(path: string): readonly WorkspaceFile[];
}
