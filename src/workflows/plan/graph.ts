import { dispatchesOfRun, workflowsStartedBy, upstreamsOf, type Chain } from './chain.js';
import { filterOf, type Trigger, type Workflow } from './model.js';
import { starts, type Occasion } from './occasion.js';
import { findRaces } from './find-races.js';
import type { Race } from './races.js';
import { calledPath } from './run-jobs.js';

/** What starts a workflow, or what a workflow starts. */
export interface GraphEdge {
  /** A workflow, or an event in words: `push: main`. */
  readonly from: Workflow | string;
  readonly to: Workflow;
  readonly label: string;
  /** `calls` a reusable workflow. */
  readonly kind: 'starts' | 'calls';
  readonly raced: boolean;
}

/** The chain as a graph. */
export interface Graph {
  readonly workflows: readonly Workflow[];
  readonly edges: readonly GraphEdge[];
  /** The workflows of which one builds what another deploys at the same time. */
  readonly raced: readonly Workflow[];
}

/** From so many workflows on, only those are drawn that have to do with others. */
const manyWorkflows = 50;
const mostWorkflows = 100;
const mostEdges = 300;

/** What starts each workflow, and which starts which. */
export function graphOf(chain: Chain): Graph {
  const races = findRaces(chain);
  const raced = races.flatMap(({ build, deploy }) => [build.root, deploy.root]);
  const edges = chain.workflows.flatMap((workflow) => edgesOf(workflow, races, chain));
  const linked = edges.flatMap(({ from, to }) => (typeof from === 'string' ? [] : [from, to]));
  const workflows = chain.workflows
    .filter(
      (workflow) =>
        chain.workflows.length < manyWorkflows ||
        linked.includes(workflow) ||
        raced.includes(workflow),
    )
    .slice(0, mostWorkflows);
  const drawn = (end: Workflow | string): boolean =>
    typeof end === 'string' || workflows.includes(end);
  return {
    workflows,
    edges: edges.filter(({ from, to }) => drawn(from) && drawn(to)).slice(0, mostEdges),
    raced: workflows.filter((workflow) => raced.includes(workflow)),
  };
}

function edgesOf(workflow: Workflow, races: readonly Race[], chain: Chain): readonly GraphEdge[] {
  const edge = (from: Workflow | string, to: Workflow, label: string): GraphEdge => ({
    from,
    to,
    label,
    kind: 'starts',
    raced: false,
  });
  return [
    ...workflow.triggers.flatMap((trigger) =>
      labelsOf(trigger, workflow, chain).map(({ label, occasions }) => ({
        ...edge(label, workflow, ''),
        raced: occasionsOfRaces(races, workflow).some((occasion) => occasions(occasion)),
      })),
    ),
    ...upstreamsOf(workflow, chain).map((upstream) => ({
      ...edge(upstream, workflow, 'workflow_run'),
      raced: occasionsOfRaces(races, workflow).some((each) => each.upstream === upstream.name),
    })),
    ...dispatchesOfRun(workflow, chain).flatMap((sent) =>
      workflowsStartedBy(sent, chain).map((listener) =>
        edge(workflow, listener, (sent.kind === 'repository_dispatch' && sent.target) || sent.kind),
      ),
    ),
    ...chain.workflows
      .filter(({ path }) => workflow.jobs.some((job) => calledPath(job) === path))
      .map((called): GraphEdge => ({ ...edge(workflow, called, 'calls'), kind: 'calls' })),
  ];
}

function occasionsOfRaces(races: readonly Race[], workflow: Workflow): readonly Occasion[] {
  return races
    .flatMap(({ build, deploy }) => [build, deploy])
    .filter(({ root }) => root === workflow)
    .map(({ occasion }) => occasion);
}

/** An event in words, and which occasions it stands for. */
interface Label {
  readonly label: string;
  readonly occasions: (occasion: Occasion) => boolean;
}

// An event that a workflow here sends is that workflow's edge.
function labelsOf(trigger: Trigger, workflow: Workflow, chain: Chain): readonly Label[] {
  const { event } = trigger;
  if (event === 'workflow_run' || event === 'workflow_call') return [];
  const sentHere = chain.dispatches.some(
    (sent) => sent.kind === event && workflowsStartedBy(sent, chain).includes(workflow),
  );
  if (event === 'repository_dispatch' && sentHere) return [];
  if (event === 'push') return pushLabels(trigger, workflow);
  const types = filterOf(trigger, 'types') ?? [];
  return [
    {
      label: types.length === 0 ? event : `${event}: ${types.join(', ')}`,
      occasions: (occasion) => occasion.event === event,
    },
  ];
}

function pushLabels(trigger: Trigger, workflow: Workflow): readonly Label[] {
  const only = (filter: 'branches' | 'tags', pattern: string): Label => {
    const text = trigger.filters.get(filter)?.filter((each) => each.text === pattern) ?? [];
    const alone = { ...workflow, triggers: [{ ...trigger, filters: new Map([[filter, text]]) }] };
    return {
      label: `push: ${filter === 'tags' ? 'tag ' : ''}${pattern}`,
      occasions: (occasion) => occasion.event === 'push' && starts(occasion, alone) !== 'no',
    };
  };
  const branches = filterOf(trigger, 'branches');
  const tags = filterOf(trigger, 'tags');
  if (branches === undefined && tags === undefined)
    return [{ label: 'push', occasions: ({ event }) => event === 'push' }];
  return [
    ...(branches ?? []).map((branch) => only('branches', branch)),
    ...(tags ?? []).map((tag) => only('tags', tag)),
  ];
}
