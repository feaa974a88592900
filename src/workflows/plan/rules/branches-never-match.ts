import { baseName, reportOf, upstreamsOf, type Chain } from '../chain.js';
import { filterOf, type FilterName, type Trigger, type Workflow } from '../model.js';
import { exampleOf, isPattern, passes } from '../ref-pattern.js';
import type { WorkflowReport } from '../report.js';
import type { SourceScalar } from '../../workflow-reader.js';

/** Filters of branches and tags that nothing can pass. */
export function branchesNeverMatch(chain: Chain): readonly WorkflowReport[] {
  return chain.workflows.flatMap((workflow) =>
    workflow.triggers.flatMap((trigger) => [
      ...(['branches', 'tags'] as const).flatMap((filter) => impossible(workflow, trigger, filter)),
      ...(trigger.event === 'workflow_run' ? headBranch(workflow, trigger, chain) : []),
    ]),
  );
}

function impossible(
  workflow: Workflow,
  trigger: Trigger,
  filter: FilterName,
): readonly WorkflowReport[] {
  const patterns = trigger.filters.get(filter) ?? [];
  const full = patterns.filter(({ text }) => /^!?refs\/(?:heads|tags)\//.test(text));
  if (full.length > 0) return full.map((pattern) => fullName(workflow, filter, pattern));
  const [first] = patterns;
  if (first === undefined) return [];
  const positive = patterns.filter(({ text }) => !text.startsWith('!'));
  if (positive.length === 0)
    return [
      reportOf(
        'branches-never-match',
        workflow.path,
        first.at,
        `\`${filter}:\` of \`${trigger.event}\` only takes names back (\`${first.text}\`), so that none is left.`,
        `${filter}-ignore: [${patterns.map(({ text }) => text.slice(1)).join(', ')}]`,
      ),
    ];
  const texts = patterns.map(({ text }) => text);
  if (positive.some(({ text }) => isPattern(text) || passes(texts, text))) return [];
  return [
    reportOf(
      'branches-never-match',
      workflow.path,
      first.at,
      `\`${filter}:\` of \`${trigger.event}\` takes back each name that it lets in.`,
      `${filter}: [${positive.map(({ text }) => text).join(', ')}]`,
    ),
  ];
}

function fullName(
  workflow: Workflow,
  filter: FilterName,
  { text, at }: SourceScalar,
): WorkflowReport {
  return reportOf(
    'branches-never-match',
    workflow.path,
    at,
    `\`${filter}:\` is compared with names such as \`main\`, never with \`refs/…\`: \`${text}\` matches none.`,
    text.replace(/refs\/(?:heads|tags)\//, ''),
  );
}

// `branches:` of workflow_run is compared with the branch that the workflow before ran for.
function headBranch(workflow: Workflow, trigger: Trigger, chain: Chain): readonly WorkflowReport[] {
  const patterns = trigger.filters.get('branches');
  const upstreams = upstreamsOf(workflow, chain);
  const wanted = patterns?.map(({ text }) => text) ?? [];
  if (patterns?.[0] === undefined || upstreams.length === 0) return [];
  const branches = upstreams.map((upstream) =>
    branchesOf(upstream, chain.repository.defaultBranch),
  );
  const known = branches.flatMap((list) => list ?? []);
  if (branches.includes(undefined) || known.some((branch) => passes(wanted, branch))) return [];
  return [
    reportOf(
      'branches-never-match',
      workflow.path,
      patterns[0].at,
      `${upstreams.map(({ path }) => baseName(path)).join(', ')} runs for ${known.map((name) => `\`${name}\``).join(', ')} alone, which \`branches: [${wanted.join(', ')}]\` does not let through: this workflow never starts by it.`,
      `branches: [${known.join(', ')}]`,
    ),
  ];
}

// The branches that a workflow runs for; `undefined` when it may be any.
function branchesOf(
  workflow: Workflow,
  defaultBranch: string | undefined,
): readonly string[] | undefined {
  const found: string[] = [];
  for (const trigger of workflow.triggers) {
    if (['workflow_run', 'repository_dispatch', 'schedule'].includes(trigger.event)) {
      if (defaultBranch === undefined) return undefined;
      found.push(defaultBranch);
    } else if (trigger.event === 'push') {
      const branches = filterOf(trigger, 'branches');
      if (branches?.some(isPattern) !== false || trigger.filters.has('tags')) return undefined;
      found.push(...branches.map(exampleOf));
    } else return undefined;
  }
  return [...new Set(found)];
}
