import { failure } from '../errors/index.js';
import type { ReadyServer } from './check-server.js';
import { accountRegistry, type DeployIntent } from './deploy-intent.js';
import { parseImageReference } from './image-reference.js';
import { pinsPath } from './pins.js';
import type { Plan, ProgramHead, Step } from './plan.js';
import { rolledWords, type SwitchPlan } from './switch-plan.js';

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
      { title: 'Settle what an interrupted deploy left', command: ['recover'] },
      ...pullSteps(intent, pins),
      { title: 'Forget the registry account', command: ['forget_credentials'] },
      { title: 'Prepare the env file', command: ['stage_env'] },
      { title: 'Remember what runs now', command: ['take_snapshot'] },
      { title: 'Install the files', command: ['install_release'], undo: 'restore_snapshot' },
      ...switchSteps(switching, intent),
      {
        title: 'Compare the running images with the release',
        command: ['check_images', ...[...pins].map(([service, image]) => `${service}=${image}`)],
      },
    ],
    ending: ['commit'],
  };
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
      { title: 'Settle what an interrupted deploy left', command: ['recover'] },
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
export function checkPins(intent: DeployIntent, pins: ReadonlyMap<string, string>): void {
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

/** From the installed files to services that are healthy. */
function switchSteps({ waves, first }: SwitchPlan, limits: GateLimits): Step[] {
  const healthy = (what: string, wait: string): Step => ({
    title: `Wait until ${what} healthy`,
    command: [
      wait,
      String(Math.ceil(limits.healthTimeoutSeconds)),
      String(Math.ceil(limits.stableSeconds)),
    ],
  });
  const all = [
    { title: 'Start the services', command: ['compose_up', 'compose'] },
    healthy('the services are', 'wait_healthy'),
  ];
  if (waves.length === 0) return all;
  return [
    ...(first.length === 0
      ? []
      : [{ title: `Start ${first.join(', ')} to run once`, command: ['start', ...first] }]),
    ...waves.flatMap((wave) => {
      const names = wave.map(({ name }) => name).join(', ');
      return [
        {
          title: `Start ${names} beside the old one${wave.length === 1 ? '' : 's'}`,
          command: ['roll_up', ...rolledWords(wave)],
        },
        healthy(`the new ${names} ${wave.length === 1 ? 'is' : 'are'}`, 'wait_kept'),
      ];
    }),
    {
      title: 'Take the old containers out',
      command: ['roll_down', ...rolledWords(waves.flat())],
    },
    ...all,
  ];
}

/** What the health gate allows, in seconds. */
type GateLimits = Pick<DeployIntent, 'healthTimeoutSeconds' | 'stableSeconds'>;

function pullSteps(intent: DeployIntent, pins: ReadonlyMap<string, string>): Step[] {
  const registry = accountRegistry(intent.images);
  const pull = (title: string, image: string): Step => {
    const known = parseImageReference(image)?.registry === registry;
    const account = intent.registryAccount !== undefined && known ? ['account'] : [];
    return { title, command: ['pull', image, ...account] };
  };
  const others = intent.project.services.flatMap(({ name, image, active }) =>
    pins.has(name) || !active || image === undefined ? [] : image,
  );
  return [
    ...[...new Set(pins.values())].map((image) => pull(`Pull ${image}`, image)),
    // Compose would pull these itself, but then while the services are being switched.
    ...[...new Set(others)].map((image) => pull(`Have ${image}`, image)),
  ];
}

function takeLock(seconds: number): Step {
  return { title: 'Take the lock', command: ['take_lock', String(Math.ceil(seconds))] };
}

/** The head of the programs that this deploy may run. */
export function programHead(
  intent: DeployIntent,
  server: ReadyServer,
  switching: SwitchPlan,
): ProgramHead {
  return {
    path: server.path,
    releaseId: intent.releaseId,
    version: intent.version,
    revision: intent.revision,
    actor: intent.actor,
    runUrl: intent.runUrl,
    composeCommand: server.compose.command,
    managedKeys: [...managedEnv(intent).keys()],
    healthTimeoutSeconds: intent.healthTimeoutSeconds,
    stableSeconds: intent.stableSeconds,
    rolled: switching.waves.flat(),
    proxies: switching.proxies,
    drainSeconds: intent.drainSeconds,
    hookTimeoutSeconds: intent.hookTimeoutSeconds,
  };
}
