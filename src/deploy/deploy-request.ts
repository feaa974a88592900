import type { Inputs } from '../inputs/index.js';
import type { deployInputs, settingsInputs } from './deploy-inputs.js';
import { registryAccount } from '../inputs/registry-account.js';
import type { registryInputs } from '../inputs/shared-inputs.js';
import { hookNames, type HookName, type Hooks } from './plan/deploy-intent.js';
import type { ProgramSettings } from '../server/plan/plan.js';
import { atCommit } from '../image/image-reference.js';
import { releaseOfEvent } from '../release/release.js';
import type { DeployRequest } from './prepare-deploy.js';

/** The part of the run's context that a deploy records. */
export interface RunFacts {
  readonly event: Readonly<Record<string, unknown>>;
  readonly sha: string;
  readonly actor: string;
  readonly runUrl: string;
}

/**
 * The request that the inputs and the event make together: explicit images win over the event's
 * release document, which is then not even looked at.
 * @throws {DeployKitError} `release-document-invalid`
 */
export function deployRequest(
  inputs: Inputs<typeof deployInputs & typeof registryInputs>,
  run: RunFacts,
  startedAt: Date,
): Omit<DeployRequest, 'composeFiles'> {
  const images = (inputs.images ?? []).map((image) => atCommit(image, run.sha));
  return {
    images,
    release: images.length > 0 ? undefined : releaseOfEvent(run.event),
    extraFiles: inputs.files ?? [],
    envFile: inputs.envFile,
    env: inputs.env,
    envRules: inputs.envRules,
    versionVariable: inputs.versionVariable,
    registryAccount: registryAccount(inputs),
    lockTimeoutSeconds: inputs.lockTimeout,
    strategy: inputs.strategy,
    hooks: hooksOf(inputs),
    preStop: inputs.preStop ?? new Map(),
    migration: migrationOf(inputs),
    proxy: proxyOf(inputs),
    healthUrls: (inputs.healthUrls ?? []).map(({ href }) => href),
    pinAll: inputs.pinAll,
    force: inputs.force,
    settings: programSettings(inputs),
    revision: run.sha,
    actor: run.actor,
    runUrl: run.runUrl,
    startedAt,
  };
}

/** The settings that programs on the server read. */
export function programSettings(inputs: Inputs<typeof settingsInputs>): ProgramSettings {
  return {
    healthTimeoutSeconds: inputs.healthTimeout,
    stableSeconds: inputs.stableFor,
    drainSeconds: inputs.drain,
    hookTimeoutSeconds: inputs.hookTimeout,
    migrationTimeoutSeconds: inputs.migrationTimeout,
    keepWarmSeconds: inputs.keepWarm,
    keepReleases: inputs.keepReleases,
  };
}

function hooksOf(inputs: Inputs<typeof deployInputs>): Hooks {
  const given: Readonly<Record<HookName, string | undefined>> = {
    'before-deploy': inputs.beforeDeploy,
    'before-switch': inputs.beforeSwitch,
    'after-switch': inputs.afterSwitch,
    'after-deploy': inputs.afterDeploy,
    'on-rollback': inputs.onRollback,
  };
  return new Map(
    hookNames.flatMap((name) => {
      const script = given[name];
      return script === undefined ? [] : [[name, script]];
    }),
  );
}

function proxyOf(inputs: Inputs<typeof deployInputs>): DeployRequest['proxy'] {
  const { proxyTemplate: template, proxyFile: file, proxyContainer, proxyReload } = inputs;
  if (template === undefined || file === undefined) return undefined;
  const reload =
    proxyContainer === undefined ? { script: proxyReload ?? '' } : { container: proxyContainer };
  return { template, file, reload };
}

function migrationOf(inputs: Inputs<typeof deployInputs>): DeployRequest['migration'] {
  const { migrationService: service, migrationCommand: command } = inputs;
  if (service === undefined && command === undefined) return undefined;
  const breaking = inputs.migration === 'breaking';
  return { service, command, breaking, rollbackCommand: inputs.rollbackCommand };
}
