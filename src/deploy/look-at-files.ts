import { Readable } from 'node:stream';
import { DeployKitError, type ErrorName } from '../errors/index.js';
import type { ReadyServer } from '../server/plan/check-server.js';
import { lookAt } from '../server/look-at.js';
import { files as script } from '../server/shell/scripts.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import { parseServerFiles, type ServerFiles } from './plan/file-changes.js';
import { checksumLines, definitionLines } from './plan/shipped-files.js';

/** The server reads each file that is there. */
const lookSeconds = 300;

/**
 * Looks at what a deploy finds of its files on the server. While another deploy is at work that says nothing yet: then
 * the program alone judges, once it has the lock.
 * @throws {DeployKitError} `server-files-blocked`, `server-files-changed`
 */
export async function lookAtFiles(
  { files, project, allow }: Pick<DeployIntent, 'files' | 'project' | 'allow'>,
  { path, user }: Pick<ReadyServer, 'path' | 'user'>,
  server: ServerConnection,
): Promise<ServerFiles> {
  const lists = [...checksumLines(files), '', ...definitionLines(project, files), ''];
  const seen = await lookAt(server, {
    script,
    args: [path, [...allow].join(' ')],
    stdin: () => Readable.from([lists.join('\n')]),
    timeoutSeconds: lookSeconds,
    read: ({ stdout }) => parseServerFiles(stdout),
  });
  const { refusal, isMoving } = seen;
  if (refusal === undefined || isMoving) return seen;
  throw new DeployKitError(refusal.entry as ErrorName, {
    ...{ host: server.name, user, path },
    ...refusal.values,
  });
}
