import {
  commandTools,
  deployKind,
  imageActions,
  siteCommands,
  sshActions,
  testClusters,
  type ImageUse,
} from './deploy-tools.js';
import { actionOf, imageName } from './image-builds.js';
import { envOf, inputOf, isLiteral, resolve, type StepEnv } from './known-values.js';
import type { Job, Step, Workflow } from './model.js';
import {
  buildsImage,
  imageUse,
  overSsh,
  placeOf,
  pulledImages,
  remoteScript,
} from './remote-script.js';
import { effective } from './shell-commands.js';

/** A step that changes what is live. */
export interface Deployment {
  readonly step: Step;
  /** What does it, for messages: `kubectl`, `appleboy/ssh-action`. */
  readonly tool: string;
  /** `site`: static files, which their host switches at once. */
  readonly kind: 'server' | 'site';
  readonly image: ImageUse;
  readonly images: readonly string[];
  /** Where it goes, as far as that is written: host and folder. Equal texts are equal places. */
  readonly place: string | undefined;
}

/**
 * What of each job of a workflow deploys. Clusters of a job's own, and what the workflow takes down again, are for
 * tests.
 */
export function deploymentsIn(
  workflow: Workflow,
): readonly (readonly [Job, readonly Deployment[]])[] {
  const takenDown = isTakenDown(workflow);
  return workflow.jobs.map((job) => [job, takenDown ? [] : deploymentsOf(workflow, job)]);
}

function deploymentsOf(workflow: Workflow, job: Job): readonly Deployment[] {
  const isTest = job.steps.some((step) =>
    testClusters.test(`${actionOf(step)}\n${effective(step.run?.text ?? '')}`),
  );
  if (isTest) return [];
  const called = byCall(workflow, job);
  if (called !== undefined) return [called];
  return job.steps.flatMap((step) => {
    const env = envOf(workflow, job, step);
    const found = byAction(step, env) ?? byScript(step, workflow, job, env);
    return found === undefined ? [] : [{ ...found, step }];
  });
}

function isTakenDown({ jobs }: Workflow): boolean {
  const unconditional = (condition: string | undefined): boolean =>
    condition === undefined || /\balways\s*\(/.test(condition);
  return jobs.some(
    ({ steps, condition }) =>
      unconditional(condition?.text) &&
      steps.some(
        (step) =>
          unconditional(step.condition?.text) &&
          /\b(?:terraform|tofu|terragrunt|pulumi)\s[^\n]*\bdestroy\b/.test(
            effective(step.run?.text ?? ''),
          ),
      ),
  );
}

// A workflow of another repository, by its name.
function byCall(workflow: Workflow, job: Job): Deployment | undefined {
  const uses = job.uses?.text ?? '';
  const name = /^[\w.-]+\/[\w.-]+\/.*?([\w.-]+)\.ya?ml@/.exec(uses)?.[1];
  const meant = [name, job.id].some((text) => deployKind(`called/${text ?? ''}`) === 'server');
  if (name === undefined || !meant || deployKind(`called/${name}`) === 'site') return undefined;
  const step: Step = {
    file: workflow.path,
    inAction: false,
    at: job.at,
    name: job.name,
    uses: job.uses,
    run: undefined,
    condition: undefined,
    inputs: job.inputs,
    env: new Map(),
  };
  return { ...server, image: 'perhaps', tool: uses.split('@')[0] ?? '', step };
}

type Found = Omit<Deployment, 'step'>;

const server = { kind: 'server', image: 'none', images: [], place: undefined } as const;

function byAction(step: Step, env: StepEnv): Found | undefined {
  const action = actionOf(step);
  const tool = step.uses?.text.split('@')[0] ?? '';
  const own = ownDeployment(action, step, env);
  if (own !== undefined) return { ...own, tool };
  if (sshActions.includes(action)) {
    const script = inputOf(step.inputs, 'script', 'command')?.text ?? '';
    const host = inputOf(step.inputs, 'host')?.text;
    const found = remoteScript(resolve(script, env, true), host && resolve(host, env));
    return found && { kind: 'server', tool, ...found };
  }
  if (Object.hasOwn(imageActions, action)) {
    const named = imageActions[action] ?? [];
    const image = inputOf(step.inputs, ...named)?.text;
    if (named.length > 0 && image === undefined)
      return { ...server, tool, image: action === 'azure/k8s-deploy' ? 'likely' : 'none' };
    return { ...server, tool, image: 'pulled', images: namesOf(image, env) };
  }
  const kind = deployKind(action);
  if (kind === undefined) return undefined;
  return { ...server, kind, tool, image: kind === 'site' ? 'none' : 'perhaps' };
}

function ownDeployment(action: string, step: Step, env: StepEnv): Omit<Found, 'tool'> | undefined {
  if (action !== 'deploy-compose' && action !== 'deploy-kit' && action !== 'rollback')
    return undefined;
  if (inputOf(step.inputs, 'dry-run')?.text === 'true') return undefined;
  const [host = '', path = ''] = ['host', 'path'].map((name) =>
    resolve(inputOf(step.inputs, name)?.text ?? '', env),
  );
  return {
    ...server,
    image: action === 'rollback' ? 'none' : 'pulled',
    images: namesOf(inputOf(step.inputs, 'images')?.text, env),
    place: placeOf(host, path),
  };
}

function namesOf(text: string | undefined, env: StepEnv): readonly string[] {
  return text === undefined
    ? []
    : resolve(text, env)
        .split(/[\n,]/)
        .map((line) => imageName(line))
        .filter((name) => name !== '' && isLiteral(name));
}

function byScript(step: Step, workflow: Workflow, job: Job, env: StepEnv): Found | undefined {
  const text = step.run?.text;
  if (text === undefined) return undefined;
  const script = resolve(effective(text).replace(/\\\r?\n/g, ' '), env, true);
  const remote = overSsh(script);
  if (remote !== undefined) return { kind: 'server', tool: 'ssh', ...remote };
  if (onRemoteEngine(script, env))
    return {
      ...server,
      tool: 'docker',
      image: imageUse(script) === 'none' && buildsImage(script) ? 'none' : 'pulled',
    };
  const tool = commandTools.find(([, pattern]) => pattern.test(script));
  if (tool !== undefined && !/--dry-run\b/.test(script))
    return {
      ...server,
      tool: tool[0],
      image: namesBuild(tool[2], script),
      images: namedImages(script),
    };
  if (siteCommands.test(script)) return { ...server, kind: 'site', tool: 'a site' };
  return byItsName(script, step, workflow, job);
}

// `DOCKER_HOST=ssh://…` or a context of another machine.
function onRemoteEngine(script: string, env: StepEnv): boolean {
  const remote =
    /\bDOCKER_HOST=["']?ssh:|\bdocker\s+(?:--context|-c|-H|--host)[ =]\S+\s+(?:compose|stack)/.test(
      script,
    ) || env.get('docker_host')?.startsWith('ssh:') === true;
  return (
    remote &&
    /\bcompose\b[^\n]*\b(?:up|pull|restart)\b|\bstack\s+deploy\b|\bdocker\s+run\b/.test(script)
  );
}

// What names the commit or a tag for the image runs the image of this push.
function namesBuild(use: ImageUse, script: string): ImageUse {
  return use === 'likely' &&
    /image[.\w]*[=:\s]\S*(?:sha|tag|version|\$)/i.test(script) &&
    /\b(?:helm|kubectl)\b/.test(script)
    ? 'pulled'
    : use;
}

function namedImages(script: string): readonly string[] {
  const names = [...script.matchAll(/--image[ =]["']?([^\s"']+)/g)].map(([, name = '']) =>
    imageName(name),
  );
  return names.every(isLiteral) ? names : [];
}

// Compose on a runner of GitHub's is a test; on one's own it may be the server itself. A script may be anything, but
// not in a job that is called a deploy.
function byItsName(script: string, step: Step, workflow: Workflow, job: Job): Found | undefined {
  if (
    /(?:^|[-_])deploy/i.test(job.id) &&
    deployKind(`job/${job.id}`) !== 'site' &&
    /(?:^|[\s;&])(?:bash\s+|sh\s+)?[\w./-]*\/[\w-]*(?:deploy|upgrade|release|update|rollout)[\w-]*\.sh\b/.test(
      script,
    )
  )
    return { ...server, tool: 'a script', image: 'likely' };
  const own = job.runsOn.some((label) => label === 'self-hosted');
  const names = [workflow.name, job.id, job.name, step.name].join(' ');
  const meant =
    /deploy|release|prod|staging/i.test(names) && !/test/i.test(`${job.id} ${step.name}`);
  if (!own || !meant || !/\bcompose\b[^\n]*\bup\b|\bdocker\s+run\s[^\n]*-d\b/.test(script))
    return undefined;
  return { ...server, tool: 'docker', image: imageUse(script), images: pulledImages(script) };
}
