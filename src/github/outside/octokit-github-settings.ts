import * as v from 'valibot';
import type { Clock } from '../../local/clock.js';
import type { GitHubSettings } from '../github-settings.js';
import { anyAnswer, environmentAnswer, namesAnswer, workflowAnswer } from './github-answers.js';
import {
  octokitClient,
  unlessMissing,
  type OwnerAndName,
  type RawAnswer,
} from './octokit-github-client.js';

/** Where a request goes, and what ends it. */
type Where = OwnerAndName & { readonly request: { readonly signal: AbortSignal } };

/** Settings of repositories through GitHub's API. */
export function octokitGitHubSettings(token: string, apiUrl: string, clock: Clock): GitHubSettings {
  const { octokit, read } = octokitClient(token, apiUrl, clock);
  const { actions, repos } = octokit;

  const ask = <Schema extends v.GenericSchema>(
    { repository, path, permission, signal }: Question,
    schema: Schema,
    send: (where: Where) => Promise<RawAnswer>,
  ): Promise<v.InferOutput<Schema>> =>
    read(
      repository,
      path,
      permission,
      schema,
      (where) => send({ ...where, request: { signal } }),
      signal,
    );

  const isThere = async (
    question: Question,
    send: (where: Where) => Promise<RawAnswer>,
  ): Promise<boolean> =>
    (await ask(question, anyAnswer, (where) => unlessMissing(send(where), octokit, where))) !==
    undefined;

  /** Whether a list that an organisation shares with a repository has that name, in any case. */
  const isShared = async (
    question: Question,
    name: string,
    list: (where: Where) => Promise<unknown>,
  ): Promise<boolean> => {
    const names = await ask(question, namesAnswer, async (where) => ({ data: await list(where) }));
    return names.some((one) => one.name.toUpperCase() === name.toUpperCase());
  };

  return {
    async hasSecret(repository, name, environment, signal) {
      const permission = environment === undefined ? 'Secrets: read' : 'Environments: read';
      const question = { repository, permission, signal };
      if (environment !== undefined)
        return isThere(
          { ...question, path: `/environments/${environment}/secrets/${name}` },
          (where) =>
            actions.getEnvironmentSecret({
              ...where,
              environment_name: environment,
              secret_name: name,
            }),
        );
      const own = await isThere({ ...question, path: `/actions/secrets/${name}` }, (where) =>
        actions.getRepoSecret({ ...where, secret_name: name }),
      );
      if (own) return true;
      return isShared({ ...question, path: '/actions/organization-secrets' }, name, (where) =>
        octokit.paginate(actions.listRepoOrganizationSecrets, { ...where, per_page: 100 }),
      );
    },

    async hasVariable(repository, name, environment, signal) {
      const permission = environment === undefined ? 'Variables: read' : 'Environments: read';
      const question = { repository, permission, signal };
      if (environment !== undefined)
        return isThere(
          { ...question, path: `/environments/${environment}/variables/${name}` },
          (where) =>
            actions.getEnvironmentVariable({ ...where, environment_name: environment, name }),
        );
      const own = await isThere({ ...question, path: `/actions/variables/${name}` }, (where) =>
        actions.getRepoVariable({ ...where, name }),
      );
      if (own) return true;
      return isShared({ ...question, path: '/actions/organization-variables' }, name, (where) =>
        octokit.paginate(actions.listRepoOrganizationVariables, { ...where, per_page: 30 }),
      );
    },

    async environment(repository, name, signal) {
      const path = `/environments/${name}`;
      const question = { repository, path, permission: actionsRead, signal };
      return ask(question, v.optional(environmentAnswer), (where) =>
        unlessMissing(repos.getEnvironment({ ...where, environment_name: name }), octokit, where),
      );
    },

    async workflowState(repository, file, signal) {
      const path = `/actions/workflows/${file}`;
      const question = { repository, path, permission: actionsRead, signal };
      const found = await ask(question, v.optional(workflowAnswer), (where) =>
        unlessMissing(actions.getWorkflow({ ...where, workflow_id: file }), octokit, where),
      );
      return found?.state;
    },
  };
}

const actionsRead = 'Actions: read';

interface Question {
  readonly repository: string;
  readonly path: string;
  readonly permission: string;
  readonly signal: AbortSignal;
}
