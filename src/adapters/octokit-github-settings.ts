import type { Clock } from '../ports/clock.js';
import type { GitHubSettings } from '../ports/github-settings.js';
import {
  octokitClient,
  reviewerName,
  unlessMissing,
  type OwnerAndName,
} from './octokit-github-client.js';

type Named = readonly { readonly name: string }[];

/** Settings of repositories through GitHub's API. */
export function octokitGitHubSettings(token: string, apiUrl: string, clock: Clock): GitHubSettings {
  const { octokit, read } = octokitClient(token, apiUrl, clock);
  const { actions, repos } = octokit;

  const find = <Answer>(
    repository: string,
    path: string,
    permission: string,
    ask: (where: OwnerAndName) => Promise<Answer>,
  ): Promise<Answer | undefined> =>
    read(repository, path, permission, (where) => unlessMissing(ask(where), octokit, where));

  /** Whether a list that an organisation shares with a repository has that name, in any case. */
  const isShared = async (
    repository: string,
    kind: 'secrets' | 'variables',
    permission: string,
    name: string,
  ): Promise<boolean> => {
    const names = await read(
      repository,
      `/actions/organization-${kind}`,
      permission,
      (where): Promise<Named> =>
        kind === 'secrets'
          ? octokit.paginate(actions.listRepoOrganizationSecrets, { ...where, per_page: 100 })
          : octokit.paginate(actions.listRepoOrganizationVariables, { ...where, per_page: 30 }),
    );
    return names.some((one) => one.name.toUpperCase() === name.toUpperCase());
  };

  return {
    async hasSecret(repository, name, environment) {
      if (environment !== undefined) {
        const path = `/environments/${environment}/secrets/${name}`;
        const found = await find(repository, path, 'Environments: read', (where) =>
          actions.getEnvironmentSecret({
            ...where,
            environment_name: environment,
            secret_name: name,
          }),
        );
        return found !== undefined;
      }
      const permission = 'Secrets: read';
      const found = await find(repository, `/actions/secrets/${name}`, permission, (where) =>
        actions.getRepoSecret({ ...where, secret_name: name }),
      );
      return found !== undefined || isShared(repository, 'secrets', permission, name);
    },

    async hasVariable(repository, name, environment) {
      if (environment !== undefined) {
        const path = `/environments/${environment}/variables/${name}`;
        const found = await find(repository, path, 'Environments: read', (where) =>
          actions.getEnvironmentVariable({ ...where, environment_name: environment, name }),
        );
        return found !== undefined;
      }
      const permission = 'Variables: read';
      const found = await find(repository, `/actions/variables/${name}`, permission, (where) =>
        actions.getRepoVariable({ ...where, name }),
      );
      return found !== undefined || isShared(repository, 'variables', permission, name);
    },

    async environment(repository, name) {
      const found = await find(repository, `/environments/${name}`, 'Actions: read', (where) =>
        repos.getEnvironment({ ...where, environment_name: name }),
      );
      if (found === undefined) return undefined;
      const rules = found.data.protection_rules ?? [];
      const reviewers = rules.flatMap((rule) =>
        'reviewers' in rule ? (rule.reviewers ?? []) : [],
      );
      return { reviewers: reviewers.map(({ reviewer }) => reviewerName(reviewer ?? {})) };
    },

    async workflowState(repository, file) {
      const path = `/actions/workflows/${file}`;
      const found = await find(repository, path, 'Actions: read', (where) =>
        actions.getWorkflow({ ...where, workflow_id: file }),
      );
      return found?.data.state;
    },
  };
}
