import * as v from 'valibot';
import { DeployKitError, failure } from '../../errors/index.js';
import { judgeFailure, type ApiFailure } from '../plan/github-retry.js';
import { oneLine } from '../../text/one-line.js';
import { tokenKind } from '../plan/token-kind.js';
import type { Clock } from '../../local/clock.js';

/** A request, for messages and for the diagnosis of a refusal. */
export interface ApiRequest {
  /** `POST /repos/acme/api/dispatches` */
  readonly name: string;
  /** `owner/name` */
  readonly repository: string;
  /** What the token needs: `Contents: write`. */
  readonly permission: string;
  /** Whether carrying it out twice does no harm. */
  readonly repeatable: boolean;
}

/** How often a request is sent when GitHub does not answer or is overloaded. */
const maxAttempts = 4;

/** Sends requests with one token, again where GitHub asks for it, and explains what it refuses. */
export class GitHubRequests {
  readonly #token: string;
  readonly #clock: Clock;

  constructor(token: string, clock: Clock) {
    this.#token = token;
    this.#clock = clock;
  }

  /**
   * @param schema what the answer must look like, as far as it is used
   * @returns what the schema makes of the answer
   * @throws {DeployKitError} one of the `github-…` entries; `github-unconfirmed` when a request that
   * must not be repeated may have been carried out
   */
  async send<Schema extends v.GenericSchema>(
    request: ApiRequest,
    schema: Schema,
    send: () => Promise<{ readonly data: unknown }>,
    signal?: AbortSignal,
  ): Promise<v.InferOutput<Schema>> {
    const { data } = await this.#answer(request, send, signal);
    const result = v.safeParse(schema, data);
    if (result.success) return result.output;
    // Not what was received: that may be a whole page.
    const [issue] = result.issues;
    const problem = `${v.getDotPath(issue) ?? 'it'} should be ${issue.expected ?? issue.type}`;
    throw failure('github-answer-invalid', { request: request.name, problem });
  }

  async #answer<Answer>(
    request: ApiRequest,
    send: () => Promise<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send();
      } catch (error) {
        if (error instanceof DeployKitError) throw error;
        signal?.throwIfAborted();
        await this.#clock.sleep(this.#pause(request, apiFailure(error), attempt, error), signal);
      }
    }
  }

  /** Seconds until the next attempt; throws when there is none. */
  #pause(request: ApiRequest, failed: ApiFailure, attempt: number, cause: unknown): number {
    const verdict = judgeFailure(failed, attempt, this.#clock.now());
    const { name, repository } = request;
    const { message } = failed;
    if (verdict.kind === 'final') throw this.#explain(request, failed, cause);
    if (verdict.kind === 'exhausted')
      throw failure(
        'github-rate-limited',
        { request: name, message, until: verdict.until.toISOString() },
        { cause },
      );
    if (verdict.kind === 'unclear' && !request.repeatable)
      throw failure('github-unconfirmed', { request: name, message, repository }, { cause });
    if (attempt === maxAttempts)
      throw failure('github-unreachable', { request: name, attempts: attempt, message }, { cause });
    return verdict.pause;
  }

  #explain(request: ApiRequest, { status, message }: ApiFailure, cause: unknown): Error {
    const { name, repository, permission } = request;
    const { description, remedy } = tokenKind(this.#token);
    const kind = { 'token-kind': description };
    if (status === 401) return failure('github-token-invalid', kind, { cause });
    if (status === 403)
      return failure(
        'github-token-lacks-permission',
        { ...kind, request: name, message, repository, permission, remedy: remedy(permission) },
        { cause },
      );
    if (status === 404)
      return failure('github-repository-not-found', { ...kind, repository, permission }, { cause });
    return failure('github-request-refused', { status, request: name, message }, { cause });
  }
}

interface OctokitError {
  readonly status?: number;
  readonly message?: string;
  readonly cause?: { readonly cause?: { readonly code?: string } };
  readonly response?: {
    readonly headers?: ApiFailure['headers'];
    readonly data?: { readonly message?: unknown } | null;
  };
}

/** What an error of Octokit's says; it gives the status 500 also to a request without an answer. */
export function apiFailure(error: unknown): ApiFailure {
  const { status = 0, message, cause, response } = error as OctokitError;
  const said = response?.data?.message;
  return {
    status: response === undefined ? 0 : status,
    message: oneLine(typeof said === 'string' ? said : (message ?? String(error))),
    headers: response?.headers ?? {},
    neverArrived: /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED)$/.test(cause?.cause?.code ?? ''),
  };
}
