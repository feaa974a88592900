import type { CheckPorts } from '../preflight/check-ports.js';
import type { checkInputs } from '../preflight/check-inputs.js';
import type { Inputs } from '../inputs/index.js';
import type { registryInputs } from '../inputs/shared-inputs.js';
import type { networkInputs } from '../health/network-inputs.js';
import type { ImageReference } from '../image/image-reference.js';
import type { Clock } from '../local/clock.js';
import type { GitHubSettings } from '../github/github-settings.js';
import type { Reporter } from '../local/reporter.js';
import { registryAccess } from './connect-registry.js';
import { execProcesses } from '../local/outside/exec-processes.js';
import { networkOf } from './network-of.js';
import { nodeHttpProbe } from '../net/outside/node-http-probe.js';
import { nodeNameLookup } from '../net/outside/node-name-lookup.js';
import { nodeSocketProbe } from '../net/outside/node-socket-probe.js';
import { ociRegistry } from '../registry/outside/oci-registry.js';
import { ociRepositoryProbe } from '../registry/outside/oci-repository-probe.js';

/** The inputs that say how the checks reach out. */
type CheckInputs = Inputs<typeof checkInputs> &
  Inputs<typeof registryInputs> &
  Inputs<typeof networkInputs>;

/**
 * The ports of the checks, as the inputs say how to reach out. The account of the inputs belongs to the
 * registry of the first image that is deployed; without one, to that of the first check that names one. What only some checks need is loaded with the first of them.
 */
export function connectChecks(
  inputs: CheckInputs,
  {
    apiUrl,
    clock,
    reporter,
    image,
  }: {
    readonly apiUrl: string;
    readonly clock: Clock;
    readonly reporter: Reporter;
    readonly image: ImageReference | undefined;
  },
): CheckPorts {
  const subjects = (inputs.checks ?? []).map(({ subject }) => subject);
  const first = image ?? subjects.find((subject) => subject.kind === 'registry')?.image;
  const access = registryAccess(inputs, first);
  const network = networkOf(inputs);
  return {
    registry: ociRegistry(access),
    repositories: ociRepositoryProbe(access),
    gcs: lazyGcs(reporter),
    s3: (place) => ({
      look: async (wish, signal) => {
        const { s3Buckets } = await import('../preflight/outside/s3-buckets.js');
        return s3Buckets(place, process.env).look(wish, signal);
      },
    }),
    settings:
      inputs.githubToken === '' ? undefined : lazySettings(inputs.githubToken, apiUrl, clock),
    http: nodeHttpProbe(network),
    sockets: nodeSocketProbe(network),
    names: nodeNameLookup(),
    processes: execProcesses,
    clock,
  };
}

function lazyGcs(reporter: Reporter): CheckPorts['gcs'] {
  let store: Promise<CheckPorts['gcs']> | undefined;
  return {
    look: async (wish, signal) => {
      // One store for all checks: its token is fetched once.
      store ??= import('../preflight/outside/gcs-buckets.js').then(({ gcsBuckets }) =>
        gcsBuckets(process.env, (secret) => {
          reporter.mask(secret);
        }),
      );
      return (await store).look(wish, signal);
    },
  };
}

function lazySettings(token: string, apiUrl: string, clock: Clock): GitHubSettings {
  let settings: Promise<GitHubSettings> | undefined;
  const load = (): Promise<GitHubSettings> => {
    settings ??= import('../github/outside/octokit-github-settings.js').then(
      ({ octokitGitHubSettings }) => octokitGitHubSettings(token, apiUrl, clock),
    );
    return settings;
  };
  return {
    hasSecret: async (...place) => (await load()).hasSecret(...place),
    hasVariable: async (...place) => (await load()).hasVariable(...place),
    environment: async (...place) => (await load()).environment(...place),
    workflowState: async (...place) => (await load()).workflowState(...place),
  };
}
