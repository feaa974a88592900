import { posix } from 'node:path';
import { failure } from '../../errors/index.js';
import type { ReadyServer } from '../../server/plan/check-server.js';
import { parseEnvFile } from '../../compose/env-file.js';
import { accountRegistry, type DeployIntent, type HookName } from './deploy-intent.js';
import { parseImageReference } from '../../image/image-reference.js';
import { pinsPath } from './pins.js';
import type { Plan, ProgramHead, Step } from '../../server/plan/plan.js';
import { installSteps, pinWords, proofSteps, settle, switchSteps, takeLock } from './plan-steps.js';
import type { SwitchPlan } from './switch-plan.js';

/** The plan of one release. */
export function planDeploy(
  intent: DeployIntent,
  server: ReadyServer,
  pins: ReadonlyMap<string, string>,
  switching: SwitchPlan,
): Plan {
  return {
    head: programHead(intent, server, switching),
    steps: [
      takeLock(intent.lockTimeoutSeconds),
      settle,
      { title: 'Prepare the env file', command: ['stage_env'] },
      ...(intent.force
        ? []
        : [
            {
              title: 'Compare with what is live',
              command: ['compare_with_live', ...pinWords(pins)],
            },
          ]),
      ...hookStep(intent, 'before-deploy'),
      ...pullSteps(intent, pins),
      { title: 'Forget the registry account', command: ['forget_credentials'] },
      ...(switching.blueGreen
        ? [
            {
              title: 'Choose the project beside',
              command: ['choose_colour', projectName(intent, server)],
            },
          ]
        : []),
      ...installSteps,
      ...migrationSteps(intent),
      ...hookStep(intent, 'before-switch'),
      ...switchSteps({ ...switching, healthUrls: intent.healthUrls }, intent.settings),
      ...proofSteps(pins),
      ...hookStep(intent, 'after-switch'),
    ],
    ending: ['commit'],
  };
}

/**
 * The name that Compose gives the project, without the colour of a blue-green deploy.
 * Source: https://docs.docker.com/compose/how-tos/project-name/
 */
export function projectName(
  { env, project }: Pick<DeployIntent, 'env' | 'project'>,
  { path }: Pick<ReadyServer, 'path'>,
): string {
  const known = env?.source === 'upload' ? env.text : (env?.added ?? '');
  const given = parseEnvFile(known).get('COMPOSE_PROJECT_NAME') ?? project.name;
  const name = (given ?? posix.basename(path)).toLowerCase().replace(/[^a-z0-9_-]/g, '');
  return name.replace(/^[_-]+/, '').replace(/-(blue|green)$/, '') || 'app';
}

function hookStep({ hooks }: DeployIntent, name: HookName): Step[] {
  return hooks.has(name) ? [{ title: `Run the hook ${name}`, command: ['hook', name] }] : [];
}

function migrationSteps({ migration, project }: DeployIntent): Step[] {
  if (migration === undefined) return [];
  const { service } = migration;
  const traits = project.services.find(({ name }) => name === service)?.traits;
  return [
    {
      title: `Migrate with ${service}`,
      command: ['migrate', service, ...(traits?.dependsOn ?? [])],
    },
  ];
}

/** The plan that settles an interrupted deploy and does nothing else. */
export function planRecover(head: ProgramHead, lockTimeoutSeconds: number): Plan {
  return {
    head,
    steps: [
      takeLock(lockTimeoutSeconds),
      { title: 'Settle the interrupted deploy', command: ['recover'] },
    ],
    ending: ['settled'],
  };
}

/** The plan that restores what ran before a committed release, unless another one is live by now. */
export function planTakeBack(head: ProgramHead, release: string, lockTimeoutSeconds: number): Plan {
  return {
    head,
    steps: [
      takeLock(lockTimeoutSeconds),
      settle,
      { title: `Restore what ran before ${release}`, command: ['take_back', release] },
    ],
    ending: ['settled'],
  };
}

/** The keys of the env file that deploy-kit keeps, with their values for this release. */
export function managedEnv(intent: DeployIntent): ReadonlyMap<string, string> {
  return new Map([
    ['COMPOSE_FILE', [...intent.composeFiles, pinsPath].join(':')],
    [intent.versionVariable, intent.version],
  ]);
}

/**
 * Which services get an image of the release.
 * @throws {DeployKitError} `release-not-in-compose` when an image of the release is in no service
 */
export function checkPins(
  intent: Pick<DeployIntent, 'images' | 'project' | 'versionVariable'>,
  pins: ReadonlyMap<string, string>,
): void {
  const used = new Set(pins.values());
  const unused = intent.images.filter(({ name, digest }) => !used.has(`${name}@${digest}`));
  const [first] = unused;
  if (first === undefined) return;
  throw failure('release-not-in-compose', {
    images: unused.map(({ name }) => name).join(', '),
    references:
      intent.project.services.flatMap(({ image }) => image ?? []).join(', ') || 'no image',
    example: `${first.name}:\${${intent.versionVariable}}`,
  });
}

function pullSteps(intent: DeployIntent, pins: ReadonlyMap<string, string>): Step[] {
  const registry = accountRegistry(intent.images);
  const pull = (title: string, image: string): Step => {
    const known = parseImageReference(image)?.registry === registry;
    const account = intent.registryAccount !== undefined && known ? ['account'] : [];
    return { title, command: ['pull', image, ...account] };
  };
  const others = intent.project.services.flatMap(({ name, image, imageIsKnown, active }) =>
    pins.has(name) || !active || image === undefined || !imageIsKnown ? [] : image,
  );
  return [
    ...[...new Set(pins.values())].map((image) => pull(`Pull ${image}`, image)),
    // Compose would pull these itself, but then while the services are being switched.
    ...[...new Set(others)].map((image) => pull(`Have ${image}`, image)),
  ];
}

/** The head of the programs that this deploy may run. */
export function programHead(
  intent: DeployIntent,
  server: ReadyServer,
  switching: SwitchPlan,
): ProgramHead {
  return {
    kind: 'deploy',
    path: server.path,
    releaseId: intent.releaseId,
    version: intent.version,
    revision: intent.revision,
    actor: intent.actor,
    runUrl: intent.runUrl,
    composeCommand: server.compose.command,
    sudo: server.sudo,
    managedKeys: [...managedEnv(intent).keys()],
    rolled: switching.waves.flat(),
    proxies: switching.proxies,
    settings: intent.settings,
  };
}
