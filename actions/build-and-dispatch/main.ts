import { buildCommit } from '../../src/build/build-commit.js';
import { buildRegistry } from '../../src/connect/build-registry.js';
import { requireToken } from '../../src/connect/require-token.js';
import { runAction } from '../../src/connect/run-action.js';
import { dispatchAndReport } from '../../src/dispatch/dispatch-and-report.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { execProcesses } from '../../src/local/outside/exec-processes.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { withScratch } from '../../src/local/outside/scratch-folder.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { definition } from './definition.js';

/** Builds, checks, pushes, confirms, announces. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    for (const secret of inputs.secrets?.values() ?? []) reporter.mask(secret);
    const context = githubContext();
    // Before the build: minutes of work would end at a token that is not there.
    requireToken(inputs.githubToken, 'github-token', context);
    const ports = { clock: systemClock, reporter };
    const release = await withScratch((scratch) =>
      buildCommit(inputs, context, {
        ...ports,
        processes: execProcesses,
        scratch,
        withRegistry: buildRegistry(inputs, context.actor),
      }),
    );
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, systemClock);
    await dispatchAndReport(inputs, release, context, { ...ports, github });
  });
}
