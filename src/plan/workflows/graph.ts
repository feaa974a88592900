import { dispatchesOfRun, fileName, listenersTo, upstreamsOf, type Chain } from './chain.js';
import { filterOf, type Trigger, type Workflow } from './model.js';
import { findRaces, type Race } from './races.js';
import { calledPath } from './run-jobs.js';

/** Draws no more than that: GitHub shows no larger picture. */
const maxEdges = 400;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly dotted: boolean;
}

/**
 * The chain as a mermaid flowchart: what starts each workflow, and which starts which. The edges and workflows of a
 * race are red. Empty when there is no workflow.
 */
export function renderGraph(chain: Chain): string {
  if (chain.workflows.length === 0) return '';
  const ids = new Map(chain.workflows.map((workflow, index) => [workflow, `w${index}`]));
  const events = new Map<string, string>();
  const eventId = (label: string): string => {
    const id = events.get(label) ?? `e${events.size}`;
    events.set(label, id);
    return id;
  };
  const edges = edgesOf(chain, ids, eventId).slice(0, maxEdges);
  const races = findRaces(chain);
  const red = edges.flatMap((edge, index) => (isRaced(edge, races, ids, eventId) ? [index] : []));
  const raced = chain.workflows.filter((workflow) =>
    races.some((race) => race.build.root === workflow || race.deploy.root === workflow),
  );
  return [
    'flowchart LR',
    ...[...events].map(([label, id]) => `  ${id}([${quote(label)}])`),
    ...chain.workflows.map(
      (workflow) => `  ${ids.get(workflow) ?? ''}[${quote(titleOf(workflow))}]`,
    ),
    ...edges.map(arrow),
    ...(red.length === 0
      ? []
      : [
          `  linkStyle ${red.join(',')} stroke:#d00,stroke-width:3px`,
          '  classDef race stroke:#d00,stroke-width:3px',
          `  class ${raced.map((workflow) => ids.get(workflow) ?? '').join(',')} race`,
        ]),
    '',
  ].join('\n');
}

function arrow({ from, to, label, dotted }: Edge): string {
  const [begin, end] = dotted ? ['-.', '.->'] : ['--', '-->'];
  if (label === '') return `  ${from} ${dotted ? '-.->' : '-->'} ${to}`;
  return `  ${from} ${begin} ${quote(label)} ${end} ${to}`;
}

function edgesOf(
  chain: Chain,
  ids: ReadonlyMap<Workflow, string>,
  eventId: (label: string) => string,
): readonly Edge[] {
  const idOf = (workflow: Workflow): string => ids.get(workflow) ?? '';
  return chain.workflows.flatMap((workflow) => [
    ...workflow.triggers
      .filter(({ event }) => event !== 'workflow_run' && event !== 'workflow_call')
      .flatMap((trigger) => labelsOf(trigger, workflow, chain))
      .map((label) => ({ from: eventId(label), to: idOf(workflow), label: '', dotted: false })),
    ...upstreamsOf(workflow, chain).map((upstream) => ({
      from: idOf(upstream),
      to: idOf(workflow),
      label: 'workflow_run',
      dotted: false,
    })),
    ...dispatchesOfRun(workflow, chain).flatMap((sent) =>
      listenersTo(sent, chain).map((listener) => ({
        from: idOf(workflow),
        to: idOf(listener),
        label: sent.kind === 'repository_dispatch' ? (sent.target ?? '') : 'workflow_dispatch',
        dotted: false,
      })),
    ),
    ...chain.workflows
      .filter(({ path }) => workflow.jobs.some((job) => calledPath(job) === path))
      .map((called) => ({ from: idOf(workflow), to: idOf(called), label: 'calls', dotted: true })),
  ]);
}

// An event that a workflow here sends is that workflow's edge.
function labelsOf(trigger: Trigger, workflow: Workflow, chain: Chain): readonly string[] {
  const { event } = trigger;
  const sentHere = chain.dispatches.some(
    (sent) => sent.kind === event && listenersTo(sent, chain).includes(workflow),
  );
  if (event === 'repository_dispatch' && sentHere) return [];
  if (event === 'push') return pushLabels(trigger);
  const types = filterOf(trigger, 'types') ?? [];
  return types.length === 0 ? [event] : [`${event}: ${types.join(', ')}`];
}

function pushLabels(trigger: Trigger): readonly string[] {
  const branches = filterOf(trigger, 'branches');
  const tags = filterOf(trigger, 'tags');
  if (branches === undefined && tags === undefined) return ['push'];
  return [
    ...(branches ?? []).map((branch) => `push: ${branch}`),
    ...(tags ?? []).map((tag) => `push: tag ${tag}`),
  ];
}

// The edges by which the moment of a race comes to its two workflows.
function isRaced(
  edge: Edge,
  races: readonly Race[],
  ids: ReadonlyMap<Workflow, string>,
  eventId: (label: string) => string,
): boolean {
  return races.some(({ build, deploy }) =>
    [build, deploy].some(
      ({ root, occasion }) =>
        ids.get(root) === edge.to &&
        (occasion.event === 'workflow_run'
          ? edge.label === 'workflow_run'
          : root.triggers
              .filter(({ event }) => event === occasion.event)
              .flatMap((trigger) =>
                occasion.event === 'push'
                  ? pushLabels(trigger)
                  : [
                      occasion.event,
                      `${occasion.event}: ${(filterOf(trigger, 'types') ?? []).join(', ')}`,
                    ],
              )
              .some((label) => eventId(label) === edge.from)),
    ),
  );
}

function titleOf({ name, path }: Workflow): string {
  return name === path ? fileName(path) : `${name} (${fileName(path)})`;
}

// Mermaid reads entities in quoted labels: https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
function quote(label: string): string {
  const safe = label.replace(
    /[^\p{L}\p{N} ._:,()/@=+-]/gu,
    (character) => `#${character.codePointAt(0) ?? 32};`,
  );
  return `"${safe.slice(0, maxLabel)}"`;
}

const maxLabel = 120;
