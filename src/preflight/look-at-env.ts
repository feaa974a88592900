import type { DeployRequest } from '../deploy/deploy-request.js';
import type { EnvSource } from '../env/plan/env-source.js';
import { type SecretPorts, readEnv, knownVariables, checkEnv } from '../env/prepare-env.js';
import { skipped } from '../local/plan/finding.js';
import type { Workspace } from '../local/workspace.js';
import type { Rows } from './rows.js';

/** Reads the env file of a deploy and holds it against its rules. */
export async function lookAtEnv(
  request: DeployRequest,
  version: string,
  root: Workspace,
  secrets: SecretPorts,
  rows: Rows,
): Promise<EnvSource | 'unreadable' | undefined> {
  const read = await rows.attempt(
    'env: file',
    () => readEnv(request, root, secrets),
    (env) => {
      if (env === undefined) return skipped('env: file', 'the server keeps its own');
      if (env.source === 'server' && env.path !== undefined)
        return skipped('env: file', `${env.path} is on the server`);
      return `${knownVariables(env, request.versionVariable, version).size} variables`;
    },
  );
  if (read === undefined) return 'unreadable';
  const env = read.value;
  const variables = knownVariables(env, request.versionVariable, version);
  await rows.attempt(
    'env: rules',
    () => checkEnv(request, env, variables, root, secrets),
    (count) =>
      count === undefined
        ? skipped('env: rules', 'there is no rules file, or no env file here to hold against it')
        : `${count} variables are as they must be`,
  );
  return env;
}
