import type { IncomingMessage } from 'node:http';
import { contentEndpoints } from './content-endpoints.js';
import { deploymentEndpoints } from './deployment-endpoints.js';
import type { ApiAnswer, ApiWorld, Endpoint, Endpoints } from './endpoint.js';
import { eventEndpoints } from './event-endpoints.js';
import type { GitHubDescription, Operation } from './openapi.js';
import type { PlaygroundRepository } from './playground-repository.js';
import { refusal, type Tokens } from './tokens.js';
import { runEndpoints } from './run-endpoints.js';
import { settingsEndpoints } from './settings-endpoints.js';

export interface ApiOptions extends ApiWorld {
  readonly tokens: Tokens;
  readonly repositories: ReadonlyMap<string, PlaygroundRepository>;
  readonly description: GitHubDescription;
}

/** Answers the endpoints that deploy-kit uses; a call of any other is recorded as a violation. */
export class Api {
  readonly violations: string[] = [];
  readonly #options: ApiOptions;
  readonly #endpoints: Endpoints;

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#endpoints = {
      ...eventEndpoints(options),
      ...runEndpoints(options),
      ...contentEndpoints(options),
      ...deploymentEndpoints(options),
      ...settingsEndpoints(options),
    };
  }

  async answer(request: IncomingMessage, path: string, text: string): Promise<ApiAnswer> {
    const method = request.method ?? 'GET';
    const operation = this.#options.description.find(method, path);
    const endpoint =
      operation === undefined ? undefined : this.#endpoints[`${method} ${operation.template}`];
    if (operation === undefined || endpoint === undefined) {
      this.violations.push(`${method} ${path} is not served by the playground`);
      return { status: 501, body: { message: `The playground does not serve ${method} ${path}` } };
    }
    const answer = await this.#checked(request, method, operation, endpoint, text);
    // A file's own text (media type `raw`) has no schema.
    const problem =
      typeof answer.body === 'string'
        ? undefined
        : this.#options.description.answerProblem(method, operation, answer.status, answer.body);
    if (problem !== undefined)
      this.violations.push(`${method} ${path} answered ${answer.status}: ${problem}`);
    return answer;
  }

  async #checked(
    request: IncomingMessage,
    method: string,
    operation: Operation,
    endpoint: Endpoint,
    text: string,
  ): Promise<ApiAnswer> {
    const { tokens, repositories, description } = this.#options;
    const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const name = `${operation.parameters.owner ?? ''}/${operation.parameters.repo ?? ''}`;
    const access = tokens.access(token, name, endpoint.permission, endpoint.level);
    if (access === 'bad-credentials') return { status: 401, body: { message: 'Bad credentials' } };
    const repository = repositories.get(name);
    if (access === 'invisible' || repository === undefined)
      return { status: 404, body: { message: 'Not Found' } };
    if (access === 'lacks-permission')
      return { status: 403, body: { message: refusal(tokens.find(token)) } };
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    const wrong = limitProblem(body) ?? description.requestProblem(method, operation, body);
    if (wrong !== undefined) return { status: 422, body: { message: wrong } };
    const query = new URL(request.url ?? '/', 'http://github').searchParams;
    const version = String(request.headers['x-github-api-version'] ?? '2022-11-28');
    const accept = request.headers.accept ?? '';
    return endpoint.answer({
      repository,
      parameters: operation.parameters,
      query,
      body,
      accept,
      version,
    });
  }
}

/** GitHub's own words for what its description says more dryly. */
function limitProblem(body: Readonly<Record<string, unknown>>): string | undefined {
  const payload = body.client_payload;
  if (payload === undefined) return undefined;
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    return 'client_payload is not an object.';
  const keys = Object.keys(payload).length;
  if (keys > 10) return `No more than 10 properties are allowed; ${keys} were supplied.`;
  return JSON.stringify(payload).length > 65_535 ? 'client_payload is too large.' : undefined;
}
