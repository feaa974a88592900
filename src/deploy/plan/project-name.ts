import { posix } from 'node:path';
import { parseEnvFile } from '../../compose/env-file.js';
import type { ReadyServer } from '../../server/plan/check-server.js';
import type { DeployIntent } from './deploy-intent.js';

/**
 * The name that Compose gives the project, without the colour of a blue-green deploy.
 * Source: https://docs.docker.com/compose/how-tos/project-name/
 */
export function projectName(
  { env, project }: Pick<DeployIntent, 'env' | 'project'>,
  { path }: Pick<ReadyServer, 'path'>,
): string {
  const name = (givenProjectName({ env, project }) ?? posix.basename(path))
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '');
  return name.replace(/^[_-]+/, '').replace(/-(blue|green)$/, '') || 'app';
}

/** The name that the release itself gives the project. */
export function givenProjectName({
  env,
  project,
}: Pick<DeployIntent, 'env' | 'project'>): string | undefined {
  const known = env?.source === 'upload' ? env.text : (env?.added ?? '');
  return parseEnvFile(known).get('COMPOSE_PROJECT_NAME') ?? project.name;
}
