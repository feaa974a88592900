import type { Clock } from '../../local/clock.js';
import type { GitHub } from '../github.js';
import { octokitClient } from './octokit-client.js';
import { octokitContents } from './octokit-contents.js';
import { octokitDeployments } from './octokit-deployments.js';
import { octokitEvents } from './octokit-events.js';
import { octokitRuns } from './octokit-runs.js';

/** GitHub's API with one token, at the API address of the server that runs the workflow. */
export function octokitGitHub(token: string, apiUrl: string, clock: Clock): GitHub {
  const client = octokitClient(token, apiUrl, clock);
  return {
    ...octokitEvents(client),
    ...octokitContents(client),
    ...octokitRuns(client),
    ...octokitDeployments(client),
  };
}
