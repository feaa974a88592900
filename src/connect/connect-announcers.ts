import {
  announcing,
  deployFacts,
  deploymentAnnouncer,
  webhookAnnouncers,
  type Announcer,
} from '../announce/announce.js';
import type { announceInputs, deploymentTokenInputs } from '../announce/announce-inputs.js';
import type { Deployment } from '../deploy/deployment.js';
import type { Inputs } from '../inputs/index.js';
import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import type { GitHubContext } from '../local/outside/github-context.js';
import { savedState } from '../local/outside/actions-reporter.js';
import { fetchWebhook } from '../announce/outside/fetch-webhook.js';
import { lazyGitHub } from './lazy-github.js';

/** Under this name `post` finds the deployment that `main` recorded. */
const deploymentState = 'deployment';

/**
 * Everybody whom an action's inputs name; no connection is opened yet.
 * @param githubToken records the deployment
 */
export async function connectAnnouncers(
  inputs: Partial<Inputs<typeof announceInputs>>,
  githubToken: string | undefined,
  { apiUrl, clock, reporter }: { apiUrl: string; clock: Clock; reporter: Reporter },
): Promise<readonly Announcer[]> {
  const webhooks = webhookAnnouncers(inputs.notify ?? [], fetchWebhook);
  if (inputs.environment === undefined || inputs.environment === '') return webhooks;
  const github = await lazyGitHub(githubToken ?? '', apiUrl, clock)();
  const known = Number(savedState(deploymentState));
  const deployments = deploymentAnnouncer(github, known > 0 ? known : undefined, (id) => {
    reporter.saveState(deploymentState, String(id));
  });
  return [...webhooks, deployments];
}

/**
 * Tells everybody whom the inputs name of the start and the end of some work.
 * @param subject what becomes live by it
 * @throws what the work throws
 */
export async function announced<Result extends Pick<Deployment, 'gaveWay'>>(
  inputs: Parameters<typeof deployFacts>[0] & Inputs<typeof deploymentTokenInputs>,
  subject: { readonly version: string; readonly revision: string },
  context: GitHubContext,
  ports: { readonly clock: Clock; readonly reporter: Reporter },
  work: () => Promise<Result>,
): Promise<Result> {
  const announcers = await connectAnnouncers(inputs, inputs.githubToken, { ...context, ...ports });
  const facts = deployFacts(inputs, subject, context);
  return announcing(announcers, facts, ports.reporter, work, ({ gaveWay }) =>
    gaveWay ? 'gave-way' : 'succeeded',
  );
}
