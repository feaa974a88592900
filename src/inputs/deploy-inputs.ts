import { strategies } from '../plan/switch-plan.js';
import { choice, duration, keyValues, lines, listOf, text } from './kinds.js';
import { imageReference } from './image-kind.js';

/** What is deployed and how: the same in deploy-compose and in the root action. */
export const deployInputs = {
  path: {
    kind: text,
    required: true,
    description:
      'The deploy folder on the server, for example `/opt/app` or `~/app`. It is the Compose project folder.',
  },
  composeFiles: {
    kind: lines,
    description:
      "The Compose files in the checkout; the first one's folder is the project folder. Default: the file that Compose itself would take (`compose.yaml`, `compose.yml`, `docker-compose.yaml`, `docker-compose.yml`).",
  },
  images: {
    kind: listOf('list of image references, one a line', imageReference),
    description:
      'What to deploy, for example `ghcr.io/acme/api:sha-1a2b3c4d5e6f`; a tag is resolved to its digest first; without tag and digest, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run.',
  },
  envFile: {
    kind: text,
    description:
      "A file of the checkout that becomes `.env` in the deploy folder (mode 0600). Without it and `env`, the server's own `.env` is kept.",
  },
  env: {
    kind: keyValues,
    secret: true,
    description:
      '`NAME=value` lines that are added to `.env`, for secrets. They win over `env-file`.',
  },
  versionVariable: {
    kind: text,
    default: 'IMAGE_TAG',
    description: 'The variable in `.env` that holds the version that is live.',
  },
  healthTimeout: {
    kind: duration,
    default: '120s',
    description:
      'How long the services may take to become healthy; then what ran before is restored.',
  },
  stableFor: {
    kind: duration,
    default: '5s',
    description: 'How long a service without a healthcheck must stay up to count as healthy.',
  },
  strategy: {
    kind: choice(...strategies),
    default: 'auto',
    description:
      '`rolling`: new containers start beside the old ones, which go once the new ones are healthy, so that a proxy in front loses no request. `recreate`: Compose replaces each container. `auto`: rolls each service that can roll and recreates the others; the log says which before anything starts.',
  },
  drain: {
    kind: duration,
    default: '5s',
    description:
      'How long the old containers of a service that rolls go on answering beside the new ones, so that proxies and resolvers learn of these.',
  },
  hookTimeout: {
    kind: duration,
    default: '5m',
    description: 'How long a command of yours (a hook) may take on the server.',
  },
  lockTimeout: {
    kind: duration,
    default: '10m',
    description: 'How long to wait while another deploy to the same folder runs.',
  },
} as const;

/** What later steps of the job may do to the release; read by the `post` step. */
export const rollbackInputs = {
  rollbackOn: {
    kind: choice('verification', 'job-failure', 'never'),
    default: 'verification',
    description:
      'When to restore what ran before at the end of the job: `verification` (a verify-health step failed), `job-failure` (any step failed, or the job was cancelled), `never`.',
  },
  jobStatus: {
    kind: text,
    default: '${{ job.status }}',
    hidden: true,
    description: 'How the job went; evaluated again when the job ends.',
  },
} as const;
