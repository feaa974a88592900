import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asText, evaluate, evaluateTexts, isTrue, type Plain, type Scope } from './deferred.js';
import { Mask } from './mask.js';
import { playStep, type StepOutcome } from './play-step.js';
import type { Conclusion, JobReport, RunRequest, StepState } from './run-request.js';
import { StepLog } from './step-log.js';
import type { Workflow, WorkflowJob } from './workflow.js';
import type { JobState } from './job-state.js';

export interface JobPlay {
  readonly job: WorkflowJob;
  readonly workflow: Workflow;
  readonly request: RunRequest;
  readonly contexts: Readonly<Record<string, Plain>>;
  readonly node: string;
  readonly folder: string;
}

/** Plays one job: its steps in order, then their `post` steps in reverse order. */
export async function playJob({
  job,
  workflow,
  request,
  contexts,
  node,
  folder,
}: JobPlay): Promise<JobReport> {
  const environment = environmentOf(job, { contexts });
  const jobName = asText(evaluateBeforeSteps(job.name, { contexts })) || job.id;
  const settings = request.environments[environment?.name ?? ''];
  const secrets = { ...request.secrets, ...settings?.secrets };
  const variables = { ...request.variables, ...settings?.variables };
  const changed = (status: 'waiting' | 'in_progress', steps: readonly StepState[]): void => {
    request.hooks.jobChanged({ id: job.id, name: jobName, status, conclusion: null, steps });
  };
  const mask = new Mask();
  if (environment !== undefined && (settings?.reviewers ?? []).length > 0) {
    changed('waiting', []);
    if (!(await request.hooks.awaitApproval(environment.name)))
      return report(job.id, jobName, 'failure', [], new StepLog(mask, undefined), '', {});
  }
  for (const secret of Object.values(secrets)) mask.add(secret);
  const token = request.hooks.jobToken(permissionsOf(job, workflow, { contexts }));
  mask.add(token);

  const cancel = new AbortController();
  const signal = AbortSignal.any([request.signal, cancel.signal]);
  const leave = await enterConcurrency(
    job,
    request,
    { contexts: { ...contexts, vars: variables } },
    () => {
      cancel.abort();
    },
  );
  if (leave === undefined) {
    request.hooks.revokeToken(token);
    return report(job.id, jobName, 'cancelled', [], new StepLog(mask, undefined), '', {});
  }
  const github = { ...(contexts.github as Record<string, Plain>), token, job: job.id };
  const jobContexts = {
    ...contexts,
    github,
    vars: variables,
    secrets: { ...secrets, GITHUB_TOKEN: token },
  };
  const workspace = join(folder, 'workspace');
  const temp = join(folder, 'temp');
  for (const place of [workspace, temp]) mkdirSync(place, { recursive: true });
  writeFileSync(join(temp, 'event.json'), JSON.stringify(request.event.payload));
  const state: JobState = {
    request,
    node,
    workspace,
    temp,
    log: new StepLog(mask, undefined),
    mask,
    signal,
    env: {},
    path: [],
    summaries: [],
    steps: {},
    status: 'success',
    scope: () => ({
      contexts: {
        ...jobContexts,
        github: { ...github, workspace },
        env: state.env,
        steps: state.steps,
        job: { status: state.status },
        runner: { os: 'Linux', arch: 'X64', temp, tool_cache: join(temp, 'tools'), debug: '' },
      },
      status: { job: state.status },
    }),
  };
  Object.assign(state.env, evaluateTexts(workflow.env, state.scope()));
  Object.assign(state.env, evaluateTexts(job.env, state.scope()));
  if (environment !== undefined) request.hooks.environmentUsed(environment.name, environment.url);
  const timer = limitTime(job, state, () => {
    cancel.abort();
  });

  const done: StepState[] = [];
  const outcomes: StepOutcome[] = [];
  changed('in_progress', []);
  for (const [index, step] of job.steps.entries()) {
    if (signal.aborted) state.status = 'cancelled';
    const name = asText(evaluate(step.name, state.scope())) || step.uses || `step ${index + 1}`;
    if (!isTrue(step.condition, state.scope())) {
      state.steps[step.id] = { outcome: 'skipped', conclusion: 'skipped', outputs: {} };
      done.push({ name, conclusion: 'skipped' });
      continue;
    }
    const outcome = await playStep(step, name, `${index}`, state);
    outcomes.push(outcome);
    done.push({ name, conclusion: outcome.conclusion });
    changed('in_progress', [...done]);
  }
  for (const { post, name } of outcomes.reverse()) {
    if (post === undefined) continue;
    const conclusion = await post();
    if (conclusion !== undefined) done.push({ name: `Post ${name}`, conclusion });
  }
  clearTimeout(timer);
  const outputs = jobOutputs(job, state);
  leave();
  request.hooks.revokeToken(token);
  return report(
    job.id,
    jobName,
    state.status,
    done,
    state.log,
    state.summaries.join('\n'),
    outputs,
  );
}

function report(
  id: string,
  name: string,
  conclusion: Conclusion,
  steps: readonly StepState[],
  log: StepLog,
  summary: string,
  outputs: Readonly<Record<string, string>>,
): JobReport {
  return {
    id,
    name,
    status: 'completed',
    conclusion,
    steps,
    log: log.text,
    summary,
    annotations: log.annotations,
    outputs,
  };
}

function environmentOf(job: WorkflowJob, scope: Scope): { name: string; url: string } | undefined {
  const value = evaluateBeforeSteps(job.environment, scope);
  if (value === null) return undefined;
  if (typeof value !== 'object') return { name: asText(value), url: '' };
  const { name = null, url = null } = value as Record<string, Plain>;
  return { name: asText(name), url: asText(url) };
}

// An environment's URL may name steps that have not run; GitHub evaluates it at the end.
function evaluateBeforeSteps(deferred: WorkflowJob['environment'], { contexts }: Scope): Plain {
  return evaluate(deferred, { contexts: { ...contexts, steps: {}, env: {}, job: {}, runner: {} } });
}

/** What GitHub grants when nothing is declared, with restricted default permissions. */
const defaultPermissions = { contents: 'read', packages: 'read' };

function permissionsOf(job: WorkflowJob, workflow: Workflow, scope: Scope): Record<string, string> {
  const declared = job.permissions ?? workflow.permissions;
  if (declared === undefined) return defaultPermissions;
  const value = evaluate(declared, scope);
  if (value === 'write-all' || value === 'read-all')
    return { all: value === 'write-all' ? 'write' : 'read' };
  return evaluateTexts(declared, scope);
}

async function enterConcurrency(
  job: WorkflowJob,
  { hooks }: RunRequest,
  scope: Scope,
  cancel: () => void,
): Promise<(() => void) | undefined> {
  if (job.concurrency === undefined) return () => undefined;
  const value = evaluate(job.concurrency, scope);
  const setting =
    typeof value === 'object' && value !== null
      ? (value as Record<string, Plain>)
      : { group: value };
  return hooks.enterConcurrency(
    asText(setting.group ?? null),
    setting['cancel-in-progress'] === true,
    cancel,
  );
}

function limitTime(job: WorkflowJob, state: JobState, cancel: () => void): NodeJS.Timeout {
  // Six hours: https://docs.github.com/actions/reference/limits
  const minutes = Number(evaluate(job.timeoutMinutes, state.scope()) ?? 360);
  return setTimeout(cancel, minutes * 60_000);
}

// GitHub drops an output that holds a secret, and says so.
function jobOutputs(job: WorkflowJob, state: JobState): Record<string, string> {
  const outputs = Object.entries(evaluateTexts(job.outputs, state.scope()));
  return Object.fromEntries(
    outputs.filter(([name, value]) => {
      if (!state.mask.hides(value)) return true;
      state.log.write(`##[warning]Skip output '${name}' since it may contain secret.`);
      return false;
    }),
  );
}
