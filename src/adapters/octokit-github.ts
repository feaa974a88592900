import { Octokit } from '@octokit/rest';
import { failure } from '../errors/index.js';
import { tokenKind } from '../plan/token-kind.js';
import type { Clock } from '../ports/clock.js';
import type { GitHub, WorkflowRun } from '../ports/github.js';

/** How often a request is sent when GitHub does not answer or is overloaded. */
const maxAttempts = 4;

/** GitHub's API with one token, at the API address of the server that runs the workflow. */
export function octokitGitHub(token: string, apiUrl: string, clock: Clock): GitHub {
  const octokit = new Octokit({ auth: token, baseUrl: apiUrl, log: silent });
  return {
    async dispatch(repository, eventType, payload) {
      const request = {
        name: `POST /repos/${repository}/dispatches`,
        repository,
        permission: 'Contents: write',
      };
      await retried(request, clock, token, () =>
        octokit.repos.createDispatchEvent({
          ...ownerAndName(repository),
          event_type: eventType,
          client_payload: payload as Record<string, unknown>,
        }),
      );
    },
    async run(repository, id) {
      const request = {
        name: `GET /repos/${repository}/actions/runs/${id}`,
        repository,
        permission: 'Actions: read',
      };
      const { data } = await retried(request, clock, token, () =>
        octokit.actions.getWorkflowRun({ ...ownerAndName(repository), run_id: id }),
      );
      return workflowRun(data);
    },
  };
}

function ownerAndName(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}

function workflowRun(run: RunAnswer): WorkflowRun {
  return {
    id: run.id,
    url: run.html_url,
    workflow: run.name ?? '',
    title: run.display_title,
    status: run.status ?? '',
    conclusion: run.conclusion ?? undefined,
  };
}

const nothing = (): void => undefined;

// Octokit prints warnings of its own; ours say more.
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

type RunAnswer = Awaited<ReturnType<Octokit['actions']['getWorkflowRun']>>['data'];

/** A request, for messages and for the diagnosis of a refusal. */
interface ApiRequest {
  /** `POST /repos/acme/api/dispatches` */
  readonly name: string;
  readonly repository: string;
  readonly permission: string;
}

interface ApiFailure {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

async function retried<Answer>(
  request: ApiRequest,
  clock: Clock,
  token: string,
  send: () => Promise<Answer>,
): Promise<Answer> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await send();
    } catch (error) {
      const failed = apiFailure(error);
      const pause = pauseBeforeRetry(failed, attempts);
      if (pause === undefined) throw explain(failed, request, token, error);
      if (attempts === maxAttempts)
        throw failure(
          'github-unreachable',
          { request: request.name, attempts, message: failed.message },
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
  request: ApiRequest,
  token: string,
  cause: unknown,
): Error {
  const { repository, permission } = request;
  const { description, remedy } = tokenKind(token);
  const kind = { 'token-kind': description };
  if (status === 401) return failure('github-token-invalid', kind, { cause });
  if (status === 403)
    return failure(
      'github-token-lacks-permission',
      { ...kind, repository, permission, remedy },
      { cause },
    );
  if (status === 404)
    return failure('github-repository-not-found', { ...kind, repository }, { cause });
  return failure('github-request-refused', { status, request: request.name, message }, { cause });
}
