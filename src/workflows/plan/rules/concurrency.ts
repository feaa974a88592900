import { baseName, reportOf, type Chain } from '../chain.js';
import { conditionOf, expressionsIn } from '../expression-text.js';
import { evaluate, truthOf } from '../expression.js';
import { mayBeOneGroup } from '../group-names.js';
import type { Workflow } from '../model.js';
import { occasionsOf } from '../moments.js';
import { factsOf, starts } from '../occasion.js';
import type { WorkflowReport } from '../report.js';
import { runningJobs, type RunJob } from '../run-jobs.js';
import { resolve } from '../known-values.js';
import { type DeployJob, deployJobs, type Group } from '../deploy-jobs.js';

/** Deploys that nothing keeps apart. */
export function deployWithoutConcurrency(chain: Chain): readonly WorkflowReport[] {
  return (
    deployJobs(chain)
      .filter(({ groups, root }) => groups.every((group) => isOfOneRun(group, root, chain)))
      // A workflow of another repository may have a group of its own.
      .filter(({ runJob }) => runJob.job.uses === undefined)
      .map(({ groups: [group], runJob: { job, workflow } }) =>
        reportOf(
          'deploy-without-concurrency',
          group?.file.path ?? workflow.path,
          group?.group?.at ?? job.at,
          group?.group === undefined
            ? `The job \`${job.id}\` deploys, and has no \`concurrency\`: two runs deploy at the same time.`
            : `The job \`${job.id}\` deploys, and its group \`${group.group.text}\` is another one in each run: two runs deploy at the same time.`,
          [
            `In the job \`${job.id}\`:`,
            '    concurrency:',
            `      group: ${job.environment === undefined ? job.id : `deploy-${job.environment.text}`}`,
            '      cancel-in-progress: false',
          ].join('\n'),
        ),
      )
  );
}

// A group by the run or the commit, or by the ref where each run is for a tag of its own.
function isOfOneRun({ group }: Group, root: Workflow, chain: Chain): boolean {
  const parts = expressionsIn(group?.text ?? '').map(({ text }) => text.trim());
  if (parts.some((text) => /^github\.(?:run_id|run_number|sha)$/.test(text))) return true;
  return (
    parts.some((text) => /^github\.(?:ref|ref_name)$/.test(text)) &&
    occasionsOf(root, chain)
      .filter((occasion) => starts(occasion, root) !== 'no')
      .every(({ event, ref }) => event === 'release' || ref?.startsWith('refs/tags/') === true)
  );
}

/** Deploys that a newer run ends in the middle. */
export function deployCancelledMidway(chain: Chain): readonly WorkflowReport[] {
  return deployJobs(chain).flatMap(({ root, runJob, groups }) => {
    const cancelling = groups.find((group) => cancels(group, root, runJob, chain));
    if (cancelling === undefined) return [];
    return [
      reportOf(
        'deploy-cancelled-midway',
        cancelling.file.path,
        cancelling.cancelInProgress?.at ?? cancelling.at,
        `A newer run cancels the job \`${runJob.job.id}\`, which deploys, wherever it is.`,
        cancelling.file.jobs.some(({ concurrency }) => concurrency?.at === cancelling.at)
          ? 'cancel-in-progress: false'
          : `cancel-in-progress: false, or a group of its own for the job \`${runJob.job.id}\``,
      ),
    ];
  });
}

function cancels(group: Group, root: Workflow, runJob: RunJob, chain: Chain): boolean {
  const text = group.cancelInProgress?.text;
  // A group of one run or one commit has nothing to cancel.
  if (text === undefined || /github\.(?:run_id|sha)\b/.test(group.group?.text ?? '')) return false;
  if (text === 'true') return true;
  const condition = conditionOf(text);
  if (condition === undefined || text === 'false') return false;
  return occasionsOf(root, chain).some((occasion) => {
    if (starts(occasion, root) === 'no') return false;
    const factsFor = (called: boolean) => factsOf(occasion, chain.repository, called);
    const running = runningJobs(chain.runs.get(root) ?? [], factsFor);
    return (
      running.get(runJob) !== false &&
      truthOf(evaluate(condition, factsFor(runJob.caller !== undefined))) === true
    );
  });
}

/** Deploys to one place that are in different groups. */
export function concurrencyGroupsDiffer(chain: Chain): readonly WorkflowReport[] {
  const seen = new Map<string, { readonly group: string; readonly file: string }>();
  return deployJobs(chain).flatMap((deploy) => {
    const [nearest] = deploy.groups;
    const place = placeOf(deploy, chain);
    if (nearest?.group === undefined || place === undefined) return [];
    const group = nameOf(nearest.group.text, deploy);
    const first = seen.get(place);
    if (first === undefined) seen.set(place, { group, file: nearest.file.path });
    if (first === undefined || mayBeOneGroup(first.group, group)) return [];
    return [
      reportOf(
        'concurrency-groups-differ',
        nearest.file.path,
        nearest.group.at,
        `The job \`${deploy.runJob.job.id}\` deploys to the same place as ${baseName(first.file)}, in the group \`${group}\` where that is in \`${first.group}\`: they do not wait for each other.`,
        `group: ${first.group}`,
      ),
    ];
  });
}

// Host, folder and environment, as they are written: the host's secret may be the environment's.
function placeOf({ runJob }: DeployJob, chain: Chain): string | undefined {
  const place = chain.deployments
    .get(runJob.job)
    ?.map((deployment) => deployment.place)
    .find((text) => text !== undefined);
  if (place === undefined) return undefined;
  const host = place.split(' ')[0] ?? '';
  const environment = runJob.job.environment?.text ?? '';
  if (host.includes('${{') && environment.includes('${{')) return `${place} by expression`;
  return host.includes('${{') ? `${place} ${environment}` : place;
}

function nameOf(group: string, { root, runJob }: DeployJob): string {
  const env = new Map([...runJob.workflow.env].map(([name, { text }]) => [name, text]));
  return resolve(group, env).replace(/\$\{\{ github\.workflow \}\}/g, root.name);
}
