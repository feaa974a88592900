import { baseName, reportOf, type Chain } from '../chain.js';
import { expressionsIn } from '../expression-text.js';
import { triggerOf, type Job, type Workflow } from '../model.js';
import type { WorkflowReport } from '../report.js';
import { calledPath } from '../run-jobs.js';
import { positionIn, scalarsOf } from '../source.js';
import type { SourceScalar } from '../../workflow-reader.js';

/** Secrets that a called workflow does not get. */
export function secretUndeclared({ workflows }: Chain): readonly WorkflowReport[] {
  const calls = workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) => {
      const called = workflows.find(({ path }) => path === calledPath(job));
      return called === undefined ? [] : [{ workflow, job, called }];
    }),
  );
  return [
    ...calls.flatMap(({ workflow, job, called }) => notHandedOn(workflow, job, called)),
    ...workflows.flatMap((called) => {
      const without = calls.find((call) => call.called === called && call.job.secrets !== 'all');
      return without === undefined ? [] : undeclared(called, without.workflow);
    }),
  ];
}

function notHandedOn(workflow: Workflow, job: Job, called: Workflow): readonly WorkflowReport[] {
  if (job.secrets === 'all' || job.uses === undefined) return [];
  const handed = job.secrets.map(({ name }) => name.toLowerCase());
  const declared = triggerOf(called, 'workflow_call')?.secrets ?? [];
  const place = job.uses.at;
  const missing = declared.filter(
    ({ name, required }) => required && !handed.includes(name.toLowerCase()),
  );
  const unknown = job.secrets.filter(({ name }) =>
    declared.every((each) => each.name.toLowerCase() !== name.toLowerCase()),
  );
  return [
    ...missing.map(({ name }) =>
      reportOf(
        'secret-undeclared',
        workflow.path,
        place,
        `${baseName(called.path)} requires the secret \`${name}\`, which the job \`${job.id}\` does not hand on: GitHub refuses the workflow.`,
        `In the job \`${job.id}\`:\n    secrets:\n      ${name}: \${{ secrets.${name} }}`,
      ),
    ),
    ...unknown.map(({ name, at }) =>
      reportOf(
        'secret-undeclared',
        workflow.path,
        at,
        `${baseName(called.path)} does not declare the secret \`${name}\`: GitHub refuses the workflow.`,
        declaration(called, name),
      ),
    ),
  ];
}

function undeclared(called: Workflow, caller: Workflow): readonly WorkflowReport[] {
  const declared =
    triggerOf(called, 'workflow_call')?.secrets.map(({ name }) => name.toLowerCase()) ?? [];
  const seen = new Set(['github_token', ...declared]);
  // A job with an environment gets that one's secrets by itself.
  const without = called.jobs.filter(({ environment }) => environment === undefined);
  const shared = without.length === called.jobs.length ? [...called.env.values()] : [];
  return [...shared, ...without.flatMap(scalarsOfJob)]
    .flatMap((scalar) =>
      expressionsIn(scalar.text).flatMap(({ text, offset }) =>
        [...text.matchAll(/\bsecrets(?:\.|\[\s*')([\w-]+)/gi)].map(([, name = '']) => ({
          name,
          at: positionIn(scalar, offset),
        })),
      ),
    )
    .filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()).size > 0)
    .map(({ name, at }) =>
      reportOf(
        'secret-undeclared',
        called.path,
        at,
        `\`secrets.${name}\` is empty when ${baseName(caller.path)} calls this workflow: it is not declared under \`workflow_call\`, and the call has no \`secrets: inherit\`.`,
        `${declaration(called, name)}\nand in the job of ${caller.path} that calls it:\n    secrets:\n      ${name}: \${{ secrets.${name} }}`,
      ),
    );
}

function declaration({ path }: Workflow, name: string): string {
  return `In ${path}:\non:\n  workflow_call:\n    secrets:\n      ${name}:\n        required: true`;
}

function scalarsOfJob(job: Job): readonly SourceScalar[] {
  return [
    ...job.containers,
    ...job.env.values(),
    ...job.inputs.values(),
    ...(job.secrets === 'all' ? [] : job.secrets).flatMap(({ value }) => scalarsOf(value)),
    ...job.steps.flatMap(({ inputs, env, run }) => [
      ...inputs.values(),
      ...env.values(),
      ...(run === undefined ? [] : [run]),
    ]),
  ];
}
