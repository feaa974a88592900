import type { Position, SourceNode, SourceScalar } from '../workflow-reader.js';

/** The filters of `on:`. */
export const filterNames = [
  'branches',
  'branches-ignore',
  'tags',
  'tags-ignore',
  'paths',
  'paths-ignore',
  'types',
  'workflows',
] as const;

export type FilterName = (typeof filterNames)[number];

/** One entry of `on:`. */
export interface Trigger {
  readonly event: string;
  /** Where its name stands. */
  readonly at: Position;
  readonly filters: ReadonlyMap<FilterName, readonly SourceScalar[]>;
  /** Of workflow_call and workflow_dispatch. */
  readonly inputs: readonly string[];
  /** Of workflow_call. */
  readonly secrets: readonly { readonly name: string; readonly required: boolean }[];
}

/** `concurrency:` of a workflow or a job. */
export interface Concurrency {
  readonly at: Position;
  readonly group: SourceScalar | undefined;
  readonly cancelInProgress: SourceScalar | undefined;
}

/** A step of a job, or of a local composite action that a job uses. */
export interface WorkflowStep {
  /** The file that the step stands in: the workflow, or the action's manifest. */
  readonly file: string;
  /** Whether it is an action's own: then `inputs` are that action's. */
  readonly inAction: boolean;
  readonly at: Position;
  readonly name: string;
  readonly uses: SourceScalar | undefined;
  readonly run: SourceScalar | undefined;
  readonly condition: SourceScalar | undefined;
  /** By names in lower case. */
  readonly inputs: ReadonlyMap<string, SourceScalar>;
  readonly env: ReadonlyMap<string, SourceScalar>;
}

/** A secret that a job hands to a reusable workflow. */
export interface HandedSecret {
  readonly name: string;
  readonly at: Position;
  readonly value: SourceNode;
}

/** One entry of `jobs:`. */
export interface Job {
  readonly id: string;
  readonly at: Position;
  readonly name: string;
  readonly needs: readonly SourceScalar[];
  readonly condition: SourceScalar | undefined;
  /** `undefined`: those of the workflow. */
  readonly permissions: SourceNode | undefined;
  readonly concurrency: Concurrency | undefined;
  /** The name of its `environment:`. */
  readonly environment: SourceScalar | undefined;
  readonly runsOn: readonly string[];
  readonly matrix: SourceNode | undefined;
  /** Everything that its container and its services are given: images, credentials, variables. */
  readonly containers: readonly SourceScalar[];
  readonly env: ReadonlyMap<string, SourceScalar>;
  /** The reusable workflow that it calls. */
  readonly uses: SourceScalar | undefined;
  readonly inputs: ReadonlyMap<string, SourceScalar>;
  /** What it hands to the reusable workflow. */
  readonly secrets: 'all' | readonly HandedSecret[];
  readonly steps: readonly WorkflowStep[];
}

/** One file of `.github/workflows`. */
export interface Workflow {
  readonly path: string;
  /** As `workflow_run` names it: its `name:`, or its path. */
  readonly name: string;
  /** Where its name stands, or the file's beginning. */
  readonly at: Position;
  readonly triggers: readonly Trigger[];
  readonly permissions: SourceNode | undefined;
  readonly concurrency: Concurrency | undefined;
  readonly env: ReadonlyMap<string, SourceScalar>;
  readonly jobs: readonly Job[];
  readonly text: string;
}

/** The trigger of that event. */
export function triggerOf({ triggers }: Workflow, event: string): Trigger | undefined {
  return triggers.find((trigger) => trigger.event === event);
}

/** The texts of a filter; `undefined` when there is none. */
export function filterOf(trigger: Trigger, name: FilterName): readonly string[] | undefined {
  return trigger.filters.get(name)?.map(({ text }) => text);
}
