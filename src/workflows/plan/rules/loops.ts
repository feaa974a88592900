import type { Position } from '../../workflow-reader.js';
import {
  dispatchesOfRun,
  baseName,
  workflowsStartedBy,
  reportOf,
  upstreamsOf,
  type Chain,
} from '../chain.js';
import type { Dispatch } from '../dispatch.js';
import { conditionOf } from '../expression-text.js';
import { evaluate, truthOf } from '../expression.js';
import { filterOf, triggerOf, type Workflow } from '../model.js';
import { factsOf, type Occasion } from '../occasion.js';
import type { WorkflowReport } from '../report.js';
import { runningJobs, stepRuns } from '../run-jobs.js';

/** One workflow that starts another one, each time. */
interface Start {
  readonly from: Workflow;
  readonly to: Workflow;
  readonly file: string;
  readonly at: Position;
}

/** Workflows that start each other without end. */
export function loop(chain: Chain): readonly WorkflowReport[] {
  const all = startsOf(chain);
  const reported = new Set<Workflow>();
  return all.flatMap((start) => {
    if (reported.has(start.from)) return [];
    const back = way(start.to, start.from, all);
    if (back === undefined) return [];
    const round = [start.from, ...back];
    round.forEach((workflow) => reported.add(workflow));
    return [
      reportOf(
        'loop',
        start.file,
        start.at,
        `${[...round, start.from]
          .map(({ path }) => baseName(path))
          .filter((name, index, names) => name !== names[index - 1] || names.length === 2)
          .join(' → ')}: these workflows start each other without end.`,
        `Take the trigger out of one of them, or send the event only under a condition that ends, for example \`if: github.event_name == 'push'\`.`,
      ),
    ];
  });
}

function startsOf(chain: Chain): readonly Start[] {
  return [...chain.runs.keys()].flatMap((from) => [
    ...upstreamsOf(from, chain).map((upstream) => ({
      from: upstream,
      to: from,
      file: from.path,
      at: triggerOf(from, 'workflow_run')?.at ?? from.at,
    })),
    ...dispatchesOfRun(from, chain)
      .filter((sent) => isSentEachTime(sent, from, chain))
      .flatMap((sent) =>
        workflowsStartedBy(sent, chain).map((to) => ({
          from,
          to,
          file: sent.step.file,
          at: sent.at,
        })),
      ),
  ]);
}

// The loop goes on only when the event is sent again in a run that an event started.
function isSentEachTime(sent: Dispatch, workflow: Workflow, chain: Chain): boolean {
  const byEvent = workflow.triggers.filter(({ event }) =>
    ['repository_dispatch', 'workflow_dispatch', 'workflow_run'].includes(event),
  );
  return byEvent.some((trigger) => {
    const { event } = trigger;
    const listened = event === 'repository_dispatch' ? filterOf(trigger, 'types') : undefined;
    const own = sent.kind === event && sent.target !== undefined ? sent.target : '';
    const types = listened?.includes(own) === true ? [own] : (listened ?? [undefined]);
    return types.every((type) => isSentAfter(sent, workflow, event, type, chain));
  });
}

function isSentAfter(
  sent: Dispatch,
  workflow: Workflow,
  event: string,
  type: string | undefined,
  chain: Chain,
): boolean {
  const occasion: Occasion = {
    event,
    says: event,
    ...(type === undefined ? {} : { action: type }),
  };
  const jobs = chain.runs.get(workflow) ?? [];
  const running = runningJobs(jobs, (called) => factsOf(occasion, chain.repository, called));
  const job = jobs.find((each) => each.job === sent.job);
  if (job === undefined || !sent.always || running.get(job) !== true) return false;
  const facts = factsOf(occasion, chain.repository, job.caller !== undefined);
  const condition =
    sent.step.condition === undefined ? undefined : conditionOf(sent.step.condition.text);
  return condition === undefined
    ? stepRuns(sent.step, facts) === true
    : truthOf(evaluate(condition, facts)) === true;
}

function way(from: Workflow, to: Workflow, all: readonly Start[]): readonly Workflow[] | undefined {
  let ways: readonly (readonly Workflow[])[] = [[from]];
  const seen = new Set([from]);
  while (ways.length > 0) {
    const done = ways.find((each) => each.at(-1) === to);
    if (done !== undefined) return done.slice(0, -1);
    ways = ways.flatMap((each) => {
      const next = all.filter((start) => start.from === each.at(-1)).map((start) => start.to);
      return next
        .filter((workflow) => workflow === to || !seen.has(workflow))
        .map((workflow) => {
          seen.add(workflow);
          return [...each, workflow];
        });
    });
  }
  return undefined;
}
