import { randomUUID } from 'node:crypto';
import { githubContext } from '../../src/local/outside/github-context.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { requireToken } from '../../src/connect/require-token.js';
import { runAction } from '../../src/connect/run-action.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { dispatchRelease } from '../../src/dispatch/dispatch-release.js';
import { dispatchRequest, outputDispatched } from '../../src/dispatch/dispatch-request.js';
import { requireSuccess } from '../../src/dispatch/require-success.js';
import { renderDispatchSummary } from '../../src/dispatch/plan/dispatch.js';
import { parseReleaseText, releaseOfEvent } from '../../src/release/release.js';
import { releaseOfRun } from '../../src/release/release-of-run.js';
import { definition } from './definition.js';

/** Hands the release on to the next workflow, and stays with its run. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    requireToken(inputs.githubToken, 'github-token', context);
    const release =
      inputs.release === undefined
        ? (releaseOfEvent(context.event) ?? releaseOfRun(context, randomUUID(), systemClock.now()))
        : parseReleaseText(inputs.release);
    const request = dispatchRequest(inputs, release);
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, systemClock);
    const ports = { github, clock: systemClock, reporter };
    const sent = await dispatchRelease(
      request,
      { repository: context.repository, ref: context.refName },
      ports,
    );

    outputDispatched(sent, reporter);
    reporter.summary(renderDispatchSummary(sent, request.door));
    await requireSuccess(sent, github);
  });
}
