import { baseName, reportOf, upstreamsOf, type Chain } from '../chain.js';
import { triggerOf, type Workflow } from '../model.js';
import { names } from '../occasion.js';
import type { WorkflowReport } from '../report.js';
import { apart, isNear } from './events.js';

/** Workflows that GitHub itself runs under these names. */
const builtIn = [
  'pages build and deployment',
  'codeql',
  'dependabot updates',
  'automatic dependency submission',
  'dependency graph',
  'graph update',
  'copilot',
];

/** The levels of workflow_run that GitHub follows: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_run */
const maxLevels = 3;

/** Names of workflow_run that no workflow has. */
export function workflowNameUnknown({ workflows }: Chain): readonly WorkflowReport[] {
  return workflows.flatMap((workflow) => {
    const trigger = triggerOf(workflow, 'workflow_run');
    return (trigger?.filters.get('workflows') ?? [])
      .filter(({ text }) => !text.startsWith('!') && !isBuiltIn(text))
      .filter(({ text }) => {
        const alone = { event: 'workflow_run', at: workflow.at, inputs: [], secrets: [] };
        const filters = new Map([
          [
            'workflows' as const,
            trigger?.filters.get('workflows')?.filter((entry) => entry.text === text) ?? [],
          ],
        ]);
        return !workflows.some(({ name }) => names({ ...alone, filters }, name) || name === text);
      })
      .map(({ text, at }) => unknownName(workflow, text, at, workflows));
  });
}

function isBuiltIn(name: string): boolean {
  return builtIn.some((known) => name.toLowerCase().startsWith(known));
}

function unknownName(
  workflow: Workflow,
  text: string,
  at: Parameters<typeof reportOf>[2],
  workflows: readonly Workflow[],
): WorkflowReport {
  const byFile = workflows.find(({ path }) => path === text || baseName(path) === text);
  const [nearest] = workflows
    .filter((other) => other !== workflow)
    .toSorted((a, b) => apart(a.name, text) - apart(b.name, text));
  const near =
    byFile ?? (nearest !== undefined && isNear(nearest.name, text) ? nearest : undefined);
  const known = workflows.filter((other) => other !== workflow).map(({ name }) => `\`${name}\``);
  return reportOf(
    'workflow-name-unknown',
    workflow.path,
    at,
    `No workflow here is named \`${text}\`, so this one never starts by it${byFile === undefined ? '' : ': a file is named by its `name:`'}.`,
    near === undefined
      ? `Write the name of the workflow that is meant: ${known.slice(0, 8).join(', ') || 'there is no other one'}.`
      : `workflows: [${JSON.stringify(near.name)}]  # ${baseName(near.path)}`,
  );
}

/** Workflows that only start on a fourth level of workflow_run. */
export function chainTooDeep(chain: Chain): readonly WorkflowReport[] {
  return chain.workflows.flatMap((workflow) => {
    const trigger = triggerOf(workflow, 'workflow_run');
    const path = shortestWay(workflow, chain);
    if (trigger === undefined || path === undefined || path.length - 1 !== maxLevels + 1) return [];
    return [
      reportOf(
        'chain-too-deep',
        workflow.path,
        trigger.at,
        `This is level ${path.length - 1} of a chain of workflow_run, and GitHub stops after ${maxLevels}: ${path.map(({ name }) => name).join(' → ')}.`,
        `Start it earlier, for example by \`workflows: [${JSON.stringify(path[maxLevels - 1]?.name)}]\`, or make its jobs part of ${baseName(path[maxLevels]?.path ?? '')} with \`needs\`.`,
      ),
    ];
  });
}

// From a workflow that starts by something else; breadth first, so that loops end.
function shortestWay(workflow: Workflow, chain: Chain): readonly Workflow[] | undefined {
  let ways: readonly (readonly Workflow[])[] = [[workflow]];
  const seen = new Set([workflow]);
  while (ways.length > 0) {
    const done = ways.find(([first]) => first !== undefined && startsByItself(first));
    if (done !== undefined) return done;
    ways = ways.flatMap((way) =>
      (way[0] === undefined ? [] : upstreamsOf(way[0], chain))
        .filter((upstream) => !seen.has(upstream) && seen.add(upstream).has(upstream))
        .map((upstream) => [upstream, ...way]),
    );
  }
  return undefined;
}

function startsByItself({ triggers }: Workflow): boolean {
  return triggers.some(({ event }) => event !== 'workflow_run' && event !== 'workflow_call');
}
