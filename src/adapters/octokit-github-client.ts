import { Octokit } from '@octokit/rest';
import type { Clock } from '../ports/clock.js';
import { apiFailure, GitHubRequests } from './github-requests.js';

/** An answer that takes longer will not come. */
const requestTimeoutMilliseconds = 30_000;

/** A repository's name as Octokit takes it. */
export type OwnerAndName = ReturnType<typeof ownerAndName>;

/** Octokit with one token, and the requests that it sends, repeated and explained. */
export interface GitHubClient {
  readonly octokit: Octokit;
  readonly requests: GitHubRequests;
  /** Sends a request that only reads. */
  readonly read: <Answer>(
    repository: string,
    path: string,
    permission: string,
    send: (repository: OwnerAndName) => Promise<Answer>,
    signal?: AbortSignal,
  ) => Promise<Answer>;
}

/** The client for one token, at the API address of the server that runs the workflow. */
export function octokitClient(token: string, apiUrl: string, clock: Clock): GitHubClient {
  const octokit = new Octokit({ auth: token, baseUrl: apiUrl, log: silent });
  octokit.hook.before('request', (options) => {
    const given = options.request.signal;
    const timeout = AbortSignal.timeout(requestTimeoutMilliseconds);
    options.request.signal = given === undefined ? timeout : AbortSignal.any([given, timeout]);
  });
  const requests = new GitHubRequests(token, clock);
  return {
    octokit,
    requests,
    read: (repository, path, permission, send, signal) =>
      requests.send(
        { name: `GET /repos/${repository}${path}`, repository, permission, repeatable: true },
        () => send(ownerAndName(repository)),
        signal,
      ),
  };
}

export function ownerAndName(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}

/** What `answer` gives, or `undefined` where GitHub says 404 though the token sees the repository. */
export async function unlessMissing<Answer>(
  answer: Promise<Answer>,
  octokit: Octokit,
  where: OwnerAndName,
): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (apiFailure(error).status !== 404) throw error;
    // No such thing, or no such repository for this token: only the latter is refused here too.
    await octokit.repos.get(where);
    return undefined;
  }
}

export function reviewerName(reviewer: {
  readonly login?: string;
  readonly slug?: string;
}): string {
  return reviewer.login ?? `team ${reviewer.slug ?? ''}`;
}

const nothing = (): void => undefined;

// Octokit prints warnings of its own; ours say more.
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
