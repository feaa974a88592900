import { commandDispatches } from './command-dispatches.js';
import { literal, repositoryOf, type Dispatch, type Sent } from './dispatch.js';
import { actionOf } from './image-builds.js';
import { envOf, inputOf, resolve, tokenOwner, type StepEnv } from './known-values.js';
import type { WorkflowStep, Workflow } from './model.js';
import { requestDispatches, scriptDispatches } from './script-dispatches.js';

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

function sentBy(step: WorkflowStep, env: StepEnv, repository: string | undefined): readonly Sent[] {
  if (step.run !== undefined) return commandDispatches(step.run, env, repository);
  const action = actionOf(step);
  if (action === 'actions/github-script') return scriptDispatches(step, repository);
  if (action === 'octokit/request-action') return requestDispatches(step, env, repository);
  return byAction(action, step, env, repository);
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
  step: WorkflowStep,
  env: StepEnv,
  repository: string | undefined,
): readonly Sent[] {
  const sender = senderOf(action, step);
  if (sender === undefined) return [];
  const target = inputOf(step.inputs, ...sender.target);
  const token = inputOf(step.inputs, ...sender.token);
  const text = target === undefined ? sender.fallback : resolve(target.text, env);
  const addresses = addressesOf(step, env).map((each) => repositoryOf(each, repository));
  return [...new Set(addresses)].map((address) => ({
    at: target?.at ?? step.at,
    kind: sender.kind,
    target: literal(text),
    repository: address,
    token: token === undefined && sender.ownToken ? 'job' : tokenOwner(token?.text),
    always: true,
    tool: step.uses?.text.split('@')[0] ?? '',
  }));
}

// deploy-kit's own: the defaults are those of their definitions.
function senderOf(action: string, step: WorkflowStep): Sender | undefined {
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

// deploy-kit's `repositories` may name several.
function addressesOf(step: WorkflowStep, env: StepEnv): readonly (string | undefined)[] {
  const several = inputOf(step.inputs, 'repositories')?.text.split(/[\n,]/);
  const names = several ?? [inputOf(step.inputs, 'repository', 'repo')?.text ?? ''];
  const owner = inputOf(step.inputs, 'owner')?.text;
  const given = names.map((name) => name.trim()).filter((name) => name !== '');
  if (given.length === 0) return [undefined];
  return given.map((name) =>
    resolve(owner === undefined || name.includes('/') ? name : `${owner}/${name}`, env),
  );
}
