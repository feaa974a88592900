import type { Facts, Value } from './expression.js';
import { filterOf, triggerOf, type FilterName, type Trigger, type Workflow } from './model.js';
import { passes } from './ref-pattern.js';

/** What is known of the repository beside its files. */
export interface RepositoryFacts {
  /** `owner/name` */
  readonly repository: string | undefined;
  readonly defaultBranch: string | undefined;
}

/** Something that starts workflows. */
export interface Occasion {
  readonly event: string;
  /** `refs/heads/main`, where it is known. */
  readonly ref?: string;
  /** The activity, or the type of a repository_dispatch. */
  readonly action?: string;
  /** The name of the workflow whose run is over, for workflow_run. */
  readonly upstream?: string;
  /** The branch that a pull request goes to. */
  readonly base?: string;
  /** In words: a push to `main`. */
  readonly says: string;
}

const ofRequests = ['opened', 'synchronize', 'reopened'];

/**
 * The activities that start a workflow whose trigger names none, where these are not all.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const defaultTypes: Readonly<Record<string, readonly string[]>> = {
  pull_request: ofRequests,
  pull_request_target: ofRequests,
};

/** Whether an occasion starts a workflow; `sometimes` when that depends on the changed files. */
export function starts(occasion: Occasion, workflow: Workflow): 'no' | 'sometimes' | 'always' {
  const trigger = triggerOf(workflow, occasion.event);
  if (trigger === undefined) return 'no';
  if (occasion.event === 'push') return pushed(occasion.ref ?? '', trigger);
  if (occasion.upstream !== undefined && !names(trigger, occasion.upstream)) return 'no';
  if (occasion.base !== undefined && !isFor(occasion.base, trigger)) return 'no';
  const types = filterOf(trigger, 'types') ?? defaultTypes[occasion.event];
  return types === undefined || occasion.action === undefined || types.includes(occasion.action)
    ? 'always'
    : 'no';
}

/**
 * Whether a workflow_run trigger names the workflow: its entries are patterns.
 * Source: https://github.com/orgs/community/discussions/128694
 */
export function names(trigger: Trigger, workflow: string): boolean {
  return passes(filterOf(trigger, 'workflows') ?? [], workflow);
}

function isFor(branch: string, trigger: Trigger): boolean {
  const wanted = filterOf(trigger, 'branches');
  const ignored = filterOf(trigger, 'branches-ignore');
  return (wanted === undefined || passes(wanted, branch)) && !passes(ignored ?? [], branch);
}

function pushed(ref: string, trigger: Trigger): 'no' | 'sometimes' | 'always' {
  const isTag = ref.startsWith('refs/tags/');
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
  const filter = (branch: 'branches' | 'branches-ignore', tag: 'tags' | 'tags-ignore') =>
    filterOf(trigger, isTag ? tag : branch);
  const wanted = filter('branches', 'tags');
  const ignored = filter('branches-ignore', 'tags-ignore');
  if (wanted !== undefined && !passes(wanted, name)) return 'no';
  if (ignored !== undefined && passes(ignored, name)) return 'no';
  const others: readonly FilterName[] = isTag
    ? ['branches', 'branches-ignore']
    : ['tags', 'tags-ignore'];
  if (
    wanted === undefined &&
    ignored === undefined &&
    others.some((key) => trigger.filters.has(key))
  )
    return 'no';
  // GitHub looks at paths on branches alone.
  return !isTag && (trigger.filters.has('paths') || trigger.filters.has('paths-ignore'))
    ? 'sometimes'
    : 'always';
}

/** Events whose runs are the default branch's, whatever came before. */
const ofDefaultBranch = [
  'workflow_run',
  'repository_dispatch',
  'schedule',
  'issues',
  'issue_comment',
];

/** The parts of `github.event` that only some events have. */
const eventParts: Readonly<Record<string, readonly string[]>> = {
  client_payload: ['repository_dispatch'],
  workflow_run: ['workflow_run'],
  inputs: ['workflow_dispatch'],
  pull_request: [
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
  ],
  release: ['release'],
  issue: ['issues', 'issue_comment'],
  comment: ['issue_comment', 'commit_comment', 'pull_request_review_comment', 'discussion_comment'],
  head_commit: ['push'],
  commits: ['push'],
  schedule: ['schedule'],
  deployment: ['deployment', 'deployment_status'],
};

/**
 * The contexts on that occasion, when all goes well until then. In a called workflow (`called`) its inputs are the
 * caller's to say.
 */
export function factsOf(
  { event, ref: given, action }: Occasion,
  { repository, defaultBranch }: RepositoryFacts,
  called = false,
): Facts {
  const ref = given ?? defaultRef(event, defaultBranch);
  const name = ref?.replace(/^refs\/(?:heads|tags)\//, '');
  const values: Readonly<Record<string, Value | undefined>> = {
    'github.event_name': event,
    'github.ref': ref,
    'github.event.ref': event === 'push' ? ref : undefined,
    'github.ref_name': name,
    'github.ref_type':
      ref === undefined ? undefined : ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    'github.event.action': action ?? (event === 'push' ? null : undefined),
    'github.event.deleted': event === 'push' ? false : undefined,
    'github.head_ref': event.startsWith('pull_request') ? undefined : '',
    'github.base_ref': event.startsWith('pull_request') ? undefined : '',
    'github.event.pull_request': event.startsWith('pull_request') ? undefined : null,
    'github.repository': repository,
    'github.repository_owner': repository?.split('/')[0],
    'github.event.repository.default_branch': defaultBranch,
    'github.event.workflow_run.conclusion': event === 'workflow_run' ? 'success' : null,
    'success()': true,
    'always()': true,
    'failure()': false,
    'cancelled()': false,
  };
  return (path) => {
    if (Object.hasOwn(values, path)) return values[path];
    const [context, second, third] = path.split('.');
    if (context === 'inputs') return called || event === 'workflow_dispatch' ? undefined : null;
    if (context !== 'github' || second !== 'event' || third === undefined) return undefined;
    const events = Object.hasOwn(eventParts, third) ? eventParts[third] : undefined;
    return events !== undefined && !events.includes(event) ? null : undefined;
  };
}

function defaultRef(event: string, defaultBranch: string | undefined): string | undefined {
  return defaultBranch !== undefined && ofDefaultBranch.includes(event)
    ? `refs/heads/${defaultBranch}`
    : undefined;
}
