import { baseName, workflowsStartedBy, reportOf, type Chain } from '../chain.js';
import { conditionOf } from '../expression-text.js';
import { evaluate, truthOf, type Facts } from '../expression.js';
import { mayBeSame } from '../image-builds.js';
import type { Job, WorkflowStep, Workflow } from '../model.js';
import { occasionsOf } from '../moments.js';
import { factsOf, starts } from '../occasion.js';
import type { WorkflowReport } from '../report.js';
import { stepRuns } from '../run-jobs.js';

/** Jobs that need the build of an image, and deploy it, or start its deploy, also when the build failed. */
export function deployAfterFailedBuild(chain: Chain): readonly WorkflowReport[] {
  return chain.workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) => {
      const { condition } = job;
      const text = condition === undefined ? undefined : conditionOf(condition.text);
      if (condition === undefined || text === undefined) return [];
      if (!/\b(?:always|failure|cancelled)\s*\(/.test(text) || readsResults(job)) return [];
      const build = workflow.jobs.find(
        (other) =>
          job.needs.some((need) => need.text === other.id) &&
          deploysAfter(other, job, workflow, text, chain),
      );
      if (build === undefined) return [];
      return [
        reportOf(
          'conclusion-unread',
          workflow.path,
          condition.at,
          `The job \`${job.id}\` deploys the image of \`${build.id}\`, or starts its deploy, also when \`${build.id}\` failed: \`if: ${text}\` in ${baseName(workflow.path)} holds all the same.`,
          `In the job \`${job.id}\`:\n    if: (${text}) && needs.${build.id}.result == 'success'`,
        ),
      ];
    }),
  );
}

// A script may look at the results by itself.
function readsResults({ steps, env }: Job): boolean {
  const texts = [
    ...env.values(),
    ...steps.flatMap(({ run, env: own, inputs }) => [run, ...own.values(), ...inputs.values()]),
  ];
  return texts.some((text) => /\.result\b|toJSON\(\s*needs/i.test(text?.text ?? ''));
}

function deploysAfter(
  build: Job,
  job: Job,
  workflow: Workflow,
  condition: string,
  chain: Chain,
): boolean {
  const images = chain.builds.get(build) ?? [];
  if (images.length === 0) return false;
  const deploys: readonly WorkflowStep[] = [
    ...(chain.deployments.get(job) ?? [])
      .filter(({ image }) => image === 'pulled' || image === 'likely')
      .filter((each) => images.some((built) => mayBeSame(built.images, each.images)))
      .map(({ step }) => step),
    ...chain.dispatches
      .filter(
        (sent) =>
          sent.job === job && workflowsStartedBy(sent, chain).some((to) => hasDeploy(to, chain)),
      )
      .map(({ step }) => step),
  ];
  return occasionsOf(workflow, chain).some((occasion) => {
    if (starts(occasion, workflow) === 'no') return false;
    const good = factsOf(occasion, chain.repository);
    const facts = afterFailure(build.id, job, good);
    return (
      truthOf(evaluate(condition, facts)) === true &&
      // What only runs after a failure takes back, or tidies up.
      truthOf(evaluate(condition, good)) !== false &&
      deploys.some((step) => stepRuns(step, facts) === true)
    );
  });
}

// The build failed, and what else the job needs went well.
function afterFailure(build: string, job: Job, facts: Facts): Facts {
  const status: Readonly<Record<string, boolean>> = {
    'always()': true,
    'success()': false,
    'failure()': true,
    'cancelled()': false,
  };
  const results = new Map(
    job.needs.map(({ text }) => [
      `needs.${text.toLowerCase()}.result`,
      text === build ? 'failure' : 'success',
    ]),
  );
  return (path) => {
    if (path.endsWith('.result')) return results.get(path);
    return Object.hasOwn(status, path) ? status[path] : facts(path);
  };
}

function hasDeploy({ jobs }: Workflow, chain: Chain): boolean {
  return jobs.some((job) => (chain.deployments.get(job)?.length ?? 0) > 0);
}
