import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from './api.js';
import { startBlobStore } from './blob-store.js';
import type { ApiAnswer } from './endpoint.js';
import { EventEngine } from './event-engine.js';
import { GitRepository, type Files } from './git-repository.js';
import { GitHubDescription } from './openapi.js';
import type { PlaygroundRepository } from './playground-repository.js';
import type { Run } from './run.js';
import { Tokens } from './tokens.js';

export interface GitHubOptions {
  /** `org/deploy-kit` → the folder with its actions. */
  readonly actions: Readonly<Record<string, string>>;
  /** For the jobs: PATH, DOCKER_HOST. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** An answer that is given instead of the real one. */
export interface InjectedFailure {
  /** Of the method and path: `POST /repos/acme/api/dispatches`. */
  readonly request: RegExp;
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request is carried out all the same: only its answer is lost. */
  readonly carriedOut?: boolean;
  times: number;
}

/** The part of GitHub that deploy-kit meets: its API, its events, its runs. */
export class GitHub {
  readonly url: string;
  readonly tokens: Tokens;
  /** Requests and answers that differ from GitHub's own description; a test fails on any. */
  readonly violations: readonly string[];
  readonly requests: LoggedRequest[] = [];
  readonly failures: InjectedFailure[] = [];
  readonly #engine: EventEngine;
  readonly #repositories: Map<string, PlaygroundRepository>;
  readonly #close: () => void;

  private constructor(
    url: string,
    tokens: Tokens,
    api: Api,
    engine: EventEngine,
    repositories: Map<string, PlaygroundRepository>,
    close: () => void,
  ) {
    this.url = url;
    this.tokens = tokens;
    this.violations = api.violations;
    this.#engine = engine;
    this.#repositories = repositories;
    this.#close = close;
  }

  static async start({ actions, env = {} }: GitHubOptions): Promise<GitHub> {
    const tokens = new Tokens();
    const repositories = new Map<string, PlaygroundRepository>();
    let serve: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
    const server = createServer((request, response) => {
      serve(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const engine = new EventEngine({
      tokens,
      apiUrl: url,
      serverUrl: 'https://github.example',
      actions,
      env,
    });
    const blobs = await startBlobStore(
      (id) =>
        engine.runs.flatMap(({ artifacts }) => artifacts).find((one) => String(one.id) === id)?.zip,
    );
    const api = new Api({
      tokens,
      engine,
      repositories,
      description: new GitHubDescription(),
      place: { apiUrl: url, serverUrl: 'https://github.example' },
      blobUrl: blobs.url,
    });
    const github = new GitHub(url, tokens, api, engine, repositories, () => {
      blobs.close();
      server.closeAllConnections();
      server.close();
    });
    serve = (request, response) => {
      void github.#answer(api, request).then(({ status, body, headers }) => {
        github.requests.push({ method: request.method ?? '', path: request.url ?? '', status });
        response.writeHead(status, {
          'content-type': 'application/json; charset=utf-8',
          ...headers,
        });
        response.end(typeof body === 'string' ? body : JSON.stringify(body ?? undefined));
      });
    };
    return github;
  }

  get runs(): readonly Run[] {
    return this.#engine.runs;
  }

  /** Makes `owner/name` with its first commit; nothing starts by it. */
  async createRepository(name: string, files: Files): Promise<PlaygroundRepository> {
    const git = await GitRepository.create();
    await git.commit(files, 'First commit');
    const repository = {
      name,
      git,
      secrets: {},
      variables: {},
      environments: {},
      shared: { secrets: {}, variables: {} },
      disabledWorkflows: new Set<string>(),
      deployments: [],
      recorded: [],
    };
    this.#repositories.set(name, repository);
    return repository;
  }

  /** A person pushes a commit: what listens to `push` starts. */
  async push(
    repository: PlaygroundRepository,
    files: Files,
    message: string,
    branch = repository.git.defaultBranch,
  ): Promise<{ sha: string; runs: readonly Run[] }> {
    const sha = await repository.git.commit(files, message, branch);
    const ref = `refs/heads/${branch}`;
    const runs = await this.#engine.happen(
      repository,
      { name: 'push', ref },
      {
        ref,
        sha,
        actor: 'ada',
        payload: {
          ref,
          after: sha,
          repository: {
            full_name: repository.name,
            default_branch: repository.git.defaultBranch,
          },
        },
      },
    );
    return { sha, runs };
  }

  /** Waits for the next run of a workflow that nobody waited for yet. */
  async nextRun(workflow: string, seconds = 30): Promise<Run> {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
      const run = this.#engine.runs.find(
        (candidate) =>
          candidate.workflowPath.endsWith(`/${workflow}`) && !this.#seen.has(candidate.id),
      );
      if (run !== undefined) {
        this.#seen.add(run.id);
        return run;
      }
      if (Date.now() > deadline)
        throw new Error(`No run of ${workflow} started within ${seconds} s`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  readonly #seen = new Set<number>();

  stop(): void {
    for (const { git } of this.#repositories.values()) git.remove();
    this.#close();
  }

  async #answer(api: Api, request: IncomingMessage): Promise<ApiAnswer> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const name = `${request.method ?? ''} ${path}`;
    const injected = this.failures.find(
      (failure) => failure.times > 0 && failure.request.test(name),
    );
    const answer = (): Promise<ApiAnswer> =>
      api.answer(request, path, Buffer.concat(chunks).toString('utf8'));
    if (injected === undefined) return answer();
    injected.times -= 1;
    if (injected.carriedOut === true) await answer();
    const { status, message, headers = {} } = injected;
    return { status, body: { message }, headers };
  }
}
