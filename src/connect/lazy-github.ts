import type { GitHub } from '../github/github.js';
import type { Clock } from '../local/clock.js';

/** GitHub's API, loaded where it is asked and nowhere else: it is the slowest part to start. */
export function lazyGitHub(token: string, apiUrl: string, clock: Clock): () => Promise<GitHub> {
  return async () => {
    const { octokitGitHub } = await import('../github/outside/octokit-github.js');
    return octokitGitHub(token, apiUrl, clock);
  };
}
