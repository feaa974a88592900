import {
  baseName,
  reportOf,
  dispatchesOfRun,
  workflowsStartedBy,
  upstreamsOf,
  type Chain,
} from '../chain.js';
import type { Dispatch } from '../dispatch.js';
import { filterOf, triggerOf, type Workflow } from '../model.js';
import { findRaces } from '../find-races.js';
import type { Race } from '../races.js';
import type { WorkflowReport } from '../report.js';
import type { RunJob } from '../run-jobs.js';

/** A build and the deploy of its image that one push starts, with nothing that orders them. */
export function race(chain: Chain): readonly WorkflowReport[] {
  return findRaces(chain).map((found) =>
    found.sent !== undefined
      ? tooEarly(found, found.sent)
      : found.build.root === found.deploy.root
        ? withinOne(found)
        : betweenTwo(found, chain),
  );
}

function withinOne({ moment, sometimes, build, deploy, deployment }: Race): WorkflowReport {
  const builder = outermost(build.runJob);
  const deployer = outermost(deploy.runJob);
  const [first, second] =
    builder.job === deployer.job ? [build.runJob, deploy.runJob] : [builder, deployer];
  const needs = [...second.job.needs.map(({ text }) => text), first.job.id];
  return reportOf(
    'race',
    second.workflow.path,
    second.job.at,
    `${capital(moment.says)} starts the job \`${second.job.id}\`, which deploys (${deployment.tool}), beside \`${first.job.id}\`, which pushes the image${often(sometimes)}.`,
    `In the job \`${second.job.id}\`: \`needs: ${needs.length === 1 ? needs.join('') : `[${needs.join(', ')}]`}\``,
  );
}

function tooEarly({ sometimes, build, deploy, deployment }: Race, sent: Dispatch): WorkflowReport {
  const builder = build.runJob.job;
  return reportOf(
    'race',
    sent.step.file,
    sent.at,
    `${sent.tool} starts \`${deploy.runJob.job.id}\` in ${baseName(deploy.root.path)}, which deploys (${deployment.tool}), before \`${builder.id}\`, which pushes the image, is over${often(sometimes)}.`,
    sent.job === builder
      ? 'Move this step below the one that pushes the image.'
      : `In the job \`${sent.job.id}\`: \`needs: ${builder.id}\``,
  );
}

function betweenTwo(
  { moment, sometimes, waits, build, deploy, deployment }: Race,
  chain: Chain,
): WorkflowReport {
  const trigger = triggerOf(deploy.root, deploy.occasion.event);
  const comesOfIt = waits
    ? 'it waits for the image, and the end of the build then starts it once more'
    : 'nothing orders them, so the deploy may run before its image is there';
  const report = reportOf(
    'race',
    deploy.root.path,
    trigger?.at ?? deploy.root.at,
    `${capital(moment.says)} starts \`${deploy.runJob.job.id}\` here, which deploys (${deployment.tool}), and \`${build.runJob.job.id}\` in ${baseName(build.root.path)}, which pushes the image${often(sometimes)}: ${comesOfIt}.`,
    fixBetween(build.root, deploy.root, deploy.occasion.event, chain),
  );
  return waits ? { ...report, verdict: 'warn' } : report;
}

function fixBetween(build: Workflow, deploy: Workflow, event: string, chain: Chain): string {
  const sent = dispatchesOfRun(build, chain).some((one) =>
    workflowsStartedBy(one, chain).includes(deploy),
  );
  const followed = upstreamsOf(deploy, chain).includes(build);
  if (event !== 'workflow_run' && (sent || followed))
    return `Take \`${event}:\` out of \`on:\` in ${baseName(deploy.path)}: ${sent ? `the event that ${baseName(build.path)} sends` : `\`workflow_run\``} starts it when the image is there.`;
  const [type] = eventTypes(deploy);
  if (type !== undefined)
    return `Take \`${event}:\` out of \`on:\` in ${baseName(deploy.path)}, and let ${baseName(build.path)} send \`${type}\` when the image is there.`;
  return [
    `Start ${baseName(deploy.path)} by the build instead of \`${event}:\`, and only when it succeeded:`,
    'on:',
    '  workflow_run:',
    `    workflows: [${JSON.stringify(build.name)}]`,
    '    types: [completed]',
    'jobs:',
    '  deploy:',
    "    if: github.event.workflow_run.conclusion == 'success'",
  ].join('\n');
}

function eventTypes(workflow: Workflow): readonly string[] {
  const trigger = triggerOf(workflow, 'repository_dispatch');
  return trigger === undefined ? [] : (filterOf(trigger, 'types') ?? []);
}

function outermost(job: RunJob): RunJob {
  return job.caller === undefined ? job : outermost(job.caller);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function often(sometimes: boolean): string {
  return sometimes ? ' (not always: it depends on conditions or on the files that changed)' : '';
}
