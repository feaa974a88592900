import { Octokit } from '@octokit/rest';
import type * as v from 'valibot';
import type { Clock } from '../../local/clock.js';
import { apiFailure, GitHubRequests } from './github-requests.js';
import { readBody } from '../../net/outside/read-body.js';

/** An answer that takes longer will not come. */
const requestTimeoutMilliseconds = 30_000;

/** A longer answer is none that the chain asks for: outputs of a run are small. */
const maxBodyBytes = 32 * 1024 * 1024;

/** An answer of Octokit's, before it is known to look like anything. */
export interface RawAnswer {
  readonly data: unknown;
}

/** A repository's name as Octokit takes it. */
export type OwnerAndName = ReturnType<typeof ownerAndName>;

/**
 * Sends one request, again where GitHub asks for it; gives what the schema makes of the answer.
 * @param permission what the token needs: `Contents: write`
 */
type SendRequest = <Schema extends v.GenericSchema>(
  repository: string,
  path: string,
  permission: string,
  schema: Schema,
  send: (repository: OwnerAndName) => Promise<RawAnswer>,
  signal?: AbortSignal,
) => Promise<v.InferOutput<Schema>>;

/** Octokit with one token, and its requests, repeated and explained. */
export interface GitHubClient {
  readonly octokit: Octokit;
  readonly read: SendRequest;
  /** Never sends twice what may have been carried out. */
  readonly write: SendRequest;
}

/** The client for one token, at the API address of the server that runs the workflow. */
export function octokitClient(token: string, apiUrl: string, clock: Clock): GitHubClient {
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    log: silent,
    request: { fetch: fetchWhole, log: silent },
  });
  octokit.hook.before('request', (options) => {
    const given = options.request.signal;
    const timeout = AbortSignal.timeout(requestTimeoutMilliseconds);
    options.request.signal = given === undefined ? timeout : AbortSignal.any([given, timeout]);
  });
  const requests = new GitHubRequests(token, clock);
  const sender =
    (method: 'GET' | 'POST', repeatable: boolean): SendRequest =>
    (repository, path, permission, schema, send, signal) =>
      requests.send(
        { name: `${method} /repos/${repository}${path}`, repository, permission, repeatable },
        schema,
        () => send(ownerAndName(repository)),
        signal,
      );
  return { octokit, read: sender('GET', true), write: sender('POST', false) };
}

function ownerAndName(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}

/** What `answer` gives; `undefined` as its data where GitHub says 404 though the token sees the repository. */
export async function unlessMissing(
  answer: Promise<RawAnswer>,
  octokit: Octokit,
  where: OwnerAndName,
): Promise<RawAnswer> {
  try {
    return await answer;
  } catch (error) {
    if (apiFailure(error).status !== 404) throw error;
    // No such thing, or no such repository for this token: only the latter is refused here too.
    await octokit.repos.get(where);
    return { data: undefined };
  }
}

// Octokit takes an answer that was broken off for an empty one.
const fetchWhole: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init);
  const body = await readBody(answer, maxBodyBytes);
  const { status, headers, url } = answer;
  const whole = new Response(body.length === 0 ? null : new Uint8Array(body), { status, headers });
  // Octokit finds the next page by it.
  return Object.defineProperty(whole, 'url', { value: url });
};

const nothing = (): void => undefined;

// Octokit prints warnings of its own; ours say more.
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
