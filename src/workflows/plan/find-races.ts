import { workflowsStartedBy, type Chain } from './chain.js';
import type { Dispatch } from './dispatch.js';
import type { Job, Workflow } from './model.js';
import { momentsOf, occasionsOf } from './moments.js';
import { raceOf, type Race } from './races.js';
import { happens, contendersIn, type Contender } from './contenders.js';
import { comesAfter } from './run-jobs.js';

/** All races of a checkout: one for each job that deploys. */
export function findRaces(chain: Chain): readonly Race[] {
  const found = new Map<Job, Race>();
  for (const race of [...racesOfMoments(chain), ...racesOfEvents(chain)])
    if (!found.has(race.deploy.runJob.job)) found.set(race.deploy.runJob.job, race);
  return [...found.values()];
}

function racesOfMoments(chain: Chain): readonly Race[] {
  return momentsOf(chain).flatMap((moment) => {
    const running = [...chain.runs.keys()].flatMap((root) =>
      moment.occasions.flatMap((occasion) => contendersIn(root, occasion, chain)),
    );
    const builds = running.filter((each) => isBuilding(each, chain));
    return running.flatMap((deploy) => raceOf(moment, deploy, builds, chain) ?? []);
  });
}

function isBuilding({ runJob }: Contender, chain: Chain): boolean {
  return (chain.builds.get(runJob.job)?.length ?? 0) > 0;
}

// A run that sends the event of a deploy before the image is there, or beside its build.
function racesOfEvents(chain: Chain): readonly Race[] {
  return chain.dispatches.flatMap((sent) => {
    const listeners = workflowsStartedBy(sent, chain);
    if (listeners.length === 0) return [];
    const builds = [...chain.runs.keys()].flatMap((root) => stillBuilding(sent, root, chain));
    if (builds.length === 0) return [];
    const target = sent.target ?? '';
    const says = `\`${target}\``;
    const occasion =
      sent.kind === 'repository_dispatch'
        ? { event: sent.kind, action: target, says }
        : { event: sent.kind, says };
    return listeners
      .flatMap((listener) => contendersIn(listener, occasion, chain))
      .flatMap((deploy) => raceOf({ says, occasions: [occasion] }, deploy, builds, chain) ?? [])
      .filter(({ waits, deployment: { image } }) => !waits && image === 'pulled')
      .map((race) => ({ ...race, sent }));
  });
}

// The builds of a run that are not over when a step of it sends its event; none when another one is.
function stillBuilding(sent: Dispatch, root: Workflow, chain: Chain): readonly Contender[] {
  for (const occasion of occasionsOf(root, chain)) {
    const running = contendersIn(root, occasion, chain);
    // A run may build, or only send the event: both must be certain.
    const sender = running.find(({ runJob, certain }) => runJob.job === sent.job && certain);
    if (sender === undefined || !happens(sent, sender, chain)) continue;
    const builds = running.filter((each) => isBuilding(each, chain));
    if (!builds.every(({ certain }) => certain)) continue;
    const isOver = ({ runJob }: Contender): boolean =>
      runJob === sender.runJob ? isBuiltBefore(sent, chain) : comesAfter(sender.runJob, runJob);
    if (builds.length > 0 && !builds.some(isOver)) return builds;
  }
  return [];
}

function isBuiltBefore({ job, step }: Dispatch, chain: Chain): boolean {
  const at = job.steps.indexOf(step);
  return (chain.builds.get(job) ?? []).some((build) => job.steps.indexOf(build.step) <= at);
}
