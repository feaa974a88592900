import { apiUser, nodeId, numberOf, type ApiPlace } from './api-objects.js';
import {
  notFound,
  repo,
  type ApiAnswer,
  type ApiWorld,
  type Call,
  type Endpoints,
} from './endpoint.js';

type Settings = Readonly<Record<string, string>>;
type Answer = (call: Call) => ApiAnswer | Promise<ApiAnswer>;

/** What shows a repository's settings; values of secrets are never shown. */
export function settingsEndpoints({ place }: ApiWorld): Endpoints {
  const reads = (permission: string, answer: Answer): Endpoints[string] => ({
    permission,
    level: 'read',
    answer,
  });
  const environment = `${repo}/environments/{environment_name}`;
  const actions = `${repo}/actions`;
  return {
    [`GET ${actions}/secrets/{secret_name}`]: reads('secrets', ({ repository, parameters }) =>
      show(repository.secrets, parameters.secret_name, apiSecret),
    ),
    [`GET ${actions}/organization-secrets`]: reads('secrets', ({ repository }) =>
      listed('secrets', repository.shared.secrets, apiSecret),
    ),
    [`GET ${actions}/variables/{name}`]: reads('variables', ({ repository, parameters }) =>
      show(repository.variables, parameters.name, apiVariable),
    ),
    [`GET ${actions}/organization-variables`]: reads('variables', ({ repository }) =>
      listed('variables', repository.shared.variables, apiVariable),
    ),
    [`GET ${environment}`]: reads('actions', (call) => showEnvironment(call, place)),
    [`GET ${environment}/secrets/{secret_name}`]: reads('environments', (call) =>
      show(environmentOf(call)?.secrets ?? {}, call.parameters.secret_name, apiSecret),
    ),
    [`GET ${environment}/variables/{name}`]: reads('environments', (call) =>
      show(environmentOf(call)?.variables ?? {}, call.parameters.name, apiVariable),
    ),
    [`GET ${actions}/workflows/{workflow_id}`]: reads('actions', (call) =>
      showWorkflow(call, place),
    ),
  };
}

/** Names count in any case: GitHub keeps them in capitals. */
function show(
  settings: Settings,
  wanted: string | undefined,
  shape: (name: string, value: string) => object,
): ApiAnswer {
  const found = Object.entries(settings).find(
    ([name]) => name.toUpperCase() === wanted?.toUpperCase(),
  );
  return found === undefined ? notFound : { status: 200, body: shape(...found) };
}

function listed(
  kind: 'secrets' | 'variables',
  settings: Settings,
  shape: (name: string, value: string) => object,
): ApiAnswer {
  const all = Object.entries(settings).map(([name, value]) => shape(name, value));
  return { status: 200, body: { total_count: all.length, [kind]: all } };
}

const time = new Date(0).toISOString();

function apiSecret(name: string): object {
  return { name: name.toUpperCase(), created_at: time, updated_at: time };
}

function apiVariable(name: string, value: string): object {
  return { name: name.toUpperCase(), value, created_at: time, updated_at: time };
}

function environmentOf({ repository, parameters }: Call) {
  return repository.environments[decodeURIComponent(parameters.environment_name ?? '')];
}

function showEnvironment(call: Call, place: ApiPlace): ApiAnswer {
  const found = environmentOf(call);
  if (found === undefined) return notFound;
  const name = decodeURIComponent(call.parameters.environment_name ?? '');
  const reviewers = (found.reviewers ?? []).map((login) => ({
    type: 'User',
    reviewer: apiUser(login, place),
  }));
  const rule = { id: 1, node_id: nodeId('rule'), prevent_self_review: false, reviewers };
  return {
    status: 200,
    body: {
      id: numberOf(name),
      node_id: nodeId(name),
      name,
      url: `${place.apiUrl}/repos/${call.repository.name}/environments/${encodeURIComponent(name)}`,
      html_url: `${place.serverUrl}/${call.repository.name}/deployments`,
      created_at: time,
      updated_at: time,
      protection_rules: reviewers.length === 0 ? [] : [{ ...rule, type: 'required_reviewers' }],
      deployment_branch_policy: null,
    },
  };
}

async function showWorkflow(
  { repository, parameters }: Call,
  { apiUrl, serverUrl }: ApiPlace,
): Promise<ApiAnswer> {
  const file = decodeURIComponent(parameters.workflow_id ?? '');
  const path = `.github/workflows/${file}`;
  const source = await repository.git.show(repository.git.defaultBranch, path);
  if (source === undefined) return notFound;
  const url = `${apiUrl}/repos/${repository.name}/actions/workflows/${numberOf(path)}`;
  return {
    status: 200,
    body: {
      id: numberOf(path),
      node_id: nodeId(path),
      name: /^name: *(.+)$/m.exec(source)?.[1] ?? path,
      path,
      state: repository.disabledWorkflows.has(file) ? 'disabled_manually' : 'active',
      created_at: time,
      updated_at: time,
      url,
      html_url: `${serverUrl}/${repository.name}/blob/main/${path}`,
      badge_url: `${serverUrl}/${repository.name}/workflows/${encodeURIComponent(file)}/badge.svg`,
    },
  };
}
