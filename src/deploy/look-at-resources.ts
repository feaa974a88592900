import { lookAt } from '../server/look-at.js';
import type { ReadyServer } from '../server/plan/check-server.js';
import { dockerWay } from '../server/plan/docker-way.js';
import { parseResourceFacts, type ResourceFacts } from '../server/plan/resource-facts.js';
import { resources as script } from '../server/shell/scripts.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import { builtServices } from './plan/foresee.js';
import { envFilesOnServer, isOldCompose } from './plan/old-env-problems.js';
import { projectName } from './plan/project-name.js';
import { readEnvFiles } from './read-server-env.js';

/**
 * Looks at what the server has of the networks, volumes and built images that a release names.
 * @param released the services that run an image of the release
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export async function lookAtResources(
  intent: Pick<DeployIntent, 'project' | 'env' | 'files'>,
  released: ReadonlyMap<string, string>,
  ready: ReadyServer,
  server: ServerConnection,
): Promise<ResourceFacts> {
  const named = (kind: 'network' | 'volume'): readonly string[] =>
    intent.project.resources
      .filter((resource) => resource.kind === kind)
      .map(({ name, key }) => name ?? `@${key}`);
  const isOld = isOldCompose(ready.compose.version);
  const separator = isOld ? '_' : '-';
  const facts = await lookAt(server, {
    script,
    args: [
      ready.path,
      dockerWay(ready),
      projectName(intent, ready),
      ...named('network'),
      '--',
      ...named('volume'),
      '--',
      ...builtServices(intent.project, released).map(
        (service) => `${service} @${separator}${service}`,
      ),
    ],
    read: ({ stdout }) => parseResourceFacts(stdout),
  });
  if (!isOld) return facts;
  const envFiles = await readEnvFiles(server, ready.path, envFilesOnServer(intent, released));
  return { ...facts, envFiles };
}
