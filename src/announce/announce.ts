import { DeployKitError } from '../errors/index.js';
import type { announceInputs } from './announce-inputs.js';
import type { Inputs } from '../inputs/index.js';
import { newsBody, type DeployFacts, type News } from './plan/news.js';
import type { GitHub } from '../github/github.js';
import type { Reporter } from '../local/reporter.js';
import type { Webhook } from './webhook.js';

/** Tells somebody what a deploy is doing. */
export type Announcer = (news: News) => Promise<void>;

/** Tells each of the addresses. */
export function webhookAnnouncers(urls: readonly URL[], webhook: Webhook): readonly Announcer[] {
  return urls.map((url) => (news) => webhook.post(url, newsBody(url, news)));
}

/**
 * Keeps a deployment on GitHub with its statuses, where the deploy has an environment's name.
 * @param known the id of the deployment, when an earlier step of the action made it
 * @param remember called with the id of a new one
 */
export function deploymentAnnouncer(
  github: Pick<GitHub, 'createDeployment' | 'setDeploymentStatus'>,
  known: number | undefined,
  remember: (id: number) => void,
): Announcer {
  let id = known;
  return async ({ kind, error, ...facts }) => {
    const { repository, environment, revision, version, host } = facts;
    if (environment === '') return;
    if (id === undefined) {
      const description = `${version} to ${host}`;
      id = await github.createDeployment(repository, { ref: revision, environment, description });
      remember(id);
    }
    const states = {
      started: 'in_progress',
      succeeded: 'success',
      'gave-way': 'inactive',
      failed: 'failure',
      'rolled-back': 'failure',
    } as const;
    await github.setDeploymentStatus(repository, id, {
      state: states[kind],
      environmentUrl: facts.environmentUrl,
      logUrl: facts.runUrl,
      description: error?.title ?? version,
    });
  };
}

/** Tells everybody; one that can't be told is a warning and never more. */
async function announce(
  announcers: readonly Announcer[],
  news: News,
  reporter: Pick<Reporter, 'warning'>,
): Promise<void> {
  await Promise.all(
    announcers.map(async (tell) => {
      try {
        await tell(news);
      } catch (error) {
        const why = error instanceof DeployKitError ? `${error.why} ${error.fix}` : String(error);
        reporter.warning('Somebody could not be told of this deploy', why);
      }
    }),
  );
}

/**
 * Tells of the start and the end of some work.
 * @param endOf what its result means
 * @throws what the work throws
 */
export async function announcing<Result>(
  announcers: readonly Announcer[],
  facts: DeployFacts,
  reporter: Pick<Reporter, 'warning'>,
  work: () => Promise<Result>,
  endOf: (result: Result) => 'succeeded' | 'gave-way',
): Promise<Result> {
  await announce(announcers, { ...facts, kind: 'started', error: undefined }, reporter);
  return announcingFailure(announcers, facts, reporter, async () => {
    const result = await work();
    await announce(announcers, { ...facts, kind: endOf(result), error: undefined }, reporter);
    return result;
  });
}

/**
 * Tells of a failure of some work, and of nothing else.
 * @throws what the work throws
 */
export async function announcingFailure<Result>(
  announcers: readonly Announcer[],
  facts: DeployFacts,
  reporter: Pick<Reporter, 'warning'>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const error = cause instanceof DeployKitError ? cause : undefined;
    const kind = error?.entry === 'release-rejected' ? 'rolled-back' : 'failed';
    await announce(announcers, { ...facts, kind, error }, reporter);
    throw cause;
  }
}

/** What the news are about. */
export function deployFacts(
  inputs: Partial<Inputs<typeof announceInputs>> & { readonly host: { readonly host: string } },
  { version, revision }: { readonly version: string; readonly revision: string },
  run: Pick<DeployFacts, 'repository' | 'actor' | 'runUrl'>,
): DeployFacts {
  return {
    version,
    revision,
    host: inputs.host.host,
    environment: inputs.environment ?? '',
    environmentUrl: inputs.environmentUrl ?? '',
    repository: run.repository,
    actor: run.actor,
    runUrl: run.runUrl,
  };
}
