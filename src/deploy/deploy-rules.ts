import type { Inputs } from '../inputs/definition.js';
import type { deployInputs, rollbackInputs, settingsInputs } from './deploy-inputs.js';

type DeployInputs = Inputs<typeof deployInputs>;

/** Only a breaking migration is taken back, and only where there is one. */
export function wholeMigration(
  inputs: Pick<
    DeployInputs,
    'migrationService' | 'migrationCommand' | 'migration' | 'rollbackCommand'
  >,
): string | undefined {
  const { migrationService, migrationCommand, migration, rollbackCommand } = inputs;
  const none = migrationService === undefined && migrationCommand === undefined;
  if (none && migration === 'breaking')
    return '`migration: breaking` is set without `migration-service` or `migration-command`';
  return rollbackCommand !== undefined && migration !== 'breaking'
    ? '`rollback-command` is set without `migration: breaking`: it would never run'
    : undefined;
}

/** What blue-green needs to switch a proxy, and nothing else uses. */
export function wholeProxy(
  inputs: Pick<
    DeployInputs,
    'strategy' | 'proxyTemplate' | 'proxyFile' | 'proxyContainer' | 'proxyReload'
  >,
): string | undefined {
  const { strategy, proxyTemplate, proxyFile, proxyContainer, proxyReload } = inputs;
  const ways = [proxyContainer, proxyReload].filter((way) => way !== undefined);
  if (strategy !== 'blue-green')
    return [proxyTemplate, proxyFile, ...ways].some((value) => value !== undefined)
      ? 'the `proxy-…` inputs are set without `strategy: blue-green`: they would never be used'
      : undefined;
  if (proxyTemplate === undefined || proxyFile === undefined || ways.length !== 1)
    return '`strategy: blue-green` needs `proxy-template`, `proxy-file`, and one of `proxy-container` and `proxy-reload`';
  return proxyFile.split('/').includes('..')
    ? '`proxy-file` must not lead through `..`'
    : undefined;
}

/** What must stay up for longer than all may take would never count as healthy, not even what ran before. */
export function timeToBeStable({
  healthTimeout,
  stableFor,
}: Pick<Inputs<typeof settingsInputs>, 'healthTimeout' | 'stableFor'>): string | undefined {
  return stableFor < healthTimeout
    ? undefined
    : '`stable-for` must be less than `health-timeout`: nothing could become healthy in time';
}

/** What is to stay whatever happens does not go back by itself. */
export function confirmedOrNever({
  rollbackOn,
  confirmWithin,
}: Pick<Inputs<typeof rollbackInputs>, 'rollbackOn' | 'confirmWithin'>): string | undefined {
  return rollbackOn === 'never' && (confirmWithin ?? 0) > 0
    ? '`confirm-within` is set with `rollback-on: never`: one of them says that the release goes back'
    : undefined;
}
