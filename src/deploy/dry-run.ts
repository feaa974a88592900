import { Readable } from 'node:stream';
import { failure } from '../errors/index.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import { planDeploy } from './plan/deploy-plan.js';
import { parseEnvChanges, type EnvChanges } from '../env/plan/env-changes.js';
import { renderDryRun } from './plan/dry-run-summary.js';
import { renderProgram } from '../server/plan/render-program.js';
import { compare } from '../server/shell/scripts.js';
import { compareFiles, envText } from './plan/upload.js';
import { planOnServer } from './deploy-compose.js';
import type { ProgramPorts } from '../server/run-program.js';

const compareTimeoutSeconds = 60;

/**
 * Finds out what a deploy would do, and changes nothing.
 * @returns the plan as Markdown: images, files, env keys (never values), services, the program
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
export async function dryRun(
  intent: DeployIntent,
  path: string,
  ports: Pick<ProgramPorts, 'server' | 'reporter'>,
): Promise<string> {
  const { pins, switching, ready } = await planOnServer(intent, path, ports);
  const env = await compareEnv(intent, ready.path, ports);
  const program = renderProgram(planDeploy(intent, ready, pins, switching));
  const files = compareFiles(intent.files, ready.currentFiles);
  return renderDryRun({
    host: ports.server.name,
    intent,
    ready,
    pins,
    switching,
    files,
    env,
    program,
  });
}

/** `undefined` where the server keeps its own env file. */
async function compareEnv(
  intent: DeployIntent,
  path: string,
  { server }: Pick<ProgramPorts, 'server'>,
): Promise<EnvChanges | undefined> {
  const text = envText(intent);
  if (text === undefined) return undefined;
  const host = await server.host();
  const { code, stdout, stderr } = await host.run(compare, [path], {
    // Past every argument list and file.
    stdin: Readable.from([text]),
    timeoutSeconds: compareTimeoutSeconds,
  });
  const changes = parseEnvChanges(stdout);
  if (changes !== undefined) return changes;
  const message = `status ${code}: ${stderr.trim().slice(0, 500)}`;
  throw failure('probe-failed', { host: server.name, user: server.user, message });
}
