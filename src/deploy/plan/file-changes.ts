import { createHash } from 'node:crypto';
import type { Changes } from '../../env/plan/env-changes.js';
import type { ArchiveEntry } from '../../local/archiver.js';
import type { WorkspaceFile } from '../../local/workspace.js';

/** How the files of a release differ from those of the live one. */
export interface FileChanges extends Changes {
  readonly unchanged: number;
}

/** @param known the live release's files: path → `<sha256> <mode>` */
export function compareFiles(
  files: readonly WorkspaceFile[],
  known: ReadonlyMap<string, string>,
): FileChanges {
  const paths = new Set(files.map(({ path }) => path));
  const isKnown = (file: WorkspaceFile): boolean => known.get(file.path) === identityOf(file);
  const there = files.filter(({ path }) => known.has(path));
  return {
    added: files.flatMap(({ path }) => (known.has(path) ? [] : path)),
    changed: there.filter((file) => !isKnown(file)).map(({ path }) => path),
    removed: [...known.keys()].filter((path) => !paths.has(path)),
    unchanged: there.filter(isKnown).length,
  };
}

/** What a file of a release is known by: `<sha256> <mode>`; `undefined` for a link. */
export function identityOf({ content, mode }: ArchiveEntry): string | undefined {
  if (content.kind !== 'file') return undefined;
  return `${createHash('sha256').update(content.read()).digest('hex')} ${mode.toString(8)}`;
}
