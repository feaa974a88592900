import { allowances } from './plan/allowances.js';
import { strategies } from './plan/switch-plan.js';
import {
  boolean,
  choice,
  duration,
  httpUrl,
  lines,
  listOf,
  text,
  wholeNumber,
  serviceCommands,
} from '../inputs/kinds.js';
import { envLines } from '../inputs/env-lines.js';
import { imageReference } from '../inputs/image-kind.js';

function hook(when: string): string {
  return `A script, or the path of one in the checkout, that runs in the deploy folder on the server ${when}. It finds the release in \`DEPLOY_KIT_RELEASE\`, \`DEPLOY_KIT_VERSION\`, \`DEPLOY_KIT_REVISION\`, \`DEPLOY_KIT_PREVIOUS\`, \`DEPLOY_KIT_ACTOR\` and \`DEPLOY_KIT_RUN\`.`;
}

/** How the programs on the server go about it: the same wherever one runs. */
export const settingsInputs = {
  healthTimeout: {
    kind: duration,
    default: '120s',
    description:
      'How long the services may take to become healthy; then what ran before is restored.',
  },
  stableFor: {
    kind: duration,
    default: '5s',
    description:
      'How long a service without a healthcheck must stay up to count as healthy; less than `health-timeout`.',
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
    description: 'How long one hook may take.',
  },
  migrationTimeout: {
    kind: duration,
    default: '10m',
    description: 'How long the migration may take.',
  },
  keepWarm: {
    kind: duration,
    default: '10m',
    description:
      'How long a `blue-green` deploy leaves what ran before up, so that going back takes only a switch of the proxy.',
  },
  keepReleases: {
    kind: wholeNumber(2, 100),
    default: '5',
    description:
      'How many releases stay on the server to roll back to, the live one included. Older ones go, with the images that nothing else of the project uses; volumes never do.',
  },
  lockTimeout: {
    kind: duration,
    default: '10m',
    description: 'How long to wait while another deploy to the same folder runs.',
  },
} as const;

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
      "The Compose files in the checkout; the first one's folder is the project folder. Default: the file that Compose itself would take (`compose.yaml`, `compose.yml`, `docker-compose.yml`, `docker-compose.yaml`) with its override (`compose.override.yml` …).",
  },
  files: {
    kind: lines,
    description:
      'Further files to ship, as glob patterns from the folder of the first Compose file, for example `scripts/**`. What the Compose files mention is shipped anyway. Modes are kept; the files belong to the user that logs in.',
  },
  images: {
    kind: listOf('list of image references, one a line', imageReference),
    description:
      'What to deploy, for example `ghcr.io/acme/api:sha-1a2b3c4d5e6f`; a tag is resolved to its digest first; without tag and digest, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run.',
  },
  envFile: {
    kind: text,
    description:
      "A file of the checkout that becomes `.env` in the deploy folder (mode 0600); one that SOPS encrypted (dotenv, YAML, JSON) is decrypted in the job with `age-key`. An absolute path (`/…`, `~/…`) is a file on the server. Keys of the server's own `.env` that no release brought are kept; without this input all of it is.",
  },
  ageKey: {
    kind: text,
    secret: true,
    description:
      'The age identity (`AGE-SECRET-KEY-1…`) that decrypts `env-file`. Each value in it is masked in the log.',
  },
  env: {
    kind: envLines,
    secret: true,
    description:
      '`NAME=value` lines that are added to `.env`, for secrets; values are taken as they stand, without quotes. One of several lines: `NAME<<END`, the lines, `END`. They win over `env-file`, and over what stands there on the server.',
  },
  envRules: {
    kind: text,
    description:
      'A file of the checkout that says what each variable must be; the deploy stops before it starts when one is not. Default: `.env.schema`, where there is one.',
  },
  versionVariable: {
    kind: text,
    default: 'IMAGE_TAG',
    description: 'The variable in `.env` that holds the version that is live.',
  },
  strategy: {
    kind: choice(...strategies),
    default: 'auto',
    description:
      '`rolling`: new containers start beside the old ones, which go once the new ones are healthy, so that a proxy in front loses no request. `recreate`: Compose replaces each container. `auto`: rolls each service that can roll and recreates the others; the log says which before anything starts. `blue-green`: the whole project starts beside the one that runs, then a proxy outside of it is switched.',
  },
  proxyTemplate: {
    kind: text,
    description:
      "With `blue-green`: a file of the checkout, the proxy's configuration. A line with `{{SERVICE:PORT}}` stands once for each container of that service.",
  },
  proxyFile: {
    kind: text,
    description:
      'Where the proxy reads that configuration on the server: below the deploy folder, or absolute (`/…`, `~/…`).',
  },
  proxyContainer: {
    kind: text,
    description:
      'The container of nginx or Caddy that reads it: it is told to by `nginx -s reload` or `caddy reload`.',
  },
  proxyReload: {
    kind: text,
    description:
      'A script, or the path of one in the checkout, that makes any other proxy read it; runs in the deploy folder on the server.',
  },
  healthUrls: {
    kind: listOf('list of URLs, one a line', httpUrl),
    description:
      'URLs that the server itself must be able to ask, within `health-timeout`, for the release to count as healthy: for what a healthcheck does not see. The server needs curl or wget.',
  },
  beforeDeploy: {
    kind: text,
    description: hook(
      'before anything changes, for example a backup; when it fails, nothing has changed',
    ),
  },
  beforeSwitch: {
    kind: text,
    description: hook('when the files are in their places and the migration is done'),
  },
  afterSwitch: {
    kind: text,
    description: hook(
      'when the new release runs and is healthy; when it fails, what ran before is restored',
    ),
  },
  afterDeploy: {
    kind: text,
    description: hook('when the release is live; when it fails, that is only a warning'),
  },
  onRollback: {
    kind: text,
    description: hook('when what ran before has been restored'),
  },
  preStop: {
    kind: serviceCommands,
    description:
      '`SERVICE=command` lines: what is run in each old container of a service that rolls, before it is stopped.',
  },
  migrationService: {
    kind: text,
    description:
      'The service (also one in a profile) that migrates the database: run once, in a container of its own with the new image, before anything is switched. When it fails, the old release goes on serving.',
  },
  migrationCommand: {
    kind: text,
    description:
      "The command of that container, for example `alembic upgrade head`, run by the shell in its image; default: the service's own command. Without `migration-service`, the first service of the release.",
  },
  migration: {
    kind: choice('compatible', 'breaking'),
    default: 'compatible',
    description:
      'Whether the code before this release can run on the migrated schema. Going back over a `breaking` one needs `rollback-command`, or `force` in the rollback action.',
  },
  rollbackCommand: {
    kind: text,
    description:
      "Takes a `breaking` migration back, in a container like the migration's, when what ran before is restored.",
  },
  pinAll: {
    kind: boolean,
    default: 'false',
    description:
      'Run the other services by digest too: what their references lead to in their registries now. Without it they keep their references.',
  },
  allow: {
    kind: listOf(
      `list of ${allowances.map((word) => `\`${word}\``).join(', ')}, one a line`,
      choice(...allowances),
    ),
    description:
      'What this deploy may leave out or replace although no release brought it: `env-keys`, lines of `.env`; `services`, containers that run; `project-name`, the name of the project that runs; `server-files`, files and changes to them; `owner`, the release of another repository. Else these are kept, or the deploy is refused.',
  },
  force: {
    kind: boolean,
    default: 'false',
    description: 'Deploy also what is live already, unchanged.',
  },
  ...settingsInputs,
} as const;

/** A look at what a deploy would do, in its place. */
export const dryRunInputs = {
  dryRun: {
    kind: boolean,
    default: 'false',
    description:
      'Only look at the server and show what would be done: images, files, names of env keys, how each service is switched, and the program. Changes nothing; good as a check of a pull request.',
  },
} as const;

/** What later steps of the job may do to the release; read by the `post` step. */
export const rollbackInputs = {
  rollbackOn: {
    kind: choice('verification', 'job-failure', 'never'),
    default: 'verification',
    description:
      'When to restore what ran before at the end of the job: `verification` (a verification failed, or the job was cancelled before one had passed), `job-failure` (any step failed, or the job was cancelled), `never`.',
  },
  confirmWithin: {
    kind: duration,
    description:
      'A release that neither a verification with access to the server nor the end of the job has confirmed within this time of the last sign of life of these actions goes back by itself, also where the runner has died. Must be longer than what the job does between them; `0s`: never. Default: `15m` in the root action with `urls` or `targets`, else never.',
  },
  jobStatus: {
    kind: text,
    default: '${{ job.status }}',
    hidden: true,
    description: 'How the job went; evaluated again when the job ends.',
  },
} as const;
