import { commandTools, deployKind, type ImageUse, siteCommands } from './deploy-tools.js';
import { type FoundDeploy, serverDeploy } from './deployment.js';
import { untaggedName } from './image-builds.js';
import { isLiteral, resolve, type StepEnv } from './known-values.js';
import { buildsImage, imageUse, overSsh, pulledImages } from './remote-script.js';
import type { WorkflowStep, Workflow, Job } from './model.js';
import { effective } from './shell-commands.js';

/** What the script of a step deploys. */
export function byScript(
  step: WorkflowStep,
  workflow: Workflow,
  job: Job,
  env: StepEnv,
): FoundDeploy | undefined {
  const text = step.run?.text;
  if (text === undefined) return undefined;
  const script = resolve(effective(text).replace(/\\\r?\n/g, ' '), env, true);
  const remote = overSsh(script);
  if (remote !== undefined) return { kind: 'server', tool: 'ssh', ...remote };
  if (onRemoteEngine(script, env))
    return {
      ...serverDeploy,
      tool: 'docker',
      image: imageUse(script) === 'none' && buildsImage(script) ? 'none' : 'pulled',
    };
  const tool = commandTools.find(([, pattern]) => pattern.test(script));
  if (tool !== undefined && !/--dry-run\b/.test(script))
    return {
      ...serverDeploy,
      tool: tool[0],
      image: namesBuild(tool[2], script),
      images: namedImages(script),
    };
  if (siteCommands.test(script)) return { ...serverDeploy, kind: 'site', tool: 'a site' };
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
    untaggedName(name),
  );
  return names.every(isLiteral) ? names : [];
}

// Compose on a runner of GitHub's is a test; on one's own it may be the server itself. A script may be anything, but
// not in a job that is called a deploy.
function byItsName(
  script: string,
  step: WorkflowStep,
  workflow: Workflow,
  job: Job,
): FoundDeploy | undefined {
  if (
    /(?:^|[-_])deploy/i.test(job.id) &&
    deployKind(`job/${job.id}`) !== 'site' &&
    /(?:^|[\s;&])(?:bash\s+|sh\s+)?[\w./-]*\/[\w-]*(?:deploy|upgrade|release|update|rollout)[\w-]*\.sh\b/.test(
      script,
    )
  )
    return { ...serverDeploy, tool: 'a script', image: 'likely' };
  const own = job.runsOn.some((label) => label === 'self-hosted');
  const names = [workflow.name, job.id, job.name, step.name].join(' ');
  const meant =
    /deploy|release|prod|staging/i.test(names) && !/test/i.test(`${job.id} ${step.name}`);
  if (!own || !meant || !/\bcompose\b[^\n]*\bup\b|\bdocker\s+run\s[^\n]*-d\b/.test(script))
    return undefined;
  return {
    ...serverDeploy,
    tool: 'docker',
    image: imageUse(script),
    images: pulledImages(script),
  };
}
