import { baseName, reportOf, type Chain } from '../chain.js';
import { actionOf, untaggedName } from '../image-builds.js';
import { envOf, inputOf, resolve, tokenOwner, type StepEnv } from '../known-values.js';
import type { WorkflowStep } from '../model.js';
import type { WorkflowReport } from '../report.js';
import type { RunJob } from '../run-jobs.js';
import { entriesOf, scalarOf } from '../source.js';
import type { Position, SourceNode } from '../../workflow-reader.js';

/** A permission that a step can't do without. */
interface Need {
  readonly scope: string;
  readonly level: 'read' | 'write';
  readonly for: string;
  readonly at?: Position;
}

/** What deploy-kit's steps, and dispatches with the job's token, need and the job does not have. */
export function permissionMissing(chain: Chain): readonly WorkflowReport[] {
  const seen = new Set<string>();
  return [...chain.runs.values()].flat().flatMap((runJob) =>
    runJob.job.steps.flatMap((step) =>
      needsOf(step, runJob, chain)
        .flatMap((need) => {
          const lacking = lacks(runJob, need);
          return lacking === undefined ? [] : [{ need, lacking }];
        })
        .filter(({ need: { scope }, lacking: { workflow } }) => {
          const key = `${workflow.path} ${step.file}:${step.at.line}:${scope}`;
          return !seen.has(key) && seen.add(key).has(key);
        })
        .map(({ need, lacking }) => missing(need, step, runJob, lacking)),
    ),
  );
}

// It is reported where it must be written: at the step, or at the job that calls the step's workflow.
function missing(need: Need, step: WorkflowStep, runJob: RunJob, lacking: RunJob): WorkflowReport {
  const { job, workflow } = lacking;
  const own = job.permissions !== undefined;
  const called = lacking !== runJob;
  return reportOf(
    'permission-missing',
    called ? workflow.path : step.file,
    (called ? job.uses?.at : (need.at ?? (step.uses ?? step.run)?.at)) ??
      (called ? job.at : step.at),
    called
      ? `${need.for} in the job \`${runJob.job.id}\` of ${baseName(runJob.workflow.path)} needs \`${need.scope}: ${need.level}\`, which the job \`${job.id}\` does not have, and can't hand on.`
      : `${need.for} needs \`${need.scope}: ${need.level}\`, which the job \`${job.id}\` does not have.`,
    `Under \`permissions:\` of ${own ? `the job \`${job.id}\`` : baseName(workflow.path)}:\n  ${need.scope}: ${need.level}`,
  );
}

function needsOf(step: WorkflowStep, { job, workflow }: RunJob, chain: Chain): readonly Need[] {
  const env = envOf(workflow, job, step);
  const sent = chain.dispatches
    .filter((each) => each.step === step && each.repository === 'here' && each.token === 'job')
    .map(({ kind, tool, at }): Need => ({
      ...(step.run === undefined ? {} : { at }),
      scope: kind === 'repository_dispatch' ? 'contents' : 'actions',
      level: 'write',
      for: `${tool} with the job's token`,
    }));
  return [...sent, ...ownNeeds(step, env)];
}

// What the guides of deploy-kit's actions say (actions/*/guide.md).
function ownNeeds(step: WorkflowStep, env: StepEnv): readonly Need[] {
  const action = actionOf(step);
  const name = step.uses?.text.split('@')[0] ?? '';
  const given = (input: string): string | undefined => inputOf(step.inputs, input)?.text;
  const ownToken = tokenOwner(given('github-token') ?? '${{ github.token }}') === 'job';
  const needs: Need[] = [];
  if (action === 'build-and-dispatch' && pushesWithJobToken(step, env))
    needs.push({ scope: 'packages', level: 'write', for: `${name}, which pushes to ghcr.io,` });
  // The job's token is a password at ghcr.io alone.
  const reads = ['wait-for-image', 'deploy-compose', 'deploy-kit', 'preflight'].includes(action);
  if (reads && tokenOwner(given('registry-password')) === 'job')
    needs.push({ scope: 'packages', level: 'read', for: `${name}, which reads ghcr.io,` });
  const asks = /^\s*-?\s*(?:environment|workflow)\s*:/m.test(given('checks') ?? '');
  if (action === 'preflight' && ownToken && asks)
    needs.push({ scope: 'actions', level: 'read', for: `${name}, which looks at \`checks\`,` });
  const waits = given('wait');
  if (
    (action === 'dispatch' || action === 'build-and-dispatch') &&
    ownToken &&
    (waits === 'started' || waits === 'completed')
  )
    needs.push({ scope: 'actions', level: 'read', for: `${name} with \`wait: ${waits}\`` });
  const records = ['deploy-compose', 'deploy-kit', 'rollback'].includes(action);
  if (records && ownToken && given('environment') !== undefined)
    needs.push({ scope: 'deployments', level: 'write', for: `${name} with \`environment\`` });
  return needs;
}

function pushesWithJobToken(step: WorkflowStep, env: StepEnv): boolean {
  const image = untaggedName(resolve(inputOf(step.inputs, 'image')?.text ?? '', env));
  const password = inputOf(step.inputs, 'registry-password')?.text;
  return image.startsWith('ghcr.io/') && (password === undefined || tokenOwner(password) === 'job');
}

// The nearest `permissions:` counts; a called workflow gets no more than its caller has.
function lacks(runJob: RunJob, need: Need): RunJob | undefined {
  const { job, workflow, caller } = runJob;
  const permissions = job.permissions ?? workflow.permissions;
  if (permissions !== undefined && !grants(permissions, need.scope, need.level)) return runJob;
  return caller && lacks(caller, need);
}

function grants(permissions: SourceNode, scope: string, level: Need['level']): boolean {
  if (permissions.kind === 'scalar')
    return (
      permissions.text === 'write-all' || (level === 'read' && permissions.text === 'read-all')
    );
  if (entriesOf(permissions).some(({ key }) => key.includes('${{'))) return true;
  const granted = scalarOf(permissions, scope)?.text;
  return granted === 'write' || granted === level;
}
