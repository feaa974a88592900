import type { Position } from '../workflow-reader.js';
import type { TokenOwner } from './known-values.js';
import type { Job, WorkflowStep, Workflow } from './model.js';

/** A step that starts other workflows by an event. */
export interface Dispatch {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: WorkflowStep;
  /** The place of the event's type or the workflow's name, or of the step. */
  readonly at: Position;
  readonly kind: 'repository_dispatch' | 'workflow_dispatch';
  /** The type of the event, or the file, name or id of the workflow; `undefined` when the run decides it. */
  readonly target: string | undefined;
  /** Whose repository gets it. */
  readonly repository: 'here' | 'elsewhere' | 'unknown';
  readonly token: TokenOwner;
  /** Whether the step sends it each time that it runs. */
  readonly always: boolean;
  /** What sends it, for messages. */
  readonly tool: string;
}

/** What a step sends, before it is known which job it belongs to. */
export type Sent = Pick<
  Dispatch,
  'at' | 'kind' | 'target' | 'repository' | 'token' | 'always' | 'tool'
>;

/** Whether an address (`owner/name`, or nothing) is that of the repository that is looked at. */
export function repositoryOf(
  address: string | undefined,
  repository: string | undefined,
): Dispatch['repository'] {
  const text =
    address
      ?.trim()
      .replace(/\s+/g, '')
      .replace(/\.git$/, '') ?? '';
  if (text === '' || own.test(text)) return 'here';
  if (/^[\w.-]+\/[\w.-]+$/.test(text))
    return text.toLowerCase() === repository?.toLowerCase() ? 'here' : 'elsewhere';
  return 'unknown';
}

const owner = String.raw`(?:\$\{\{github\.repository_owner\}\}|\$\{?GITHUB_REPOSITORY_OWNER\}?|\{owner\}|:owner|\$\{\{github\.event\.repository\.owner\.login\}\})`;
const name = String.raw`(?:\$\{\{github\.event\.repository\.name\}\}|\{repo\}|:repo)`;
const own = new RegExp(
  String.raw`^(?:\$\{\{github\.repository\}\}|\$\{?GITHUB_REPOSITORY\}?|:repository|${owner}/${name})$`,
  'i',
);

/** A text that does not depend on the run. */
export function literal(text: string | undefined): string | undefined {
  return text === undefined || text === '' || /\$[\w{(]|\{\w*\}/.test(text) ? undefined : text;
}
