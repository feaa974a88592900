import { randomUUID } from 'node:crypto';
import { requireToken } from '../../src/connect/require-token.js';
import { runAction } from '../../src/connect/run-action.js';
import { dispatchAndReport } from '../../src/dispatch/dispatch-and-report.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { releaseOfRun } from '../../src/release/release-of-run.js';
import { parseReleaseText, releaseOfEvent } from '../../src/release/release.js';
import { definition } from './definition.js';

/** Hands the release on to the next workflow, and stays with its run. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const clock = systemClock;
    requireToken(inputs.githubToken, 'github-token', context);
    const release =
      inputs.release === undefined
        ? (releaseOfEvent(context.event) ?? releaseOfRun(context, randomUUID(), clock.now()))
        : parseReleaseText(inputs.release);
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, clock);
    await dispatchAndReport(inputs, release, context, { github, clock, reporter });
  });
}
