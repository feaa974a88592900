import { literal, repositoryOf, type Sent } from './dispatch.js';
import { inputOf, resolve, tokenOwner, type StepEnv } from './known-values.js';
import type { WorkflowStep } from './model.js';

/** What actions/github-script sends: `context.repo` is the repository itself, any other is named. */
export function scriptDispatches(
  step: WorkflowStep,
  repository: string | undefined,
): readonly Sent[] {
  const script = step.inputs.get('script');
  if (script === undefined) return [];
  const calls = [...script.text.matchAll(/createWorkflowDispatch|createDispatchEvent/g)];
  return calls.map(({ 0: call, index }, at) => {
    // What a single call is given may stand before it.
    const text = calls.length === 1 ? script.text : script.text.slice(index, calls[at + 1]?.index);
    const isEvent = call === 'createDispatchEvent';
    const named = (key: string): string | undefined =>
      new RegExp(String.raw`\b${key}\s*:\s*['"\`]([^'"\`]+)['"\`]`).exec(text)?.[1];
    const repo = named('repo');
    return {
      at: script.at,
      kind: isEvent ? 'repository_dispatch' : 'workflow_dispatch',
      target: literal(named(isEvent ? 'event_type' : 'workflow_id')),
      repository:
        repo === undefined ? 'here' : repositoryOf(`${named('owner') ?? '?'}/${repo}`, repository),
      token: tokenOwner(step.inputs.get('github-token')?.text ?? '${{ github.token }}'),
      always: false,
      tool: 'actions/github-script',
    };
  });
}

/** What octokit/request-action sends. */
export function requestDispatches(
  step: WorkflowStep,
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
      token: tokenOwner(env.get('github_token')),
      always: true,
      tool: 'octokit/request-action',
    },
  ];
}
