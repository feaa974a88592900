import type { Position, SourceScalar } from '../../ports/workflow-reader.js';
import { actionOf } from './image-builds.js';
import { commandDispatches } from './command-dispatches.js';
import {
  envOf,
  inputOf,
  resolve,
  tokenKind,
  type StepEnv,
  type TokenKind,
} from './known-values.js';
import type { Job, Step, Workflow } from './model.js';

/** A step that starts other workflows by an event. */
export interface Dispatch {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
  /** The place of the event's type or the workflow's name, or of the step. */
  readonly at: Position;
  readonly kind: 'repository_dispatch' | 'workflow_dispatch';
  /** The type of the event, or the file, name or id of the workflow; `undefined` when the run decides it. */
  readonly target: string | undefined;
  /** Whose repository gets it. */
  readonly repository: 'here' | 'elsewhere' | 'unknown';
  readonly token: TokenKind;
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

/** All that a workflow's own steps send. */
export function dispatchesOf(
  workflow: Workflow,
  repository: string | undefined,
): readonly Dispatch[] {
  return workflow.jobs.flatMap((job) =>
    job.steps.flatMap((step) =>
      sentBy(step, envOf(workflow, job, step), repository).map((sent) => ({
        ...sent,
        workflow,
        job,
        step,
      })),
    ),
  );
}

function sentBy(step: Step, env: StepEnv, repository: string | undefined): readonly Sent[] {
  if (step.run !== undefined) return commandDispatches(step.run, env, repository);
  const action = actionOf(step);
  if (action === 'actions/github-script') return scriptDispatches(step, repository);
  if (action === 'octokit/request-action') return requestDispatches(step, env, repository);
  const sent = byAction(action, step, env, repository);
  return sent === undefined ? [] : [sent];
}

/** The inputs of an action that starts workflows. */
interface Sender {
  readonly kind: Dispatch['kind'];
  readonly target: readonly string[];
  readonly fallback?: string;
  readonly token: readonly string[];
  /** Whether the job's own token is the default. */
  readonly ownToken: boolean;
}

const starter: Sender = {
  kind: 'workflow_dispatch',
  target: ['workflow', 'workflow_file_name', 'workflow_id', 'workflow-id', 'workflow-file-name'],
  token: ['token', 'github_token', 'github-token'],
  ownToken: false,
};

const senders: Readonly<Record<string, Sender>> = {
  'peter-evans/repository-dispatch': {
    kind: 'repository_dispatch',
    target: ['event-type'],
    token: ['token'],
    ownToken: true,
  },
  'mvasigh/dispatch-action': {
    kind: 'repository_dispatch',
    target: ['event_type'],
    token: ['token'],
    ownToken: false,
  },
  'benc-uk/workflow-dispatch': { ...starter, ownToken: true },
  'the-actions-org/workflow-dispatch': starter,
  'aurelien-baudet/workflow-dispatch': starter,
  'convictional/trigger-workflow-and-wait': starter,
  'codex-/return-dispatch': starter,
  'lasith-kg/dispatch-workflow': starter,
};

function byAction(
  action: string,
  step: Step,
  env: StepEnv,
  repository: string | undefined,
): Sent | undefined {
  const sender = senderOf(action, step);
  if (sender === undefined) return undefined;
  const target = inputOf(step.inputs, ...sender.target);
  const token = inputOf(step.inputs, ...sender.token);
  const text = target === undefined ? sender.fallback : resolve(target.text, env);
  return {
    at: target?.at ?? step.at,
    kind: sender.kind,
    target: literal(text),
    repository: repositoryOf(addressOf(step, env), repository),
    token: token === undefined && sender.ownToken ? 'job' : tokenKind(token?.text),
    always: true,
    tool: step.uses?.text.split('@')[0] ?? '',
  };
}

// deploy-kit's own: the defaults are those of their definitions.
function senderOf(action: string, step: Step): Sender | undefined {
  const common = { token: ['github-token'], ownToken: true };
  if (action === 'dispatch' || action === 'build-and-dispatch')
    return inputOf(step.inputs, 'workflow') === undefined
      ? { kind: 'repository_dispatch', target: ['event-type'], fallback: 'deploy', ...common }
      : { kind: 'workflow_dispatch', target: ['workflow'], ...common };
  const method = inputOf(step.inputs, 'dispatch-method')?.text;
  if (action === 'lasith-kg/dispatch-workflow' && method === 'repository_dispatch')
    return { ...starter, kind: 'repository_dispatch', target: ['event-type'] };
  return Object.hasOwn(senders, action) ? senders[action] : undefined;
}

function addressOf(step: Step, env: StepEnv): string | undefined {
  const name = inputOf(step.inputs, 'repository', 'repositories', 'repo')?.text;
  const owner = inputOf(step.inputs, 'owner')?.text;
  if (name === undefined) return undefined;
  return resolve(owner === undefined || name.includes('/') ? name : `${owner}/${name}`, env);
}

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

// `context.repo` is the repository itself; anything else is said by a name.
function scriptDispatches(step: Step, repository: string | undefined): readonly Sent[] {
  const script = step.inputs.get('script');
  const call = /createWorkflowDispatch|createDispatchEvent/.exec(script?.text ?? '');
  if (script === undefined || call === null) return [];
  const isEvent = call[0] === 'createDispatchEvent';
  const named = (key: string): string | undefined =>
    new RegExp(String.raw`\b${key}\s*:\s*['"\`]([^'"\`]+)['"\`]`).exec(script.text)?.[1];
  const repo = named('repo');
  return [
    {
      at: positionOf(script, step),
      kind: isEvent ? 'repository_dispatch' : 'workflow_dispatch',
      target: literal(named(isEvent ? 'event_type' : 'workflow_id')),
      repository:
        repo === undefined ? 'here' : repositoryOf(`${named('owner') ?? '?'}/${repo}`, repository),
      token: tokenKind(step.inputs.get('github-token')?.text ?? '${{ github.token }}'),
      always: false,
      tool: 'actions/github-script',
    },
  ];
}

function requestDispatches(
  step: Step,
  env: StepEnv,
  repository: string | undefined,
): readonly Sent[] {
  const route = inputOf(step.inputs, 'route');
  const found = /repos\/(.+?)\/(?:actions\/workflows\/([^/]+)\/)?dispatches/.exec(
    route?.text ?? '',
  );
  if (route === undefined || found === null) return [];
  const [, address, file] = found;
  const type = inputOf(step.inputs, 'event_type');
  const named = inputOf(step.inputs, 'repository')?.text;
  const target = file ?? type?.text;
  return [
    {
      at: type?.at ?? route.at,
      kind: file === undefined ? 'repository_dispatch' : 'workflow_dispatch',
      target: literal(target === undefined ? undefined : resolve(target, env)),
      repository: repositoryOf(address === '{repository}' ? named : address, repository),
      token: tokenKind(env.get('github_token')),
      always: true,
      tool: 'octokit/request-action',
    },
  ];
}

function positionOf(script: SourceScalar, step: Step): Position {
  return script.text === '' ? step.at : script.at;
}

/** A text that does not depend on the run. */
export function literal(text: string | undefined): string | undefined {
  return text === undefined || text === '' || /\$[\w{(]|\{\w*\}/.test(text) ? undefined : text;
}
