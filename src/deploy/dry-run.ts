import { Readable } from 'node:stream';
import type { DeployIntent } from './plan/deploy-intent.js';
import { planDeploy } from './plan/deploy-plan.js';
import { parseEnvChanges, type EnvChanges } from '../env/plan/env-changes.js';
import { renderDryRun } from './plan/dry-run-summary.js';
import { fileChanges } from './plan/file-changes.js';
import { envText } from './plan/managed-env.js';
import { folderProblems } from './plan/folder-problems.js';
import { checkDistinct } from './distinct-servers.js';
import { planOnServer } from './plan-on-server.js';
import type { Reporter } from '../local/reporter.js';
import { lookAt } from '../server/look-at.js';
import { renderProgram } from '../server/plan/render-program.js';
import { compare } from '../server/shell/scripts.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/**
 * Shows what a deploy would do on the first of its servers, and changes nothing: images, files, env keys (never
 * values), services, the program.
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
export async function dryRun(
  intent: DeployIntent,
  servers: readonly ServerConnection[],
  reporter: Reporter,
): Promise<void> {
  const [server] = servers;
  if (server === undefined) throw new RangeError('no server to look at');
  if (servers.length > 1) await checkDistinct(servers, intent.path);
  const planned = await planOnServer(intent, { server, reporter });
  const { ready } = planned;
  // A deploy asks under the lock.
  const [problem] = folderProblems(intent, ready, server.name);
  if (problem !== undefined) throw problem;
  const shown = renderDryRun({
    ...planned,
    host: server.name,
    intent,
    changes: fileChanges(planned.files, intent.files.length),
    env: await compareEnv(intent, ready.path, server),
    program: renderProgram(planDeploy(intent, planned)),
  });
  reporter.info(shown);
  reporter.summary(shown);
}

/** `undefined` where the server keeps its own env file. */
async function compareEnv(
  intent: DeployIntent,
  path: string,
  server: ServerConnection,
): Promise<EnvChanges | undefined> {
  const text = envText(intent);
  if (text === undefined) return undefined;
  return lookAt(server, {
    script: compare,
    args: [path, intent.allow.has('env-keys') ? 'yes' : ''],
    // Past every argument list and file.
    stdin: () => Readable.from([text]),
    read: ({ stdout }) => parseEnvChanges(stdout),
  });
}
