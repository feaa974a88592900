import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { ComposeService } from '../../compose/compose-project.js';
import { textEntry } from '../../local/plan/text-entry.js';
import type { WorkspaceFile } from '../../local/workspace.js';
import type { ReadyServer } from '../../server/plan/check-server.js';
import type { DeployIntent } from './deploy-intent.js';
import { touches, type ServerFiles } from './file-changes.js';
import { identityOf } from './shipped-files.js';

/** The label that changes with the files that a service mounts. */
export const filesLabel = 'deploy-kit.files';

/**
 * The labels of services that mount files of the release: Compose does not see that a mounted file has changed, and
 * would leave the container with the content, or even the file, from before. A new label makes it anew. Where nothing
 * that it mounts changes it keeps the label that it has, or none: what somebody has started by hand is not touched.
 */
export function filesLabels(
  { project, files, releaseId }: Pick<DeployIntent, 'project' | 'files' | 'releaseId'>,
  { current, currentFiles }: Pick<ReadyServer, 'current' | 'currentFiles'>,
  seen: ServerFiles,
): ReadonlyMap<string, string> {
  const live = liveLabels(seen.livePins);
  return new Map(
    project.services.flatMap((service): readonly (readonly [string, string])[] => {
      const mounted = mountedFiles(service, files);
      const isChanged =
        touches(seen, (path) => isMounted(service, path)) ||
        (current === undefined
          ? seen.isMoving
          : mounted.some((file) => currentFiles.get(file.path) !== identityOf(file)));
      const former = live.get(service.name);
      const label = isChanged ? newLabel(mounted, former, releaseId) : former;
      return mounted.length === 0 || label === undefined ? [] : [[service.name, label]];
    }),
  );
}

/** The files of the release that a service mounts, alone or in a folder. */
export function mountedFiles(
  service: ComposeService,
  files: readonly WorkspaceFile[],
): readonly WorkspaceFile[] {
  return files.filter(({ path }) => isMounted(service, path));
}

function isMounted(service: ComposeService, path: string): boolean {
  return service.paths.some(
    ({ kind, path: mount }) =>
      kind !== 'env-file' && (path === mount || path.startsWith(`${mount}/`) || mount === '.'),
  );
}

/** Where the same is written again, since somebody has removed it, the container still has the one that was removed. */
function newLabel(
  files: readonly WorkspaceFile[],
  former: string | undefined,
  releaseId: string,
): string {
  const label = contentHash(files);
  return label === former ? contentHash([...files, textEntry('', 0, releaseId)]) : label;
}

function contentHash(files: readonly WorkspaceFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.path}\0${identityOf(file)}\0`);
  return hash.digest('hex').slice(0, 16);
}

interface LivePins {
  readonly services?: Readonly<
    Record<string, { readonly labels?: Readonly<Record<string, unknown>> } | null>
  > | null;
}

function liveLabels(pins: string): ReadonlyMap<string, string> {
  let read: LivePins | null;
  try {
    read = parse(pins) as LivePins | null;
  } catch {
    // Somebody has written in it.
    return new Map();
  }
  return new Map(
    Object.entries(read?.services ?? {}).flatMap(([service, pinned]) => {
      const label = pinned?.labels?.[filesLabel];
      return typeof label === 'string' ? [[service, label] as const] : [];
    }),
  );
}
