import type { ReadyServer } from '../../server/plan/check-server.js';
import { createdSeconds } from './created.js';
import type { DeployIntent, HookName } from './deploy-intent.js';
import type { ServerFiles } from './file-changes.js';
import { parseImageReference } from '../../image/image-reference.js';
import { managedEnv } from './managed-env.js';
import type { Plan, Step } from '../../server/plan/plan.js';
import { programHead } from '../../server/plan/program-head.js';
import { settleStep, takeLock } from '../../server/plan/settle-plan.js';
import { compareFiles, installSteps, pinWords, proofSteps, switchSteps } from './plan-steps.js';
import { projectName } from './project-name.js';
import { proxyTrials } from './proxy-trials.js';
import { startSeconds } from './start-seconds.js';
import type { SwitchPlan } from './switch-plan.js';

/** How a release gets onto a server that was looked at. */
export interface ServerPlan {
  /** The services of the release, and with `pin-all` the others: service → image by digest. */
  readonly pins: ReadonlyMap<string, string>;
  readonly switching: SwitchPlan;
  readonly ready: ReadyServer;
  readonly files: ServerFiles;
  /** What else people should know before it begins, a sentence each. */
  readonly remarks: readonly string[];
}

/** The plan of one release. */
export function planDeploy(intent: DeployIntent, plan: ServerPlan): Plan {
  const { pins, switching, ready } = plan;
  return {
    head: programHead({ ...intent, kind: 'deploy' }, ready, {
      managedKeys: [...managedEnv(intent).keys()],
      allow: [...intent.allow],
      rolled: switching.waves.flat(),
      proxies: switching.proxies,
      startSeconds: startSeconds(intent.project, intent.settings.migrationTimeoutSeconds),
    }),
    subject: intent.releaseId,
    steps: [
      takeLock(intent.settings),
      settleStep,
      ...giveWayStep(intent, ready),
      { title: 'Prepare the env file', command: ['stage_env'] },
      { title: 'See whose the folder is', command: ['check_folder'] },
      compareFiles,
      ...(intent.force
        ? []
        : [
            {
              title: 'Compare with what is live',
              command: ['compare_with_live', ...pinWords(pins)],
            },
          ]),
      ...hookStep(intent, 'before-deploy'),
      ...pullSteps(intent, plan),
      ...proxyTrials(intent, plan).map(({ step }) => step),
      ...(switching.blueGreen
        ? [
            {
              title: 'Choose the project beside',
              command: ['choose_colour', projectName(intent, ready)],
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

function giveWayStep(
  { force, isRerun, createdAt }: DeployIntent,
  { current }: ReadyServer,
): Step[] {
  if (force || isRerun) return [];
  const command = ['give_way', createdSeconds(createdAt), current ?? ''];
  return [{ title: 'See that nothing newer is live', command }];
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

function pullSteps(intent: DeployIntent, { pins, ready }: ServerPlan): Step[] {
  const pull = (title: string, image: string): Step => {
    const registry = parseImageReference(image)?.registry;
    const account = registry !== undefined && registry === intent.login?.registry;
    return { title, command: ['pull', image, ...(account ? ['account'] : [])] };
  };
  return [
    ...[...new Set(pins.values())].map((image) => pull(`Pull ${image}`, image)),
    ...otherImages(intent, pins, ready).map(([image, policy]) =>
      policy === 'never'
        ? { title: `See that ${image} is there`, command: ['need_image', image] }
        : policy === 'always'
          ? { title: `Pull ${image} anew`, command: ['pull_anew', image] }
          : pull(`Have ${image}`, image),
    ),
  ];
}

/**
 * The images of the other services, with when they are pulled: Compose would do it itself, but then while the services
 * are being switched. Compose 1 does not know of it.
 */
function otherImages(
  { project }: DeployIntent,
  pins: ReadonlyMap<string, string>,
  { compose }: ReadyServer,
): readonly (readonly [image: string, policy: string | undefined])[] {
  const isOld = compose.version.startsWith('1.');
  const others = project.services.filter(
    ({ name, active, imageIsKnown }) => !pins.has(name) && active && imageIsKnown,
  );
  return [
    ...new Map(
      others.flatMap(({ image, pullPolicy }) =>
        image === undefined ? [] : [[image, isOld ? undefined : pullPolicy] as const],
      ),
    ),
  ];
}
