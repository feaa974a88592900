import { Octokit } from '@octokit/rest';
import { failure } from '../errors/index.js';
import { tokenKind } from '../plan/token-kind.js';
import type { Clock } from '../ports/clock.js';
import type { GitHub } from '../ports/github.js';

/** How often a request is sent when GitHub does not answer or is overloaded. */
const maxAttempts = 4;

/** GitHub's API with one token, at the API address of the server that runs the workflow. */
export function octokitGitHub(token: string, apiUrl: string, clock: Clock): GitHub {
  const octokit = new Octokit({ auth: token, baseUrl: apiUrl, log: silent });
  return {
    async dispatch(repository, eventType, payload) {
      const [owner = '', repo = ''] = repository.split('/');
      const request = `POST /repos/${repository}/dispatches`;
      await retried(request, clock, repository, token, () =>
        octokit.repos.createDispatchEvent({
          owner,
          repo,
          event_type: eventType,
          client_payload: payload as Record<string, unknown>,
        }),
      );
    },
  };
}

const nothing = (): void => undefined;

// Octokit prints warnings of its own; ours say more.
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

interface ApiFailure {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

async function retried(
  request: string,
  clock: Clock,
  repository: string,
  token: string,
  send: () => Promise<unknown>,
): Promise<void> {
  for (let attempts = 1; ; attempts++) {
    try {
      await send();
      return;
    } catch (error) {
      const failed = apiFailure(error);
      const pause = pauseBeforeRetry(failed, attempts);
      if (pause === undefined) throw explain(failed, request, repository, token, error);
      if (attempts === maxAttempts)
        throw failure(
          'github-unreachable',
          { request, attempts, message: failed.message },
          { cause: error },
        );
      await clock.sleep(pause);
    }
  }
}

function apiFailure(error: unknown): ApiFailure {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers?: ApiFailure['headers']; data?: { message?: string } };
  };
  return {
    status: status ?? 0,
    message: response?.data?.message ?? message ?? String(error),
    headers: response?.headers ?? {},
  };
}

// https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
function pauseBeforeRetry(
  { status, headers, message }: ApiFailure,
  attempts: number,
): number | undefined {
  const limited =
    status === 429 ||
    (status === 403 && (headers['retry-after'] !== undefined || /rate limit/i.test(message)));
  if (limited) return Math.min(Number(headers['retry-after'] ?? 60) || 60, 120);
  // A receiver sees by the correlation id that an event came twice, so that sending again does no harm.
  return status >= 500 || status === 0 ? 2 ** attempts : undefined;
}

function explain(
  { status, message }: ApiFailure,
  request: string,
  repository: string,
  token: string,
  cause: unknown,
): Error {
  const { description, remedy } = tokenKind(token);
  const kind = { 'token-kind': description };
  if (status === 401) return failure('github-token-invalid', kind, { cause });
  if (status === 403)
    return failure(
      'github-token-lacks-permission',
      { ...kind, repository, permission: 'Contents: write', remedy },
      { cause },
    );
  if (status === 404)
    return failure('github-repository-not-found', { ...kind, repository }, { cause });
  return failure('github-request-refused', { status, request, message }, { cause });
}
