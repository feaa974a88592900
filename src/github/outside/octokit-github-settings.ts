import * as v from 'valibot';
import type { Clock } from '../../local/clock.js';
import type { GitHubSettings } from '../github-settings.js';
import { anyAnswer, environmentAnswer, namesAnswer, workflowAnswer } from './github-answers.js';
import {
  octokitClient,
  unlessMissing,
  type GitHubClient,
  type OwnerAndName,
  type RawAnswer,
} from './octokit-client.js';

/** What is looked for, what it takes to see it, and what ends the look. */
interface Question {
  readonly repository: string;
  readonly path: string;
  readonly permission: string;
  readonly signal: AbortSignal;
}

/** Where a request goes, and what ends it. */
type Where = OwnerAndName & { readonly request: { readonly signal: AbortSignal } };

type Send<Answer = RawAnswer> = (where: Where) => Promise<Answer>;

/** Settings of repositories through GitHub's API. */
export function octokitGitHubSettings(token: string, apiUrl: string, clock: Clock): GitHubSettings {
  const client = octokitClient(token, apiUrl, clock);
  return {
    hasSecret: (...place) => hasSecret(client, ...place),
    hasVariable: (...place) => hasVariable(client, ...place),
    environment: (...place) => environment(client, ...place),
    workflowState: (...place) => workflowState(client, ...place),
  };
}

async function hasSecret(
  client: GitHubClient,
  ...[repository, name, environment, signal]: Parameters<GitHubSettings['hasSecret']>
): Promise<boolean> {
  const { actions } = client.octokit;
  const question = { repository, permission: 'Secrets: read', signal };
  if (environment !== undefined)
    return isThere(
      client,
      {
        ...question,
        permission: 'Environments: read',
        path: `/environments/${environment}/secrets/${name}`,
      },
      (where) =>
        actions.getEnvironmentSecret({
          ...where,
          environment_name: environment,
          secret_name: name,
        }),
    );
  const path = `/actions/secrets/${name}`;
  const own = await isThere(client, { ...question, path }, (where) =>
    actions.getRepoSecret({ ...where, secret_name: name }),
  );
  if (own) return true;
  const shared = { ...question, path: '/actions/organization-secrets' };
  return isShared(client, shared, name, (where) =>
    client.octokit.paginate(actions.listRepoOrganizationSecrets, { ...where, per_page: 100 }),
  );
}

async function hasVariable(
  client: GitHubClient,
  ...[repository, name, environment, signal]: Parameters<GitHubSettings['hasVariable']>
): Promise<boolean> {
  const { actions } = client.octokit;
  const question = { repository, permission: 'Variables: read', signal };
  if (environment !== undefined)
    return isThere(
      client,
      {
        ...question,
        permission: 'Environments: read',
        path: `/environments/${environment}/variables/${name}`,
      },
      (where) => actions.getEnvironmentVariable({ ...where, environment_name: environment, name }),
    );
  const path = `/actions/variables/${name}`;
  const own = await isThere(client, { ...question, path }, (where) =>
    actions.getRepoVariable({ ...where, name }),
  );
  if (own) return true;
  const shared = { ...question, path: '/actions/organization-variables' };
  return isShared(client, shared, name, (where) =>
    client.octokit.paginate(actions.listRepoOrganizationVariables, { ...where, per_page: 30 }),
  );
}

function environment(
  client: GitHubClient,
  ...[repository, name, signal]: Parameters<GitHubSettings['environment']>
): ReturnType<GitHubSettings['environment']> {
  const { repos } = client.octokit;
  const question = { repository, path: `/environments/${name}`, permission: actionsRead, signal };
  return askUnlessMissing(client, question, environmentAnswer, (where) =>
    repos.getEnvironment({ ...where, environment_name: name }),
  );
}

async function workflowState(
  client: GitHubClient,
  ...[repository, file, signal]: Parameters<GitHubSettings['workflowState']>
): Promise<string | undefined> {
  const { actions } = client.octokit;
  const path = `/actions/workflows/${file}`;
  const question = { repository, path, permission: actionsRead, signal };
  const found = await askUnlessMissing(client, question, workflowAnswer, (where) =>
    actions.getWorkflow({ ...where, workflow_id: file }),
  );
  return found?.state;
}

const actionsRead = 'Actions: read';

function ask<Schema extends v.GenericSchema>(
  { read }: GitHubClient,
  { repository, path, permission, signal }: Question,
  schema: Schema,
  send: Send,
): Promise<v.InferOutput<Schema>> {
  const whole = (where: OwnerAndName): Promise<RawAnswer> =>
    send({ ...where, request: { signal } });
  return read(repository, path, permission, schema, whole, signal);
}

function askUnlessMissing<Schema extends v.GenericSchema>(
  client: GitHubClient,
  question: Question,
  schema: Schema,
  send: Send,
): Promise<v.InferOutput<Schema> | undefined> {
  return ask(client, question, v.optional(schema), (where) =>
    unlessMissing(send(where), client.octokit, where),
  );
}

async function isThere(client: GitHubClient, question: Question, send: Send): Promise<boolean> {
  return (await askUnlessMissing(client, question, anyAnswer, send)) !== undefined;
}

/** Whether a list that an organisation shares with a repository has that name, in any case. */
async function isShared(
  client: GitHubClient,
  question: Question,
  name: string,
  list: Send<unknown>,
): Promise<boolean> {
  const names = await ask(client, question, namesAnswer, async (where) => ({
    data: await list(where),
  }));
  return names.some((one) => one.name.toUpperCase() === name.toUpperCase());
}
