import type { Position } from '../workflow-reader.js';
import { deploymentsIn } from './deployments.js';
import type { DeployStep } from './deployment.js';
import type { Dispatch } from './dispatch.js';
import { dispatchesOf } from './dispatches.js';
import { imageBuildsOf, type ImageBuild } from './image-builds.js';
import { filterOf, triggerOf, type Job, type Workflow } from './model.js';
import { names, type RepositoryFacts } from './occasion.js';
import { refsOf } from './refs.js';
import type { WorkflowReport } from './report.js';
import { ruleCatalogue, type RuleName } from './rule-catalogue.js';
import { calledPath, jobsOfRun, type RunJob } from './run-jobs.js';

/** All workflows of a checkout, and what was found out about them. */
export interface Chain {
  readonly workflows: readonly Workflow[];
  readonly repository: RepositoryFacts;
  /** The branches and tags that are tried, as full refs. */
  readonly refs: readonly string[];
  readonly dispatches: readonly Dispatch[];
  /** The workflows that each dispatch starts. */
  readonly listeners: ReadonlyMap<Dispatch, readonly Workflow[]>;
  /** The workflows whose runs' end starts each one. */
  readonly upstreams: ReadonlyMap<Workflow, readonly Workflow[]>;
  readonly builds: ReadonlyMap<Job, readonly ImageBuild[]>;
  readonly deployments: ReadonlyMap<Job, readonly DeployStep[]>;
  /** The jobs of each workflow that can start by itself (or that nobody here calls). */
  readonly runs: ReadonlyMap<Workflow, readonly RunJob[]>;
}

/** One rule: what is wrong with the chain. */
export type ChainRule = (chain: Chain) => readonly WorkflowReport[];

/** Looks at the workflows together. */
export function chainOf(workflows: readonly Workflow[], repository: RepositoryFacts): Chain {
  const jobs = workflows.flatMap((workflow) => workflow.jobs.map((job) => ({ workflow, job })));
  const called = new Set(jobs.map(({ job }) => calledPath(job)));
  const roots = workflows.filter(
    ({ path, triggers }) =>
      !called.has(path) || triggers.some(({ event }) => event !== 'workflow_call'),
  );
  const dispatches = workflows.flatMap((workflow) => dispatchesOf(workflow, repository.repository));
  return {
    workflows,
    repository,
    refs: refsOf(workflows, repository.defaultBranch),
    dispatches,
    listeners: new Map(dispatches.map((sent) => [sent, findListeners(sent, workflows)])),
    upstreams: new Map(workflows.map((workflow) => [workflow, findUpstreams(workflow, workflows)])),
    builds: new Map(jobs.map(({ workflow, job }) => [job, imageBuildsOf(workflow, job)])),
    deployments: new Map(workflows.flatMap(deploymentsIn)),
    runs: new Map(roots.map((workflow) => [workflow, jobsOfRun(workflow, workflows)])),
  };
}

/** The workflows that a dispatch starts. */
export function workflowsStartedBy(dispatch: Dispatch, { listeners }: Chain): readonly Workflow[] {
  return listeners.get(dispatch) ?? [];
}

/** The workflows whose runs' end starts this one. */
export function upstreamsOf(workflow: Workflow, { upstreams }: Chain): readonly Workflow[] {
  return upstreams.get(workflow) ?? [];
}

function findListeners(
  { repository, target, kind }: Dispatch,
  workflows: readonly Workflow[],
): readonly Workflow[] {
  if (repository !== 'here' || target === undefined) return [];
  if (kind === 'workflow_dispatch')
    return workflows.filter(
      (workflow) =>
        isNamed(workflow, target) && triggerOf(workflow, 'workflow_dispatch') !== undefined,
    );
  return workflows.filter((workflow) => {
    const trigger = triggerOf(workflow, 'repository_dispatch');
    if (trigger === undefined) return false;
    const types = filterOf(trigger, 'types');
    return types === undefined || types.includes(target);
  });
}

function findUpstreams(workflow: Workflow, workflows: readonly Workflow[]): readonly Workflow[] {
  const trigger = triggerOf(workflow, 'workflow_run');
  return trigger === undefined ? [] : workflows.filter(({ name }) => names(trigger, name));
}

/** Whether `deploy.yml`, a path or a name means the workflow. */
export function isNamed({ path, name }: Workflow, target: string): boolean {
  return path === target || path.endsWith(`/${target}`) || name === target;
}

/** The dispatches of a run of the workflow, those of called workflows included. */
export function dispatchesOfRun(workflow: Workflow, chain: Chain): readonly Dispatch[] {
  const jobs = new Set((chain.runs.get(workflow) ?? []).map(({ job }) => job));
  return chain.dispatches.filter(({ job }) => jobs.has(job));
}

/** A report of a rule at a place of a file. */
export function reportOf(
  rule: RuleName,
  file: string,
  { line, column }: Position,
  message: string,
  fix: string,
): WorkflowReport {
  return {
    rule,
    verdict: ruleCatalogue[rule].verdict,
    place: { file, line, column },
    message,
    fix,
  };
}

/** The file's name without its folder, for messages. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
