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

/**
 * The env file that the release will have, its own lines last; `undefined` when it is made from one on the
 * server.
 */
export function envText(intent: DeployIntent): string | undefined {
  if (intent.env?.source !== 'upload') return undefined;
  const managed = new Set(managedEnv(intent).keys());
  const kept = intent.env.text
    .split('\n')
    .filter((line) => !managed.has(/^\s*(?:export\s+)?([^=\s]+)\s*=/.exec(line)?.[1] ?? ''));
  return `${kept.join('\n')}${managedEnvText(intent)}`;
}
