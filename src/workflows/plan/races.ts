import { dispatchesOfRun, workflowsStartedBy, upstreamsOf, type Chain } from './chain.js';
import { happens, type Contender } from './contenders.js';
import type { DeployStep } from './deployment.js';
import type { Dispatch } from './dispatch.js';
import { conditionOf } from './expression-text.js';
import { evaluate, truthOf } from './expression.js';
import { mayBeSame } from './image-builds.js';
import type { Workflow } from './model.js';
import type { Moment } from './moments.js';
import { factsOf } from './occasion.js';
import { makesRelease } from './releases.js';
import { before, comesAfter, factsIn, type RunJob } from './run-jobs.js';
import { waitsForOthers } from './waits.js';

/** A build and a deploy of its image that one moment starts, with nothing that orders them. */
export interface Race {
  /** The event that starts the deploy, where the build's own run sends it too early. */
  readonly sent?: Dispatch;
  readonly moment: Moment;
  /** Whether it happens only with some pushes: changed files, conditions. */
  readonly sometimes: boolean;
  /** Whether the deploy waits for the image: then the right one is deployed, twice. */
  readonly waits: boolean;
  readonly build: Contender;
  readonly deploy: Contender;
  readonly deployment: DeployStep;
}

/** The race of a deploy with one of the builds; `undefined` where something orders them. */
export function raceOf(
  moment: Moment,
  deploy: Contender,
  builds: readonly Contender[],
  chain: Chain,
): Race | undefined {
  const earlier = [deploy.runJob, ...before(deploy.runJob)];
  const waits = earlier.some(({ job }) => waitsForOthers(job));
  for (const deployment of chain.deployments.get(deploy.runJob.job) ?? []) {
    if (deployment.image === 'none' || !happens(deployment, deploy, chain)) continue;
    const same = (runJob: RunJob): boolean =>
      (chain.builds.get(runJob.job) ?? []).some(({ images }) =>
        mayBeSame(images, deployment.images),
      );
    if (earlier.some(same)) continue;
    const build = builds.find(
      (candidate) =>
        pushesImage(candidate, deployment, chain) &&
        unordered(candidate, deploy, chain) &&
        isMeant(deployment, candidate, deploy.root, chain),
    );
    if (build === undefined || (waits && !leadsTo(build.root, deploy.root, chain))) continue;
    const sometimes = !build.certain || !deploy.certain;
    return { moment, build, deploy, deployment, sometimes, waits };
  }
  return undefined;
}

function unordered(build: Contender, deploy: Contender, chain: Chain): boolean {
  if (build.root !== deploy.root)
    return !(
      deploy.occasion.event === 'release' &&
      build.occasion.event === 'push' &&
      isReleased(build, chain)
    );
  return (
    build.occasion === deploy.occasion &&
    build.runJob.job !== deploy.runJob.job &&
    !comesAfter(deploy.runJob, build.runJob) &&
    !comesAfter(build.runJob, deploy.runJob)
  );
}

// Whether the run of the build itself publishes the release, after it.
function isReleased({ root, runJob }: Contender, chain: Chain): boolean {
  return (chain.runs.get(root) ?? []).some((other) => {
    if (comesAfter(other, runJob)) return other.job.steps.some(makesRelease);
    const built = chain.builds.get(runJob.job)?.map(({ step }) => runJob.job.steps.indexOf(step));
    return (
      other === runJob &&
      runJob.job.steps.some((step, at) => makesRelease(step) && built?.every((each) => each < at))
    );
  });
}

function pushesImage(contender: Contender, deployment: DeployStep, chain: Chain): boolean {
  const { occasion, runJob } = contender;
  const facts = factsOf(occasion, chain.repository, runJob.caller !== undefined);
  return (chain.builds.get(runJob.job) ?? []).some((build) => {
    if (!happens(build, contender, chain) || !mayBeSame(build.images, deployment.images))
      return false;
    const condition = build.when === undefined ? undefined : conditionOf(build.when);
    return (
      condition === undefined || truthOf(evaluate(condition, factsIn(build.step, facts))) !== false
    );
  });
}

// Where it can't be told that a deploy runs the image, it is meant to when it also starts on the build's end or by
// its event; a script or a manifest is, too, when both stand in one workflow.
function isMeant(
  deployment: DeployStep,
  build: Contender,
  deploy: Workflow,
  chain: Chain,
): boolean {
  if (build.root !== deploy && leadsTo(build.root, deploy, chain)) return true;
  if (deployment.images.length === 0 && isDeployedElsewhere(build, deployment, chain)) return false;
  return deployment.image === 'pulled' || (build.root === deploy && deployment.image === 'likely');
}

// A deploy that names no image is of another project, such as a proxy, when what is built already has a deploy that
// waits for it, in another folder.
function isDeployedElsewhere(
  { root, runJob }: Contender,
  deployment: DeployStep,
  chain: Chain,
): boolean {
  const folder = folderOf(deployment);
  if (folder === undefined) return false;
  return [...chain.runs].some(([other, jobs]) =>
    jobs.some(
      (job) =>
        (other === root
          ? job === runJob || comesAfter(job, runJob)
          : leadsTo(root, other, chain)) &&
        (chain.deployments.get(job.job) ?? []).some((each) => {
          const itsFolder = folderOf(each);
          return each.image !== 'none' && itsFolder !== undefined && itsFolder !== folder;
        }),
    ),
  );
}

// Undefined, too, where the run decides it.
function folderOf({ place }: DeployStep): string | undefined {
  const folder = place?.slice(place.lastIndexOf(' ') + 1);
  return folder === undefined || /[${}]/.test(folder) ? undefined : folder;
}

// The deploy also starts on the build's end, or by its event.
function leadsTo(build: Workflow, deploy: Workflow, chain: Chain): boolean {
  return (
    upstreamsOf(deploy, chain).includes(build) ||
    dispatchesOfRun(build, chain).some((sent) => workflowsStartedBy(sent, chain).includes(deploy))
  );
}
