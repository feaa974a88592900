import type { Inputs } from '../inputs/index.js';
import type { deployInputs, rollbackInputs } from './deploy-inputs.js';
import { registryAccount } from '../inputs/registry-account.js';
import type { registryInputs } from '../inputs/shared-inputs.js';
import {
  hookNames,
  type HookName,
  type Hooks,
  type Migration,
  type Repository,
  type ProxySwitch,
} from './plan/deploy-intent.js';
import type { Allowance } from './plan/allowances.js';
import type { Strategy } from './plan/switch-plan.js';
import type { RegistryAccount } from '../registry/registry.js';
import { programSettings } from './program-settings.js';
import type { ProgramSettings } from '../server/plan/program-head.js';
import { atCommit, type ImageReference } from '../image/image-reference.js';
import { releaseOfEvent, type Release } from '../release/release.js';

/** A migration; without a service it is the first one of the release. */
export type MigrationRequest = Omit<Migration, 'service'> & {
  readonly service: string | undefined;
};

/** What a deploy was asked to do, as its inputs say it. */
export interface DeployRequest {
  /** Explicit images; they win over the release document. */
  readonly images: readonly ImageReference[];
  readonly release: Release | undefined;
  /** The deploy folder as it was given (`~/app`, `/opt/app`). */
  readonly path: string;
  /** The Compose files in the checkout; `undefined`: the one that Compose itself would take. */
  readonly composeFiles: readonly string[] | undefined;
  /** Glob patterns of further files, below the project's folder. */
  readonly extraFiles: readonly string[];
  /** The env file's path in the checkout, or an absolute one (`/…`, `~/…`) on the server. */
  readonly envFile: string | undefined;
  readonly env: ReadonlyMap<string, string> | undefined;
  /** The rules file in the checkout; `undefined`: the usual one, where it is there. */
  readonly envRules: string | undefined;
  readonly versionVariable: string;
  readonly registryAccount: RegistryAccount | undefined;
  readonly strategy: Strategy;
  /** A script each, or the path of one in the checkout. */
  readonly hooks: Hooks;
  readonly preStop: ReadonlyMap<string, string>;
  readonly migration: MigrationRequest | undefined;
  /** Its template is a path in the checkout, its script may be one. */
  readonly proxy: ProxySwitch | undefined;
  readonly healthUrls: readonly string[];
  /** Whether the services outside the release run by digest too. */
  readonly pinAll: boolean;
  /** What no release brought and may be lost. */
  readonly allow: ReadonlySet<Allowance>;
  readonly force: boolean;
  readonly settings: ProgramSettings;
  readonly revision: string;
  readonly repository: Repository;
  readonly actor: string;
  readonly runUrl: string;
  /** Whether somebody has started the run once more. */
  readonly isRerun: boolean;
  readonly startedAt: Date;
}

/** The part of the run's context that a deploy records. */
export interface RunFacts {
  readonly event: Readonly<Record<string, unknown>>;
  readonly sha: string;
  readonly repository: string;
  readonly repositoryId: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly isRerun: boolean;
}

/**
 * The request that the inputs and the event make together: explicit images win over the event's
 * release document, which is then not even looked at.
 * @throws {DeployKitError} `release-document-invalid`
 */
export function deployRequest(
  inputs: Inputs<typeof deployInputs & typeof registryInputs> &
    Pick<Partial<Inputs<typeof rollbackInputs>>, 'confirmWithin'>,
  run: RunFacts,
  startedAt: Date,
): DeployRequest {
  const images = (inputs.images ?? []).map((image) => atCommit(image, run.sha));
  return {
    images,
    release: images.length > 0 ? undefined : releaseOfEvent(run.event),
    path: inputs.path,
    composeFiles: inputs.composeFiles,
    extraFiles: inputs.files ?? [],
    envFile: inputs.envFile,
    env: inputs.env,
    envRules: inputs.envRules,
    versionVariable: inputs.versionVariable,
    registryAccount: registryAccount(inputs),
    strategy: inputs.strategy,
    hooks: hooksOf(inputs),
    preStop: inputs.preStop ?? new Map(),
    migration: migrationRequest(inputs),
    proxy: proxyRequest(inputs),
    healthUrls: (inputs.healthUrls ?? []).map(({ href }) => href),
    pinAll: inputs.pinAll,
    allow: new Set(inputs.allow),
    force: inputs.force,
    settings: programSettings(inputs),
    revision: run.sha,
    repository: { id: run.repositoryId, name: run.repository },
    actor: run.actor,
    runUrl: run.runUrl,
    isRerun: run.isRerun,
    startedAt,
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

function proxyRequest(inputs: Inputs<typeof deployInputs>): DeployRequest['proxy'] {
  const { proxyTemplate: template, proxyFile: file, proxyContainer, proxyReload } = inputs;
  if (template === undefined || file === undefined) return undefined;
  const reload =
    proxyContainer === undefined ? { script: proxyReload ?? '' } : { container: proxyContainer };
  return { template, file, reload };
}

function migrationRequest(inputs: Inputs<typeof deployInputs>): DeployRequest['migration'] {
  const { migrationService: service, migrationCommand: command } = inputs;
  if (service === undefined && command === undefined) return undefined;
  const breaking = inputs.migration === 'breaking';
  return { service, command, breaking, rollbackCommand: inputs.rollbackCommand };
}
