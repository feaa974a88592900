import type { HostState } from '../../errors/host-state.js';
import type { WorkflowInputs, WorkflowRun } from '../../github/github.js';
import type { Release } from '../../release/release.js';

/** How a workflow is started from outside. */
export type Door =
  | { readonly kind: 'event'; readonly type: string }
  | {
      readonly kind: 'workflow';
      /** The name of its file. */
      readonly file: string;
      /** A branch or tag; `undefined`: the default branch. */
      readonly ref: string | undefined;
      readonly inputs: WorkflowInputs;
    };

/** What to send, where, and how long to stay with it. */
export interface DispatchRequest {
  /** Each repository gets it with a correlation id of its own. */
  readonly release: Release;
  /** Each as `owner/name`. */
  readonly repositories: readonly string[];
  readonly door: Door;
  readonly wait: 'none' | 'started' | 'completed';
  /** How long to wait for the end of the runs, in seconds. */
  readonly timeout: number;
  /** The artifact with the run's outputs. */
  readonly outputsArtifact: string | undefined;
}

/** What came of it in one repository. */
export interface Dispatched {
  readonly repository: string;
  /** As it was sent: with the correlation id of this repository. */
  readonly release: Release;
  /** The runs that it started, as far as they were waited for. */
  readonly runs: readonly WorkflowRun[];
  /** JSON text: what the first run left in its artifact. */
  readonly outputs: string | undefined;
}

/** What is live after a run that was started from here. */
export const runDecides: HostState = {
  state: 'unknown',
  why: 'the run that was started here may have changed it; its own summary says what is live.',
};

/** `the event "deploy"`, `the workflow deploy.yml`: for log lines and the summary. */
export function describeDoor(door: Door): string {
  return door.kind === 'event' ? `the event "${door.type}"` : `the workflow ${door.file}`;
}

/** The inputs of a workflow_dispatch: the given ones, and of the chain's own those that it declares. */
export function inputsFor(
  release: Release,
  given: WorkflowInputs,
  declared: readonly string[],
): WorkflowInputs {
  const own = { release: JSON.stringify(release), correlationId: release.correlationId };
  return {
    ...Object.fromEntries(Object.entries(own).filter(([name]) => declared.includes(name))),
    ...given,
  };
}

/** The job summary of what was sent. */
export function renderDispatchSummary(sent: readonly Dispatched[], door: Door): string {
  const rows = sent.flatMap(({ repository, release, runs }) =>
    runs.length === 0
      ? [`| ${repository} | – | \`${release.correlationId}\` | sent |`]
      : runs.map(
          ({ title, url, status, conclusion }) =>
            `| ${repository} | [${cell(title)}](${url}) | \`${release.correlationId}\` | ${conclusion ?? status} |`,
        ),
  );
  return [
    `### :satellite: Sent ${describeDoor(door)}`,
    '',
    '| repository | run | correlation id | state |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
