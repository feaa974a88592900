import { listOf, text } from '../inputs/kinds.js';
import { InputProblem, type InputKind } from '../inputs/kind.js';

/** An address that is itself a secret: no message shows it. */
const webhookUrl: InputKind<URL> = {
  describe: 'URL',
  parse(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
      throw new InputProblem('must be addresses with https, one a line');
    return url;
  },
};

/** Who is told of a deploy: the same in every action that changes what is live. */
export const announceInputs = {
  notify: {
    kind: listOf('list of URLs, one a line', webhookUrl),
    secret: true,
    description:
      'Incoming webhooks that are told of start, success, failure and rollback: of Slack, Discord, Teams, or any other, which gets JSON. One that does not answer is a warning.',
  },
  environment: {
    kind: text,
    default: '',
    description:
      'Records a deployment of that name on GitHub, with its statuses; needs `permissions: deployments: write`. Leave it out where the job has `environment:`, which makes one by itself.',
  },
  environmentUrl: {
    kind: text,
    default: '',
    description: 'Where what was deployed can be looked at; for the deployment and the messages.',
  },
} as const;

/** What records the deployment, in actions that have no other use for a token. */
export const deploymentTokenInputs = {
  githubToken: {
    kind: text,
    secret: true,
    default: '${{ github.token }}',
    description: 'Records the deployment, where `environment` is set.',
  },
} as const;
