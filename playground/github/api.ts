import type { IncomingMessage } from 'node:http';
import { apiJob, apiRun, type ApiPlace } from './api-objects.js';
import type { EventEngine } from './event-engine.js';
import type { GitHubDescription, Operation } from './openapi.js';
import type { PlaygroundRepository } from './playground-repository.js';
import { refusal, type Tokens } from './tokens.js';
import { parseWorkflowFile } from '../runner/workflow.js';

export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiOptions {
  readonly tokens: Tokens;
  readonly engine: EventEngine;
  readonly repositories: ReadonlyMap<string, PlaygroundRepository>;
  readonly description: GitHubDescription;
  readonly place: ApiPlace;
}

interface Call {
  readonly repository: PlaygroundRepository;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly version: string;
}

interface Endpoint {
  readonly permission: string;
  readonly level: 'read' | 'write';
  answer(call: Call): ApiAnswer | Promise<ApiAnswer>;
}

/** Answers the endpoints that deploy-kit uses; a call of any other is recorded as a violation. */
export class Api {
  readonly violations: string[] = [];
  readonly #options: ApiOptions;
  readonly #endpoints: Readonly<Record<string, Endpoint>>;

  constructor(options: ApiOptions) {
    this.#options = options;
    const repo = '/repos/{owner}/{repo}';
    this.#endpoints = {
      [`POST ${repo}/dispatches`]: {
        permission: 'contents',
        level: 'write',
        answer: (call) => this.#dispatch(call),
      },
      [`GET ${repo}/contents/{path}`]: {
        permission: 'contents',
        level: 'read',
        answer: (call) => this.#contents(call),
      },
      [`POST ${repo}/actions/workflows/{workflow_id}/dispatches`]: {
        permission: 'actions',
        level: 'write',
        answer: (call) => this.#workflowDispatch(call),
      },
      [`GET ${repo}/actions/runs`]: {
        permission: 'actions',
        level: 'read',
        answer: (call) => this.#runs(call),
      },
      [`GET ${repo}/actions/runs/{run_id}`]: {
        permission: 'actions',
        level: 'read',
        answer: (call) => this.#run(call),
      },
      [`GET ${repo}/actions/runs/{run_id}/jobs`]: {
        permission: 'actions',
        level: 'read',
        answer: (call) => this.#jobs(call),
      },
      [`POST ${repo}/actions/runs/{run_id}/cancel`]: {
        permission: 'actions',
        level: 'write',
        answer: (call) => this.#cancel(call),
      },
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
    const problem = this.#options.description.answerProblem(
      method,
      operation,
      answer.status,
      answer.body,
    );
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
    return endpoint.answer({ repository, parameters: operation.parameters, query, body, version });
  }

  async #dispatch({ repository, body }: Call): Promise<ApiAnswer> {
    const { git } = repository;
    const sha = await git.resolve(git.defaultBranch);
    const type = String(body.event_type);
    await this.#options.engine.happen(
      repository,
      { name: 'repository_dispatch', type },
      {
        ref: `refs/heads/${git.defaultBranch}`,
        sha,
        actor: 'github-actions[bot]',
        payload: {
          action: type,
          branch: git.defaultBranch,
          client_payload: body.client_payload ?? {},
          repository: { full_name: repository.name },
        },
      },
    );
    return { status: 204 };
  }

  async #workflowDispatch({ repository, parameters, body, version }: Call): Promise<ApiAnswer> {
    const branch = String(body.ref).replace(/^refs\/heads\//, '');
    if (!(await repository.git.has(branch)))
      return { status: 422, body: { message: `No ref found for: ${branch}` } };
    const sha = await repository.git.resolve(branch);
    const path = `.github/workflows/${parameters.workflow_id ?? ''}`;
    const source = await repository.git.show(sha, path);
    if (source === undefined) return { status: 404, body: { message: 'Not Found' } };
    const workflow = await parseWorkflowFile(path, source);
    const trigger = workflow.events.workflow_dispatch as
      { inputs?: Record<string, { required?: boolean; default?: unknown }> } | undefined;
    if (trigger === undefined)
      return {
        status: 422,
        body: { message: "Workflow does not have 'workflow_dispatch' trigger" },
      };
    const given = (body.inputs ?? {}) as Record<string, unknown>;
    const unexpected = Object.keys(given).filter((key) => trigger.inputs?.[key] === undefined);
    if (unexpected.length > 0)
      return {
        status: 422,
        body: { message: `Unexpected inputs provided: ${JSON.stringify(unexpected)}` },
      };
    const inputs = Object.fromEntries(
      Object.entries(trigger.inputs ?? {}).map(([key, { default: usual }]) => [
        key,
        given[key] ?? usual ?? '',
      ]),
    );
    const run = await this.#options.engine.start(
      repository,
      workflow,
      source,
      'workflow_dispatch',
      {
        ref: `refs/heads/${branch}`,
        sha,
        actor: 'ada',
        payload: {
          inputs,
          ref: `refs/heads/${branch}`,
          repository: { full_name: repository.name },
        },
      },
    );
    if (version < '2026-03-10' && body.return_run_details !== true) return { status: 204 };
    const url = `/repos/${repository.name}/actions/runs/${run.id}`;
    const { apiUrl, serverUrl } = this.#options.place;
    return {
      status: 200,
      body: {
        workflow_run_id: run.id,
        run_url: `${apiUrl}${url}`,
        html_url: `${serverUrl}/${repository.name}/actions/runs/${run.id}`,
      },
    };
  }

  #runs({ repository, query }: Call): ApiAnswer {
    const since = /^>=(.+)$/.exec(query.get('created') ?? '')?.[1];
    const runs = this.#options.engine.runs
      .filter((run) => run.repository === repository.name)
      .filter((run) => !query.has('event') || run.event === query.get('event'))
      .filter(
        (run) =>
          !query.has('status') ||
          run.status === query.get('status') ||
          run.conclusion === query.get('status'),
      )
      .filter((run) => since === undefined || run.createdAt >= since)
      .reverse()
      .slice(0, Number(query.get('per_page') ?? 30));
    return {
      status: 200,
      body: {
        total_count: runs.length,
        workflow_runs: runs.map((run) => apiRun(run, this.#options.place)),
      },
    };
  }

  #run(call: Call): ApiAnswer {
    const run = this.#find(call);
    return run === undefined
      ? { status: 404, body: { message: 'Not Found' } }
      : { status: 200, body: apiRun(run, this.#options.place) };
  }

  #jobs(call: Call): ApiAnswer {
    const run = this.#find(call);
    if (run === undefined) return { status: 404, body: { message: 'Not Found' } };
    const jobs = [...run.jobs.values()].map((job) => apiJob(run, job, this.#options.place));
    return { status: 200, body: { total_count: jobs.length, jobs } };
  }

  #cancel(call: Call): ApiAnswer {
    const run = this.#find(call);
    if (run === undefined) return { status: 404, body: { message: 'Not Found' } };
    if (run.status === 'completed')
      return { status: 409, body: { message: 'Cannot cancel a workflow run that is completed.' } };
    run.cancel.abort();
    return { status: 202, body: {} };
  }

  #find({ repository, parameters }: Call): EventEngine['runs'][number] | undefined {
    return this.#options.engine.runs.find(
      (run) => run.repository === repository.name && String(run.id) === parameters.run_id,
    );
  }

  async #contents({ repository, parameters, query }: Call): Promise<ApiAnswer> {
    const path = decodeURIComponent(parameters.path ?? '');
    const text = await repository.git.show(query.get('ref') ?? repository.git.defaultBranch, path);
    if (text === undefined) return { status: 404, body: { message: 'Not Found' } };
    const url = `${this.#options.place.apiUrl}/repos/${repository.name}/contents/${path}`;
    const links = { self: url, git: null, html: null };
    return {
      status: 200,
      body: {
        type: 'file',
        encoding: 'base64',
        size: Buffer.byteLength(text),
        name: path.split('/').at(-1),
        path,
        content: Buffer.from(text).toString('base64'),
        sha: await repository.git.resolve(repository.git.defaultBranch),
        url,
        git_url: null,
        html_url: null,
        download_url: null,
        _links: links,
      },
    };
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
