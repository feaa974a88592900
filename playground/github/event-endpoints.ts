import { parseWorkflowFile } from '../runner/workflow.js';
import { repo, type ApiAnswer, type ApiWorld, type Call, type Endpoints } from './endpoint.js';

/** What starts runs: repository_dispatch and workflow_dispatch. */
export function eventEndpoints(world: ApiWorld): Endpoints {
  return {
    [`POST ${repo}/dispatches`]: {
      permission: 'contents',
      level: 'write',
      answer: (call) => sendEvent(call, world),
    },
    [`POST ${repo}/actions/workflows/{workflow_id}/dispatches`]: {
      permission: 'actions',
      level: 'write',
      answer: (call) => startWorkflow(call, world),
    },
  };
}

async function sendEvent({ repository, body }: Call, { engine }: ApiWorld): Promise<ApiAnswer> {
  const { git } = repository;
  const sha = await git.resolve(git.defaultBranch);
  const type = String(body.event_type);
  await engine.happen(
    repository,
    { name: 'repository_dispatch', type },
    {
      ref: `refs/heads/${git.defaultBranch}`,
      sha,
      actor: 'github-actions[bot]',
      payload: {
        action: type,
        branch: git.defaultBranch,
        client_payload: body.client_payload ?? {},
        repository: { full_name: repository.name, default_branch: repository.git.defaultBranch },
      },
    },
  );
  return { status: 204 };
}

async function startWorkflow(
  { repository, parameters, body, version }: Call,
  { engine, place }: ApiWorld,
): Promise<ApiAnswer> {
  const branch = String(body.ref).replace(/^refs\/heads\//, '');
  if (!(await repository.git.has(branch)))
    return { status: 422, body: { message: `No ref found for: ${branch}` } };
  const sha = await repository.git.resolve(branch);
  const path = `.github/workflows/${parameters.workflow_id ?? ''}`;
  const source = await repository.git.show(sha, path);
  if (source === undefined) return { status: 404, body: { message: 'Not Found' } };
  const workflow = await parseWorkflowFile(path, source);
  const trigger = workflow.events.workflow_dispatch as
    { inputs?: Record<string, { required?: boolean; default?: unknown }> } | undefined;
  if (trigger === undefined)
    return {
      status: 422,
      body: { message: "Workflow does not have 'workflow_dispatch' trigger" },
    };
  const given = (body.inputs ?? {}) as Record<string, unknown>;
  const unexpected = Object.keys(given).filter((key) => trigger.inputs?.[key] === undefined);
  if (unexpected.length > 0)
    return {
      status: 422,
      body: { message: `Unexpected inputs provided: ${JSON.stringify(unexpected)}` },
    };
  const inputs = Object.fromEntries(
    Object.entries(trigger.inputs ?? {}).map(([key, { default: usual }]) => [
      key,
      given[key] ?? usual ?? '',
    ]),
  );
  const run = await engine.start(repository, workflow, source, 'workflow_dispatch', {
    ref: `refs/heads/${branch}`,
    sha,
    actor: 'ada',
    payload: {
      inputs,
      ref: `refs/heads/${branch}`,
      repository: { full_name: repository.name, default_branch: repository.git.defaultBranch },
    },
  });
  if (version < '2026-03-10' && body.return_run_details !== true) return { status: 204 };
  const url = `/repos/${repository.name}/actions/runs/${run.id}`;
  const { apiUrl, serverUrl } = place;
  return {
    status: 200,
    body: {
      workflow_run_id: run.id,
      run_url: `${apiUrl}${url}`,
      html_url: `${serverUrl}/${repository.name}/actions/runs/${run.id}`,
    },
  };
}
