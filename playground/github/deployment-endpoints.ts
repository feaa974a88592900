import { apiDeployment, apiDeploymentStatus, type DeploymentFacts } from './api-objects.js';
import { repo, type ApiAnswer, type ApiWorld, type Call, type Endpoints } from './endpoint.js';

/** Deployments that a step records by itself, without a job's `environment:`. */
export function deploymentEndpoints(world: ApiWorld): Endpoints {
  const writes = (answer: Endpoints[string]['answer']): Endpoints[string] => ({
    permission: 'deployments',
    level: 'write',
    answer,
  });
  return {
    [`POST ${repo}/deployments`]: writes((call) => record(call, world)),
    [`POST ${repo}/deployments/{deployment_id}/statuses`]: writes((call) => addStatus(call, world)),
  };
}

function record({ repository, body }: Call, { place }: ApiWorld): ApiAnswer {
  // GitHub's defaults: it would merge, or wait for checks, and answer 202 or 409.
  if (body.auto_merge !== false || !Array.isArray(body.required_contexts))
    return { status: 409, body: { message: 'Conflict: Commit status checks failed.' } };
  const environment = String(body.environment);
  const deployment = { id: repository.recorded.length + 1, environment, ref: String(body.ref) };
  repository.recorded.push({ ...deployment, statuses: [] });
  return {
    status: 201,
    body: apiDeployment(facts(repository.name, deployment), environment, place),
  };
}

function addStatus({ repository, parameters, body }: Call, { place }: ApiWorld): ApiAnswer {
  const found = repository.recorded.find(({ id }) => id === Number(parameters.deployment_id));
  if (found === undefined) return { status: 404, body: { message: 'Not Found' } };
  const state = String(body.state);
  found.statuses.push({ state, url: text(body.environment_url) });
  const status = {
    id: found.statuses.length,
    state,
    description: text(body.description),
    target_url: text(body.log_url),
  };
  return { status: 201, body: apiDeploymentStatus(facts(repository.name, found), status, place) };
}

function facts(
  repository: string,
  { id, ref }: { readonly id: number; readonly ref: string },
): DeploymentFacts {
  const now = new Date().toISOString();
  return { id, repository, sha: ref, ref, actor: 'ada', createdAt: now, updatedAt: now };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
