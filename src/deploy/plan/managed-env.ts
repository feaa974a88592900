import type { DeployIntent } from './deploy-intent.js';
import { pinsPath } from './pins.js';

/** The keys of the env file that deploy-kit keeps, with their values for this release. */
export function managedEnv(intent: DeployIntent): ReadonlyMap<string, string> {
  return new Map([
    ['COMPOSE_FILE', [...intent.composeFiles, pinsPath].join(':')],
    [intent.versionVariable, intent.version],
  ]);
}

/** Those lines of the env file, with a comment that says whose they are. */
export function managedEnvText(intent: DeployIntent): string {
  const lines = [...managedEnv(intent)].map(([key, value]) => `${key}=${value}\n`);
  return `# deploy-kit: the current release; the next deploy writes these lines anew.\n${lines.join('')}`;
}

/** What the release puts into the env file, its own lines last; `undefined` where that is on the server alone. */
export function envText(intent: DeployIntent): string | undefined {
  const { env } = intent;
  if (env === undefined || (env.source === 'server' && env.path !== undefined)) return undefined;
  const managed = new Set(managedEnv(intent).keys());
  const kept = (env.source === 'upload' ? env.text : env.added)
    .split('\n')
    .filter((line) => !managed.has(/^\s*(?:export\s+)?([^=\s]+)\s*=/.exec(line)?.[1] ?? ''));
  return `${kept.join('\n')}${managedEnvText(intent)}`;
}
