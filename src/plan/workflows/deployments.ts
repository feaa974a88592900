import { actionOf, imageName } from './image-builds.js';
import { envOf, inputOf, isLiteral, resolve, type StepEnv } from './known-values.js';
import type { Job, Step, Workflow } from './model.js';
import { effective } from './shell-commands.js';

/**
 * What a deploy does with images: `pulled` it runs one that must be in a registry; `perhaps` that can't be told;
 * `none` it builds where it deploys, or has nothing to do with images.
 */
export type ImageUse = 'pulled' | 'perhaps' | 'none';

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

/** What of a job deploys. */
export function deploymentsOf(workflow: Workflow, job: Job): readonly Deployment[] {
  if (usesTestCluster(job)) return [];
  return job.steps.flatMap((step) => {
    const env = envOf(workflow, job, step);
    const found = byAction(step, env) ?? byScript(step, job, env);
    return found === undefined ? [] : [{ ...found, step }];
  });
}

type Found = Omit<Deployment, 'step'>;

const server = { kind: 'server', image: 'none', images: [], place: undefined } as const;

/** Actions that run the image which an input names. */
const imageActions: Readonly<Record<string, readonly string[]>> = {
  'azure/k8s-deploy': ['images'],
  'azure/webapps-deploy': ['images'],
  'azure/container-apps-deploy-action': ['imagetodeploy'],
  'google-github-actions/deploy-cloudrun': ['image'],
  'cssnr/stack-deploy-action': [],
  'kitconcept/docker-stack-deploy': [],
  'serversideup/github-action-docker-swarm-deploy': [],
  'aws-actions/amazon-ecs-deploy-task-definition': [],
  'brendanbates/azure-container-instances-deploy': ['image'],
  'azure/aci-deploy': ['image'],
};

/** Actions that copy files, or build where they deploy. */
const otherActions = [
  'appleboy/scp-action',
  'easingthemes/ssh-deploy',
  'burnett01/rsync-deployments',
  'samkirkland/ftp-deploy-action',
  'akhileshns/heroku-deploy',
  'azure/functions-action',
  'google-github-actions/deploy-appengine',
  'einaregilsson/beanstalk-deploy',
  'wshihadeh/docker-deployment-action',
];

/** Actions that deploy static sites. */
const siteActions = [
  'actions/deploy-pages',
  'peaceiris/actions-gh-pages',
  'jamesives/github-pages-deploy-action',
  'cloudflare/pages-action',
  'cloudflare/wrangler-action',
  'amondnet/vercel-action',
  'nwtgck/actions-netlify',
  'firebaseextended/action-hosting-deploy',
  'azure/static-web-apps-deploy',
  'jakejarvis/s3-sync-action',
];

/** Actions that run a script on a server. */
const sshActions = [
  'appleboy/ssh-action',
  'garygrossgarten/github-action-ssh',
  'fifsky/ssh-action',
  'cross-the-world/ssh-pipeline',
  'nicedoc/ssh-action',
];

function byAction(step: Step, env: StepEnv): Found | undefined {
  const action = actionOf(step);
  const tool = step.uses?.text.split('@')[0] ?? '';
  const own = ownDeployment(action, step, env);
  if (own !== undefined) return { ...own, tool };
  if (sshActions.includes(action)) {
    const script = inputOf(step.inputs, 'script', 'command')?.text ?? '';
    const host = inputOf(step.inputs, 'host')?.text;
    return remoteScript(resolve(script, env, true), host && resolve(host, env), tool);
  }
  const named = imageActions[action];
  if (named !== undefined) {
    const image = inputOf(step.inputs, ...named)?.text;
    if (named.length > 0 && image === undefined)
      return { ...server, tool, image: action === 'azure/k8s-deploy' ? 'perhaps' : 'none' };
    return { ...server, tool, image: 'pulled', images: namesOf(image, env) };
  }
  if (otherActions.includes(action)) return { ...server, tool };
  return siteActions.includes(action) ? { ...server, kind: 'site', tool } : undefined;
}

function ownDeployment(action: string, step: Step, env: StepEnv): Omit<Found, 'tool'> | undefined {
  if (action !== 'deploy-compose' && action !== 'deploy-kit' && action !== 'rollback')
    return undefined;
  if (inputOf(step.inputs, 'dry-run')?.text === 'true') return undefined;
  const place = ['host', 'path'].map((name) =>
    resolve(inputOf(step.inputs, name)?.text ?? '', env),
  );
  return {
    ...server,
    image: action === 'rollback' ? 'none' : 'pulled',
    images: namesOf(inputOf(step.inputs, 'images')?.text, env),
    place: place.join(' '),
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

/** What a script on a server does that changes what is live. */
const changesServer =
  /\bdocker\b|\bpodman\b|\bkubectl\b|\bhelm\b|\bsystemctl\s+(?:re)?(?:start|load)|\bservice\s+\S+\s+restart|\bpm2\b|\bsupervisorctl\b|\bgit\s+(?:pull|fetch|reset|checkout)|deploy|\brestart\b|\bnginx\b|\bmake\b|\.sh\b/i;

/** How a script gets an image from a registry and runs it. */
const pullsImage =
  /\bcompose\b[^\n]*\bpull\b|\bcompose\b[^\n]*--pull[ =]always|\b(?:docker|podman)\s+(?:image\s+)?pull\b|\bdocker\s+stack\s+deploy\b|\bdocker\s+service\s+update\b/;

const buildsImage =
  /\bdocker\s+(?:buildx\s+)?build\b|\bcompose\b[^\n]*\bbuild\b|\bcompose\b[^\n]*--build\b/;

function remoteScript(script: string, host: string | undefined, tool: string): Found | undefined {
  const commands = effective(script);
  if (!changesServer.test(commands)) return undefined;
  const folder = /(?:^|[\s;&])cd\s+["']?([^\s;&"']+)/.exec(commands)?.[1];
  return {
    kind: 'server',
    tool,
    image: imageUse(commands),
    images: pulledImages(commands),
    place: host === undefined || folder === undefined ? undefined : `${host} ${folder}`,
  };
}

function imageUse(commands: string): ImageUse {
  if (buildsImage.test(commands)) return 'none';
  if (pullsImage.test(commands)) return 'pulled';
  // A script of the server's own may do anything.
  return /\.sh\b|\bmake\b|\bdeploy\b/.test(commands) ? 'perhaps' : 'none';
}

function pulledImages(commands: string): readonly string[] {
  const pulls = [
    ...commands.matchAll(/\b(?:docker|podman)\s+(?:image\s+)?pull\s+(?:-\S+\s+)*([^\s;&|]+)/g),
  ];
  const names = pulls.map(([, name = '']) => imageName(name));
  // A Compose file may name any others.
  return /\bcompose\b/.test(commands) ? [] : names.filter(isLiteral);
}

/** Commands that deploy from the runner: what they are, and what they do with images. */
const commandTools: readonly (readonly [tool: string, pattern: RegExp, image: ImageUse])[] = [
  ['kubectl', /\bkubectl\b[^\n]*\b(?:set\s+image|rollout\s+restart)\b/, 'pulled'],
  ['kubectl', /\bkubectl\b[^\n]*\b(?:apply|replace|patch)\b/, 'perhaps'],
  ['helm', /\bhelm\b[^\n]*\b(?:upgrade|install)\b/, 'perhaps'],
  ['docker stack deploy', /\bdocker\b[^\n]*\bstack\s+deploy\b/, 'pulled'],
  [
    'gcloud run',
    /\bgcloud\s+(?:beta\s+)?run\s+(?:deploy|services\s+(?:update|replace)|jobs\s+update)\b[^\n]*--image\b/,
    'pulled',
  ],
  ['gcloud run', /\bgcloud\s+(?:beta\s+)?run\s+(?:deploy|services\s+(?:update|replace))\b/, 'none'],
  ['aws ecs', /\baws\s+ecs\s+(?:update-service|deploy)\b/, 'pulled'],
  ['aws lambda', /\baws\s+lambda\s+update-function-code\b[^\n]*--image-uri\b/, 'pulled'],
  ['az', /\baz\s+(?:containerapp\s+(?:update|up)|webapp\s+config\s+container\s+set)\b/, 'pulled'],
  ['flyctl', /\bfly(?:ctl)?\s+deploy\b[^\n]*--image\b/, 'pulled'],
  ['flyctl', /\bfly(?:ctl)?\s+deploy\b/, 'none'],
  ['heroku', /\bheroku\s+container:release\b/, 'pulled'],
  ['nomad', /\bnomad\s+(?:job\s+)?run\b/, 'perhaps'],
  ['kamal', /\bkamal\s+(?:deploy|redeploy)\b/, 'none'],
  ['ansible-playbook', /\bansible-playbook\b/, 'perhaps'],
  ['terraform', /\b(?:terraform|tofu|terragrunt)\b[^\n]*\bapply\b/, 'perhaps'],
  ['pulumi', /\bpulumi\s+up\b/, 'perhaps'],
  ['cdk', /\bcdk\s+deploy\b/, 'none'],
  ['serverless', /\b(?:serverless|sls)\s+deploy\b/, 'none'],
  ['dokku', /\bdokku\b[^\n]*\bgit:from-image\b/, 'pulled'],
  ['railway', /\brailway\s+(?:up|redeploy)\b/, 'none'],
  ['rsync', /\b(?:rsync|scp)\b[^\n]*\S+@\S+:/, 'none'],
];

const siteTools =
  /\baws\s+s3\s+sync\b|\bvercel\b[^\n]*--prod\b|\bnetlify\s+deploy\b|\bfirebase\s+deploy\b|\bwrangler\s+(?:pages\s+)?(?:deploy|publish)\b/;

function byScript(step: Step, job: Job, env: StepEnv): Found | undefined {
  const text = step.run?.text;
  if (text === undefined) return undefined;
  const script = resolve(effective(text).replace(/\\\r?\n/g, ' '), env, true);
  const ssh =
    /(?:^|[\s;&(])ssh\s+(?:-\S+\s+(?:[^\s@-]\S*\s+)?)*["']?(\S*@[^\s"']+|\$\{\{[^}]*\}\}|\$\w+)/.exec(
      script,
    );
  if (ssh !== null) return remoteScript(script.slice(ssh.index), ssh[1], 'ssh');
  if (
    /\bDOCKER_HOST=["']?ssh:|\bdocker\s+(?:--context|-c|-H|--host)[ =]\S+\s+(?:compose|stack)/.test(
      script,
    )
  )
    return { ...server, tool: 'docker', image: imageUse(script) === 'none' ? 'none' : 'pulled' };
  const tool = commandTools.find(([, pattern]) => pattern.test(script));
  if (tool !== undefined && !/--dry-run\b/.test(script))
    return {
      ...server,
      tool: tool[0],
      image: namesBuild(tool[2], script),
      images: namedImages(script),
    };
  if (siteTools.test(script)) return { ...server, kind: 'site', tool: 'a site' };
  return onOwnRunner(script, step, job);
}

// What names the commit or a tag for the image runs the image of this push.
function namesBuild(use: ImageUse, script: string): ImageUse {
  return use === 'perhaps' &&
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

// Compose on a runner of GitHub's is a test; on one's own it may be the server itself.
function onOwnRunner(script: string, step: Step, job: Job): Found | undefined {
  const own = job.runsOn.some((label) => label === 'self-hosted');
  const meant = /deploy|release|prod|staging/i.test(`${job.id} ${job.name} ${step.name}`);
  if (!own || !meant || !/\bcompose\b[^\n]*\bup\b|\bdocker\s+run\s+[^\n]*-d\b/.test(script))
    return undefined;
  return { ...server, tool: 'docker', image: imageUse(script), images: pulledImages(script) };
}

/** A cluster of the job's own is for tests. */
function usesTestCluster(job: Job): boolean {
  return job.steps.some(
    (step) =>
      /kind-action|setup-kind|setup-minikube|k3d|k3s-action|microk8s|minikube|chart-testing-action/.test(
        actionOf(step),
      ) ||
      /\bkind\s+create\b|\bminikube\s+start\b|\bk3d\s+cluster\s+create\b|\bct\s+install\b/.test(
        effective(step.run?.text ?? ''),
      ),
  );
}
