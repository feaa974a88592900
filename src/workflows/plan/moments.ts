import type { Chain } from './chain.js';
import type { Facts } from './expression.js';
import { filterOf, triggerOf, type Workflow } from './model.js';
import { factsOf, type Occasion } from './occasion.js';
import { exampleOf } from './ref-pattern.js';

/** Something that happens once, and all the occasions that it is for workflows. */
export interface Moment {
  /** In words: a push to `main`. */
  readonly says: string;
  readonly occasions: readonly Occasion[];
}

/** Each kind of thing that can start several of the workflows at once. */
export function momentsOf({ workflows, refs }: Chain): readonly Moment[] {
  const pushes = refs.map(pushTo);
  const tags = pushes.filter(({ ref }) => ref?.startsWith('refs/tags/'));
  return [
    ...pushes.map((push) => ({ says: push.says, occasions: [push, ...creations(push)] })),
    ...merges(workflows, pushes),
    ...tags.map(releaseOf),
    ...requests(pushes),
    ...eventTypes(workflows).map((type): Moment => {
      const says = `the event \`${type}\``;
      return { says, occasions: [{ event: 'repository_dispatch', action: type, says }] };
    }),
    ...upstreamNames(workflows).map((name) => ({
      says: `the end of \`${name}\``,
      occasions: [endOf(name)],
    })),
  ];
}

// A tag is pushed once, when it is made.
function creations({ ref, says }: Occasion): readonly Occasion[] {
  return ref?.startsWith('refs/tags/') === true ? [{ event: 'create', ref, says }] : [];
}

// A release that is published on GitHub is created and released, too, and makes its tag.
function releaseOf(tag: Occasion): Moment {
  const says = 'a published release';
  const ref = tag.ref ?? '';
  return {
    says,
    occasions: [
      ...['published', 'released', 'created'].map((action): Occasion => ({
        event: 'release',
        action,
        ref,
        says,
      })),
      tag,
    ],
  };
}

// A commit of a pull request into each branch.
function requests(pushes: readonly Occasion[]): readonly Moment[] {
  return pushes
    .filter(({ ref }) => ref?.startsWith('refs/heads/'))
    .map(({ ref }): Moment => {
      const base = ref?.replace('refs/heads/', '') ?? '';
      const says = `a pull request into \`${base}\``;
      const occasion = { action: 'synchronize', base, says };
      return {
        says,
        occasions: [
          { event: 'pull_request', ...occasion },
          { event: 'pull_request_target', ...occasion },
        ],
      };
    });
}

function eventTypes(workflows: readonly Workflow[]): readonly string[] {
  const listened = workflows.flatMap(
    (workflow) => triggerOf(workflow, 'repository_dispatch')?.filters.get('types') ?? [],
  );
  return [...new Set(listened.map(({ text }) => text))];
}

// A merged pull request is closed, and its branch is pushed.
function merges(workflows: readonly Workflow[], pushes: readonly Occasion[]): readonly Moment[] {
  const closed = workflows.some((workflow) => {
    const trigger = triggerOf(workflow, 'pull_request');
    return trigger !== undefined && filterOf(trigger, 'types')?.includes('closed') === true;
  });
  if (!closed) return [];
  return pushes
    .filter(({ ref }) => ref?.startsWith('refs/heads/'))
    .map((push): Moment => {
      const base = push.ref?.replace('refs/heads/', '') ?? '';
      const says = `the merge of a pull request into \`${base}\``;
      return { says, occasions: [{ event: 'pull_request', action: 'closed', base, says }, push] };
    });
}

/** Each way in which a workflow can start. */
export function occasionsOf(workflow: Workflow, { refs }: Chain): readonly Occasion[] {
  return workflow.triggers.flatMap((trigger): readonly Occasion[] => {
    const { event } = trigger;
    if (event === 'push') return refs.map(pushTo);
    if (event === 'workflow_run')
      return (filterOf(trigger, 'workflows') ?? []).map((name) => endOf(exampleOf(name)));
    const types = filterOf(trigger, 'types');
    return types === undefined || types.length === 0
      ? [{ event, says: `\`${event}\`` }]
      : types.map((action) => ({ event, action, says: `\`${event}\` (${action})` }));
  });
}

/** A push of a branch or tag. */
function pushTo(ref: string): Occasion {
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
  const isTag = ref.startsWith('refs/tags/');
  return {
    event: 'push',
    ref,
    says: isTag ? `a push of the tag \`${name}\`` : `a push to \`${name}\``,
  };
}

/** The end of a run. */
export function endOf(workflow: string): Occasion {
  return {
    event: 'workflow_run',
    action: 'completed',
    upstream: workflow,
    says: `the end of \`${workflow}\``,
  };
}

function upstreamNames(workflows: readonly Workflow[]): readonly string[] {
  const listened = workflows.flatMap(
    (workflow) => triggerOf(workflow, 'workflow_run')?.filters.get('workflows') ?? [],
  );
  return [...new Set(listened.map(({ text }) => exampleOf(text)))];
}
/** The facts at the end of a run with that conclusion, in a run of its own that goes well. */
export function afterEnd(
  chain: Chain,
  upstream: string,
  conclusion: 'failure' | 'skipped' | 'success',
): (called: boolean) => Facts {
  return (called) => {
    const facts = factsOf(endOf(upstream), chain.repository, called);
    return (path) => (path === 'github.event.workflow_run.conclusion' ? conclusion : facts(path));
  };
}
