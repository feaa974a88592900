import type { GitHub } from '../github.js';
import { anyAnswer, deploymentAnswer } from './github-answers.js';
import type { GitHubClient } from './octokit-client.js';

/** GitHub takes no longer description of a deployment, in characters. */
const maxDescription = 140;

const deploymentsWrite = 'Deployments: write';

/** The record of deployments, which a repository shows beside its code. */
export function octokitDeployments({
  octokit: { repos },
  write,
}: GitHubClient): Pick<GitHub, 'createDeployment' | 'setDeploymentStatus'> {
  return {
    async createDeployment(repository, { ref, environment, description }) {
      const path = '/deployments';
      const answer = await write(repository, path, deploymentsWrite, deploymentAnswer, (where) =>
        repos.createDeployment({
          ...where,
          ref,
          environment,
          description: description.slice(0, maxDescription),
          // With their defaults GitHub answers 202 or 409 instead of making the deployment.
          auto_merge: false,
          required_contexts: [],
        }),
      );
      return answer.id;
    },

    async setDeploymentStatus(repository, id, status) {
      const path = `/deployments/${id}/statuses`;
      await write(repository, path, deploymentsWrite, anyAnswer, (where) =>
        repos.createDeploymentStatus({
          ...where,
          deployment_id: id,
          state: status.state,
          description: status.description.slice(0, maxDescription),
          log_url: status.logUrl,
          ...(status.environmentUrl === '' ? {} : { environment_url: status.environmentUrl }),
        }),
      );
    },
  };
}
