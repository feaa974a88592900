import type { Clock } from '../ports/clock.js';
import type { GitHubSettings } from '../ports/github-settings.js';
import {
  octokitClient,
  reviewerName,
  unlessMissing,
  type OwnerAndName,
} from './octokit-github-client.js';

type Named = readonly { readonly name: string }[];

/** Where a request goes, and what ends it. */
type Where = OwnerAndName & { readonly request: { readonly signal: AbortSignal } };

/** Settings of repositories through GitHub's API. */
export function octokitGitHubSettings(token: string, apiUrl: string, clock: Clock): GitHubSettings {
  const { octokit, read } = octokitClient(token, apiUrl, clock);
  const { actions, repos } = octokit;

  const ask = <Answer>(
    { repository, path, permission, signal }: Question,
    send: (where: Where) => Promise<Answer>,
  ): Promise<Answer> =>
    read(repository, path, permission, (where) => send({ ...where, request: { signal } }), signal);

  const isThere = async (
    question: Question,
    send: (where: Where) => Promise<unknown>,
  ): Promise<boolean> =>
    (await ask(question, (where) => unlessMissing(send(where), octokit, where))) !== undefined;

  /** Whether a list that an organisation shares with a repository has that name, in any case. */
  const isShared = async (
    question: Question,
    name: string,
    list: (where: Where) => Promise<Named>,
  ): Promise<boolean> => {
    const names = await ask(question, list);
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
      const found = await ask({ repository, path, permission: actionsRead, signal }, (where) =>
        unlessMissing(repos.getEnvironment({ ...where, environment_name: name }), octokit, where),
      );
      if (found === undefined) return undefined;
      const rules = found.data.protection_rules ?? [];
      const reviewers = rules.flatMap((rule) =>
        'reviewers' in rule ? (rule.reviewers ?? []) : [],
      );
      return { reviewers: reviewers.map(({ reviewer }) => reviewerName(reviewer ?? {})) };
    },

    async workflowState(repository, file, signal) {
      const path = `/actions/workflows/${file}`;
      const found = await ask({ repository, path, permission: actionsRead, signal }, (where) =>
        unlessMissing(actions.getWorkflow({ ...where, workflow_id: file }), octokit, where),
      );
      return found?.data.state;
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
