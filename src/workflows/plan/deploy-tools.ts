/**
 * What a deploy does with images: `pulled` it runs one that must be in a registry; `likely` it is a script or a
 * manifest that does so as a rule; `perhaps` that can't be told; `none` it builds where it deploys, or has nothing
 * to do with images.
 */
export type ImageUse = 'pulled' | 'likely' | 'perhaps' | 'none';

/** Actions that run the image which an input names, or one that is not named at all. */
export const imageActions: Readonly<Record<string, readonly string[]>> = {
  'aws-actions/amazon-ecs-deploy-task-definition': [],
  'azure/aci-deploy': ['image'],
  'azure/container-apps-deploy-action': ['imagetodeploy'],
  'azure/k8s-deploy': ['images'],
  'azure/webapps-deploy': ['images'],
  'cssnr/stack-deploy-action': [],
  'google-github-actions/deploy-cloudrun': ['image'],
  'kitconcept/docker-stack-deploy': [],
  'nais/deploy/actions/deploy': [],
  'serversideup/github-action-docker-swarm-deploy': [],
};

/** Actions that run a script on a server. */
export const sshActions: readonly string[] = [
  'appleboy/ssh-action',
  'cross-the-world/ssh-pipeline',
  'fifsky/ssh-action',
  'garygrossgarten/github-action-ssh',
];

/** Actions that copy files, or build where they deploy. */
const otherActions: readonly string[] = [
  'appleboy/scp-action',
  'azure/functions-action',
  'burnett01/rsync-deployments',
  'cloudflare/wrangler-action',
  'einaregilsson/beanstalk-deploy',
  'wshihadeh/docker-deployment-action',
];

/** Actions that deploy static sites. */
const siteActions: readonly string[] = [
  'amondnet/vercel-action',
  'azure/static-web-apps-deploy',
  'cloudflare/pages-action',
  'crazy-max/ghaction-github-pages',
  'jakejarvis/s3-sync-action',
  'nwtgck/actions-netlify',
  'peaceiris/actions-gh-pages',
];

/** Whether an action deploys a server or a site, by its `owner/name`: any that calls itself a deploy. */
export function deployKind(action: string): 'server' | 'site' | undefined {
  if (otherActions.includes(action)) return 'server';
  if (siteActions.includes(action)) return 'site';
  const name = action.slice(action.indexOf('/') + 1);
  if (!/(?:^|[/_-])deploy(?:$|[/_-])/.test(name)) return undefined;
  if (/key|status|record|notif|cleanup|clean-up|delete|wait|check|docs/.test(name))
    return undefined;
  return /pages|netlify|vercel|firebase|hosting|surge|s3|storybook|site/.test(name)
    ? 'site'
    : 'server';
}

/** Commands that deploy from the runner: what they are, and what they do with images. */
export const commandTools: readonly (readonly [tool: string, pattern: RegExp, image: ImageUse])[] =
  [
    ['kubectl', /\bkubectl\s[^\n;&|]*\b(?:set\s+image|rollout\s+restart)\b/, 'pulled'],
    ['kubectl', /\bkubectl\s(?![^\n]*--local\b)[^\n;&|]*\b(?:apply|replace|patch)\b/, 'likely'],
    ['helm', /\bhelm\s+(?:-[^\s=]+(?:[ =][^\s-]\S*)?\s+)*(?:upgrade|install)\b/, 'likely'],
    ['docker stack deploy', /\bdocker\b[^\n]*\bstack\s+deploy\b/, 'pulled'],
    [
      'gcloud run',
      /\bgcloud\s+(?:beta\s+)?run\s+(?:deploy|services\s+(?:update|replace)|jobs\s+update)\b[^\n]*--image\b/,
      'pulled',
    ],
    [
      'gcloud run',
      /\bgcloud\s+(?:beta\s+)?run\s+(?:deploy|services\s+(?:update|replace))\b/,
      'none',
    ],
    ['aws ecs', /\baws\s+ecs\s+(?:update-service|deploy)\b/, 'pulled'],
    ['aws lambda', /\baws\s+lambda\s+update-function-code\b[^\n]*--image-uri\b/, 'pulled'],
    ['aws lambda', /\baws\s+lambda\s+update-function-code\b/, 'none'],
    ['aws cloudformation', /\baws\s+cloudformation\s+deploy\b|\bsam\s+deploy\b/, 'perhaps'],
    ['az', /\baz\s+(?:containerapp\s+(?:update|up)|webapp\s+config\s+container\s+set)\b/, 'pulled'],
    ['flyctl', /\bfly(?:ctl)?\s+deploy\b[^\n]*--image\b/, 'pulled'],
    ['flyctl', /\bfly(?:ctl)?\s+deploy\b/, 'none'],
    ['heroku', /\bheroku\s+container:release\b/, 'pulled'],
    ['helm', /\bhelm\s+(?:-\S+\s+)*rollback\b/, 'none'],
    ['kubectl', /\bkubectl\s[^\n;&|]*\brollout\s+undo\b/, 'none'],
    ['nomad', /\bnomad\s+(?:job\s+)?run\b/, 'perhaps'],
    ['kamal', /\bkamal\s+(?:deploy|redeploy)\b/, 'none'],
    ['ansible-playbook', /\bansible-playbook\b(?![^\n]*--(?:syntax-)?check\b)/, 'perhaps'],
    [
      'terraform',
      /\b(?:terraform|tofu|terragrunt)\s+(?:-\S+\s+|run-all\s+|run\s+)*apply\b/,
      'perhaps',
    ],
    ['pulumi', /\bpulumi\s+up\b/, 'perhaps'],
    ['cdk', /\bcdk\s+deploy\b/, 'none'],
    ['serverless', /\b(?:serverless|sls)\s+deploy\b/, 'none'],
    ['capistrano', /\bcap\s+[\w:-]+\s+deploy\b/, 'none'],
    ['dokku', /\bdokku\b[^\n]*\bgit:from-image\b/, 'pulled'],
    ['railway', /\brailway\s+(?:up|redeploy)\b/, 'none'],
    [
      'a script',
      /(?:^|[\s;&/])(?!\S*(?:test|check|undeploy|docs))[\w./-]*deploy[\w-]*\.sh\b/,
      'likely',
    ],
    [
      'scp',
      /\b(?:rsync|scp)\b[^\n;&|]*\s["']?(?:[^\s@:"']+@[^\s:]+|[a-z][\w.-]*):["']?[/~$\w{]\S*\s*(?:$|[;&|])/m,
      'none',
    ],
  ];

/** Commands that deploy static sites. */
export const siteCommands =
  /\baws\s+s3\s+sync\b|\bvercel\b[^\n]*--prod\b|\bnetlify\s+deploy\b|\bfirebase\s+deploy\b|\bwrangler\s+(?:pages\s+)?(?:deploy|publish)\b/;

/** Actions and commands that make a cluster of the job's own, for tests. */
export const testClusters =
  /kind-action|setup-kind|setup-minikube|k3d|k3s-action|microk8s|minikube|chart-testing-action|localstack|get\.k3s\.io|\bdocker\s+swarm\s+init\b|\bkind\s+create\b|\bminikube\s+start\b|\bct\s+install\b/;
