import { basename } from 'node:path';
import type { RunHooks, RunRequest } from '../runner/run-request.js';
import { displayTitle, playRun } from '../runner/play-run.js';
import { parseWorkflowFile, type Workflow } from '../runner/workflow.js';
import { ConcurrencyGroups } from './concurrency.js';
import { asText, evaluate, type Plain } from '../runner/deferred.js';
import type { PlaygroundRepository } from './playground-repository.js';
import type { Run } from './run.js';
import type { Tokens } from './tokens.js';
import { listens, type Happening } from './triggers.js';
import { runContexts } from '../runner/play-run.js';

export interface EngineOptions {
  readonly tokens: Tokens;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly actions: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

interface StartOptions {
  readonly ref: string;
  readonly sha: string;
  readonly actor: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Turns events into runs and has them played. */
export class EventEngine {
  readonly runs: Run[] = [];
  readonly #options: EngineOptions;
  readonly #groups = new ConcurrencyGroups();
  #nextId = 4_200_000_000;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** Starts every workflow that listens; the workflows are those of the event's commit. */
  async happen(
    repository: PlaygroundRepository,
    happening: Happening,
    options: StartOptions,
  ): Promise<readonly Run[]> {
    const started: Run[] = [];
    for (const { path, source } of await repository.git.workflows(options.sha)) {
      if (repository.disabledWorkflows.has(basename(path))) continue;
      const workflow = await parseWorkflowFile(path, source);
      if (listens(workflow.events, happening))
        started.push(await this.start(repository, workflow, source, happening.name, options));
    }
    return started;
  }

  /** Starts one workflow. */
  async start(
    repository: PlaygroundRepository,
    workflow: Workflow,
    source: string,
    event: string,
    options: StartOptions,
  ): Promise<Run> {
    const id = this.#nextId++;
    const number =
      this.runs.filter(
        (run) => run.workflowPath === workflow.path && run.repository === repository.name,
      ).length + 1;
    const commit = await repository.git.commitFacts(options.sha);
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const cancel = new AbortController();
    const processes = new Map<string, number>();
    const jobs: Run['jobs'] = new Map();
    const approvals: Run['approvals'] = new Map();
    const artifacts: Run['artifacts'] = [];
    const now = new Date().toISOString();
    const request: RunRequest = {
      repository: repository.name,
      workflowPath: workflow.path,
      workflowSource: source,
      cloneUrl: repository.git.folder,
      event: { name: event, payload: options.payload },
      ref: options.ref,
      sha: options.sha,
      actor: options.actor,
      runId: id,
      runNumber: number,
      serverUrl: this.#options.serverUrl,
      apiUrl: this.#options.apiUrl,
      secrets: repository.secrets,
      variables: repository.variables,
      environments: repository.environments,
      actions: this.#options.actions,
      env: this.#options.env,
      hooks: this.#hooks(repository, () => run),
      signal: cancel.signal,
    };
    const run: Run = {
      id,
      number,
      repository: repository.name,
      workflowPath: workflow.path,
      workflowName: workflow.name,
      title: displayTitle(workflow, request, commit.message.split('\n')[0] ?? workflow.name),
      event,
      ref: options.ref,
      sha: options.sha,
      actor: options.actor,
      commit,
      createdAt: now,
      updatedAt: now,
      status: 'queued',
      conclusion: null,
      jobs,
      report: undefined,
      error: undefined,
      cancel,
      approvals,
      artifacts,
      processes,
      finished,
    };
    this.runs.push(run);
    void this.#play(run, workflow, request).finally(finish);
    return run;
  }

  async #play(run: Run, workflow: Workflow, request: RunRequest): Promise<void> {
    try {
      const leave = await this.#enter(workflow, request, run);
      if (leave === undefined) {
        run.conclusion = 'cancelled';
        return;
      }
      run.status = 'in_progress';
      run.report = await playRun(request).finally(leave);
      run.conclusion = run.report.conclusion;
    } catch (error) {
      run.error = error instanceof Error ? error.message : String(error);
      run.conclusion = 'failure';
    } finally {
      run.status = 'completed';
      run.updatedAt = new Date().toISOString();
    }
  }

  async #enter(
    workflow: Workflow,
    request: RunRequest,
    run: Run,
  ): Promise<(() => void) | undefined> {
    if (workflow.concurrency === undefined) return () => undefined;
    const value = evaluate(workflow.concurrency, {
      contexts: runContexts(request, workflow.name, {}),
    });
    const setting =
      typeof value === 'object' && value !== null
        ? (value as Record<string, Plain>)
        : { group: value };
    const group = `${request.repository} ${asText(setting.group ?? null)}`;
    return this.#groups.enter(group, setting['cancel-in-progress'] === true, () => {
      run.cancel.abort();
    });
  }

  #hooks(repository: PlaygroundRepository, run: () => Run): RunHooks {
    const { tokens } = this.#options;
    return {
      jobToken: (permissions) =>
        tokens.create({ kind: 'job', repository: repository.name, permissions }),
      revokeToken: (token) => {
        tokens.revoke(token);
      },
      enterConcurrency: (group, cancelInProgress, cancel) =>
        this.#groups.enter(`${repository.name} ${group}`, cancelInProgress, cancel),
      environmentUsed: (name, url) => {
        repository.deployments.push({ environment: name, url });
      },
      awaitApproval: (environment) => awaitApproval(run(), environment),
      artifactUploaded: (name, zip) => {
        run().artifacts.push({ id: this.#nextId++, name, zip });
      },
      jobChanged: (job) => {
        run().jobs.set(job.id, job);
      },
      processStarted: (step, pid) => {
        run().processes.set(step, pid);
      },
    };
  }
}

// While one job waits for its reviewers and no other is done with it, GitHub shows the run as waiting.
function awaitApproval(run: Run, environment: string): Promise<boolean> {
  return new Promise((resolve) => {
    const decide = (approved: boolean): void => {
      run.approvals.delete(environment);
      if (run.approvals.size === 0 && run.status === 'waiting') run.status = 'in_progress';
      resolve(approved);
    };
    run.status = 'waiting';
    run.approvals.set(environment, decide);
    run.cancel.signal.addEventListener('abort', () => {
      decide(false);
    });
  });
}
