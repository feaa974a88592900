import { createHash } from 'node:crypto';
import type { ComposeProject } from '../../compose/compose-project.js';
import type { ArchiveEntry } from '../../local/archiver.js';
import type { WorkspaceFile } from '../../local/workspace.js';

// A project may be large, and is asked for several times.
const identities = new WeakMap<ArchiveEntry, string>();

/**
 * What a file of a release is known by, as the server's shell finds it: `<sha256> <mode>`; of a link
 * `<sha256 of where it leads> link`.
 */
export function identityOf(file: ArchiveEntry): string {
  const known = identities.get(file);
  if (known !== undefined) return known;
  const { content, mode } = file;
  const bytes = content.kind === 'file' ? content.read() : content.target;
  const hash = createHash('sha256').update(bytes).digest('hex');
  const identity = `${hash} ${content.kind === 'file' ? mode.toString(8) : 'link'}`;
  identities.set(file, identity);
  return identity;
}

/** The files of a release with what each is known by: `<sha256> <mode> <path>` */
export function checksumLines(files: readonly WorkspaceFile[]): readonly string[] {
  return files.map((file) => `${identityOf(file)} ${file.path}`);
}

/**
 * Those of the files that decide which containers there are, and what is in their environment: the Compose files
 * (`compose ./<path>`) and the services' env files (`env ./<path>`).
 */
export function definitionLines(
  project: Pick<ComposeProject, 'files' | 'services'>,
  files: readonly WorkspaceFile[],
): readonly string[] {
  const read = new Set(project.files);
  const envFiles = new Set(
    project.services.flatMap(({ paths }) =>
      paths.filter(({ kind }) => kind === 'env-file').map(({ path }) => path),
    ),
  );
  return files.flatMap(({ path }) =>
    read.has(path) ? `compose ./${path}` : envFiles.has(path) ? `env ./${path}` : [],
  );
}
