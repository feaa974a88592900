import { byAction } from './action-deployments.js';
import { deployKind, testClusters } from './deploy-tools.js';
import { serverDeploy, type DeployStep } from './deployment.js';
import { actionOf } from './image-builds.js';
import { envOf } from './known-values.js';
import type { Job, WorkflowStep, Workflow } from './model.js';
import { byScript } from './script-deployments.js';
import { effective } from './shell-commands.js';

/**
 * What of each job of a workflow deploys. Clusters of a job's own, and what the workflow takes down again, are for
 * tests.
 */
export function deploymentsIn(
  workflow: Workflow,
): readonly (readonly [Job, readonly DeployStep[]])[] {
  const takenDown = isTakenDown(workflow);
  return workflow.jobs.map((job) => [job, takenDown ? [] : deploymentsOf(workflow, job)]);
}

function deploymentsOf(workflow: Workflow, job: Job): readonly DeployStep[] {
  const isTest = job.steps.some((step) =>
    testClusters.test(`${actionOf(step)}\n${effective(step.run?.text ?? '')}`),
  );
  if (isTest) return [];
  const called = byCall(workflow, job);
  if (called !== undefined) return [called];
  return job.steps.flatMap((step) => {
    const env = envOf(workflow, job, step);
    const found = byAction(step, env) ?? byScript(step, workflow, job, env);
    return found === undefined ? [] : [{ ...found, step }];
  });
}

function isTakenDown({ jobs }: Workflow): boolean {
  const unconditional = (condition: string | undefined): boolean =>
    condition === undefined || /\balways\s*\(/.test(condition);
  return jobs.some(
    ({ steps, condition }) =>
      unconditional(condition?.text) &&
      steps.some(
        (step) =>
          unconditional(step.condition?.text) &&
          /\b(?:terraform|tofu|terragrunt|pulumi)\s[^\n]*\bdestroy\b/.test(
            effective(step.run?.text ?? ''),
          ),
      ),
  );
}

// A workflow of another repository, by its name.
function byCall(workflow: Workflow, job: Job): DeployStep | undefined {
  const uses = job.uses?.text ?? '';
  const name = /^[\w.-]+\/[\w.-]+\/.*?([\w.-]+)\.ya?ml@/.exec(uses)?.[1];
  const meant = [name, job.id].some((text) => deployKind(`called/${text ?? ''}`) === 'server');
  if (name === undefined || !meant || deployKind(`called/${name}`) === 'site') return undefined;
  const step: WorkflowStep = {
    file: workflow.path,
    inAction: false,
    at: job.at,
    name: job.name,
    uses: job.uses,
    run: undefined,
    condition: undefined,
    inputs: job.inputs,
    env: new Map(),
  };
  return { ...serverDeploy, image: 'perhaps', tool: uses.split('@')[0] ?? '', step };
}
